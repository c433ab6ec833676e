"""Reliability of items and of raters against textbook numbers and literal formulas."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.survey.reliability import cronbach_alpha, icc
from tests.examples import examples

few = settings(max_examples=examples(20, 120), deadline=None)

# Shrout & Fleiss (1979), table 2: six rated, four raters
SHROUT_FLEISS = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


def test_shrout_and_fleiss_1979():
    expected = {"1,1": 0.17, "2,1": 0.29, "3,1": 0.71, "1,k": 0.44, "2,k": 0.62, "3,k": 0.91}
    found = {variant: round(icc(SHROUT_FLEISS, variant=variant), 2) for variant in expected}
    assert found == expected
    assert icc(SHROUT_FLEISS) == icc(SHROUT_FLEISS, variant="1,1")


def test_cronbach_alpha_is_icc_of_fixed_raters():
    """A theorem: alpha of raters taken as items is ICC(3,k)."""
    assert cronbach_alpha(SHROUT_FLEISS) == pytest.approx(icc(SHROUT_FLEISS, variant="3,k"))
    assert cronbach_alpha(pd.DataFrame(SHROUT_FLEISS)) == pytest.approx(0.909, abs=5e-4)


def test_cronbach_alpha_by_hand():
    """Variances 9/4... : items 1 2 4 4, 2 2 3 4, 1 3 4 4; sums 4 7 11 12."""
    items = np.array([[1, 2, 1], [2, 2, 3], [4, 3, 4], [4, 4, 4]])
    variances = [2.25, 0.9166667, 2.0]
    assert [items[:, k].var(ddof=1) for k in range(3)] == pytest.approx(variances)
    total = np.var([4, 7, 11, 12], ddof=1)
    assert cronbach_alpha(items) == pytest.approx(1.5 * (1 - sum(variances) / total))


tables = st.integers(2, 5).flatmap(
    lambda k: st.lists(st.lists(st.integers(1, 4), min_size=k, max_size=k), min_size=2, max_size=6)
)


@few
@given(tables)
def test_icc_equals_the_analysis_of_variance(rows):
    """The published formulas over sums of squares, term by term."""
    values = np.array(rows, dtype=float)
    n, k = values.shape
    grand = values.mean()
    total = ((values - grand) ** 2).sum()
    ss_rows = k * sum((row.mean() - grand) ** 2 for row in values)
    ss_columns = n * sum((column.mean() - grand) ** 2 for column in values.T)
    bms, jms = ss_rows / (n - 1), ss_columns / (k - 1)
    wms, ems = (total - ss_rows) / (n * (k - 1)), (total - ss_rows - ss_columns) / ((n - 1) * (k - 1))
    expected = {
        "1,1": (bms - wms, bms + (k - 1) * wms),
        "2,1": (bms - ems, bms + (k - 1) * ems + k * (jms - ems) / n),
        "3,1": (bms - ems, bms + (k - 1) * ems),
        "1,k": (bms - wms, bms),
        "2,k": (bms - ems, bms + (jms - ems) / n),
        "3,k": (bms - ems, bms),
    }
    for variant, (part, whole) in expected.items():
        if abs(whole) > 1e-9:
            assert icc(rows, variant=variant) == pytest.approx(part / whole if whole > 0 else np.nan, nan_ok=True)


def test_gaps_are_for_one_way_designs_only():
    """Groups of 2, 3 and 2 ratings: BMS 21/4, WMS 5/6, mean size (7 - 17/7) / 2."""
    gappy = [[1, 2, None], [4, 5, 6], [2, None, 3], [None, None, None]]
    means, grand = [1.5, 5, 2.5], 23 / 7
    between = sum(k * (mean - grand) ** 2 for k, mean in zip([2, 3, 2], means, strict=True)) / 2
    within = (0.5 + 2 + 0.5) / 4
    size = (7 - (4 + 9 + 4) / 7) / 2
    assert icc(gappy) == pytest.approx((between - within) / (between + (size - 1) * within))
    assert icc(gappy, variant="1,k") == pytest.approx((between - within) / between)
    with pytest.raises(InputError, match="missing here: 2 ratings"):
        icc(gappy, variant="2,1")
    assert cronbach_alpha([[1, 2], [None, 3], [2, 3], [4, 4]]) == cronbach_alpha([[1, 2], [2, 3], [4, 4]])


def test_reliability_of_a_cluster():
    rows = [("A", "B", 4, 3, 4), ("C", "B", 2, 3, None), ("B", "A", 1, 1, 1), ("A", "C", 4, 4, 4)]
    ties = pd.DataFrame(rows, columns=["source", "target", "reliable", "mission", "open"])
    town = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties, layers={"tie": {"directed": True}})
    table = sc.rating_table(town, items=["reliable", "mission", "open"])
    raters = table["reliable"].unstack("rater")  # noqa: PD010, a Series has no pivot_table
    assert raters.index.name == "rated"
    assert icc(raters) == pytest.approx(icc([[1, None], [4, 2], [4, None]]))
    assert cronbach_alpha(table) == cronbach_alpha(table.dropna().to_numpy())


@pytest.mark.parametrize("table", [[], [[1]], [[1, 2]], [[1], [2]], [[3, 3], [3, 3]], [[0.1] * 3] * 3])
def test_undefined_reliability_is_nan(table):
    assert np.isnan(icc(table))
    assert np.isnan(cronbach_alpha(table))


def test_what_is_no_table_of_numbers_is_refused():
    for ask in (icc, cronbach_alpha):
        with pytest.raises(InputError) as error:
            ask(pd.DataFrame({"a": [1, "x"], "b": [True, 2]}))
        assert [problem.value for problem in error.value.problems] == ["x", True]
        with pytest.raises(InputError, match="is not a table"):
            ask(3)
        with pytest.raises(InputError, match="is not a table"):
            ask(sc.load_dataset("kite"))
    with pytest.raises(InputError, match="variant must be one of"):
        icc(SHROUT_FLEISS, variant="4,1")
