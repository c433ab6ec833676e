"""Whoever asks by group says what becomes of actors without one, in one way for all."""

import inspect
from functools import partial

import pandas as pd
import pytest

import socluster as sc
from socluster import Cluster, InputError
from socluster.core.groupings import MISSING
from socluster.core.public_names import HOME
from socluster.core.result import Result

_FIELD = pd.DataFrame(
    {
        "actor": ["School", "Clinic", "Home", "Club", "Shop", "Court"],
        "sector": ["public", None, "ngo", "ngo", "public", "ngo"],
        "level": ["local", "local", "regional", None, "local", "regional"],
    }
)
_TIES = [
    ("School", "Clinic"),
    ("Clinic", "Home"),
    ("Home", "Club"),
    ("School", "Club"),
    ("Shop", "Home"),
    ("Shop", "Court"),
]
FIELD = Cluster.from_tables(_FIELD, pd.DataFrame(_TIES, columns=["source", "target"]))
FILLED = Cluster.from_tables(_FIELD.fillna("not stated"), pd.DataFrame(_TIES, columns=["source", "target"]))
GROUPINGS = ("group", "across", "other")


def _asks_by_group():
    for name in HOME:
        function = getattr(sc, name)
        if inspect.isfunction(function) and set(GROUPINGS) & set(inspect.signature(function).parameters):
            yield pytest.param(function, id=name)


FUNCTIONS = list(_asks_by_group())


def ask(function, cluster, **options):
    """Return the answer as plain values."""
    parameters = inspect.signature(function).parameters
    asked = {
        name: column for name, column in zip(GROUPINGS, ("sector", "level", "level"), strict=True) if name in parameters
    }
    asked |= {"rng": 7} if "rng" in parameters and "null" not in parameters else {}
    asked |= {"draws": 20} if "draws" in parameters and "null" not in parameters else {}
    answer = function(cluster, **asked, **options)
    if isinstance(answer, Result):
        return answer.to_frame()
    if isinstance(answer, list):
        return pd.Series([str(each) for each in answer])
    return pd.DataFrame(answer) if isinstance(answer, pd.DataFrame | pd.Series) else pd.DataFrame([answer])


def same(one, other):
    """Whether two tables say the same, whatever order their groups are in."""
    pd.testing.assert_frame_equal(
        pd.DataFrame(one).rename(columns=str, index=str),
        pd.DataFrame(other).rename(columns=str, index=str),
        check_like=True,
        check_names=False,
        check_categorical=False,
        check_index_type=False,
        check_column_type=False,
    )


def test_there_are_functions_by_group():
    assert len(FUNCTIONS) >= 24


@pytest.mark.parametrize("function", FUNCTIONS)
def test_one_option_with_one_default(function):
    parameter = inspect.signature(function).parameters["missing"]
    assert parameter.default == "refuse"
    assert parameter.kind is inspect.Parameter.KEYWORD_ONLY
    assert 'missing : {"refuse", "category", "drop"}, default "refuse"' in inspect.getdoc(function)
    assert MISSING == ("refuse", "category", "drop")


@pytest.mark.parametrize("function", FUNCTIONS)
def test_who_states_nothing_is_refused_by_name_with_the_way_out(function):
    with pytest.raises(InputError, match=r"missing='category'.*missing='drop'") as refused:
        ask(function, FIELD)
    assert {"Clinic", "Club"} & {problem.row for problem in refused.value.problems}
    with pytest.raises(InputError, match="missing must be one of"):
        ask(function, FIELD, missing="ignore")


@pytest.mark.parametrize("function", FUNCTIONS)
def test_left_out_means_a_cluster_without_them(function):
    both = {"group", "across"} <= set(inspect.signature(function).parameters) or "other" in inspect.signature(
        function
    ).parameters
    only_level = "group" not in inspect.signature(function).parameters
    gone = ["Clinic", "Club"] if both else ["Club"] if only_level else ["Clinic"]
    same(ask(function, FIELD, missing="drop"), ask(function, FIELD.without_actor(gone)))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_category_means_a_group_of_that_name(function):
    same(ask(function, FIELD, missing="category"), ask(function, FILLED))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_answer_in_sentences_says_how_many_are_left_out(function):
    parameters = inspect.signature(function).parameters
    asked = {
        name: {"group": "sector", "across": "sector", "other": "level"}[name]
        for name in GROUPINGS
        if name in parameters
    }
    asked |= {"rng": 7} if "rng" in parameters and "null" not in parameters else {}
    answer = function(FIELD, **asked, missing="drop")
    if not isinstance(answer, Result):
        return
    said, tied = ("2 of 6 actors have", 4) if "other" in parameters else ("1 of 6 actors has", 2)
    assert any(line.startswith(f"{said} no group and ") and line.endswith(f": {tied}.") for line in answer.sentences())
    assert any(line.startswith("Grupės neturi ") for line in answer.sentences("lt"))
    complete = FIELD.without_actor(["Clinic", "Club"])
    assert "left out" not in "".join(function(complete, **asked, missing="drop").sentences())


def test_who_is_left_out_has_no_value_in_a_table_of_measures_and_in_a_comparison():
    left_out = partial(sc.openness, missing="drop")
    table = sc.measure(FIELD, [sc.degree, left_out])
    assert list(table.index) == list(FIELD.labels)
    assert table.iloc[:, 1].isna()["Clinic"]
    alone = sc.openness(FIELD.without_actor("Clinic"))
    assert table.iloc[:, 1].drop("Clinic").to_dict() == pytest.approx(alone.to_dict(), nan_ok=True)
    joins = sc.Scenario("hub").with_actor("hub", sector="ngo").with_ties("hub", ["School", "Court"])
    outcome = sc.compare(FIELD, joins, measures=[left_out, partial(sc.ei_index, group="sector", missing="drop")], rng=1)
    assert outcome.to_frame()["defined"].eq(1).all()
    changes = sc.compare(FIELD, FIELD.without_actor("Court"), measures=[left_out])
    assert changes.to_frame()["difference"].notna().all()


def test_a_measure_of_ones_own_still_owes_a_row_to_everybody():
    with pytest.raises(InputError, match="a row for every actor"):
        sc.measure(FIELD, [lambda cluster: sc.degree(cluster).iloc[1:]])
