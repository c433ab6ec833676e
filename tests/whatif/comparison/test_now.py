"""What now is: told where ties are drawn, and only there."""

import pandas as pd
import pytest

import socluster as sc
from socluster.whatif.comparison.now import NOW_IS, now_is


@pytest.mark.parametrize("language", ["en", "lt"])
def test_now_is_told_where_ties_are_uncertain_and_a_measure_looks_at_them(language):
    actors, ties = (pd.DataFrame({"actor": ["A", "B"]}), pd.DataFrame({"source": ["A"], "target": ["B"]}))
    sure, unsure = (sc.Cluster.from_tables(actors, ties.assign(confidence=each)) for each in (1.0, 0.5))
    assert now_is(sure, language, is_certain=False) == ""
    assert now_is(unsure, language, is_certain=True) == ""
    assert (now_is(unsure, language, is_certain=False) == NOW_IS) == (language == "en")
