"""All measures of a cluster as numbers: raw where they would normalise, and refused where they are no numbers."""

from functools import partial

import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.whatif.engine.evaluate import evaluate, named_raw


@pytest.fixture
def star():
    ties = pd.DataFrame({"source": ["A"] * 3, "target": ["B", "C", "D"]})
    return sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}), ties)


def test_values_are_raw_unless_asked_for(star):
    numbers, by_actor = evaluate(named_raw([sc.degree, sc.density]), star)
    assert numbers == {"density": 0.5}
    assert by_actor["degree"].to_dict() == {"A": 3, "B": 1, "C": 1, "D": 1}
    _, normalized = evaluate(named_raw(partial(sc.degree, normalized=True)), star)
    assert normalized["degree(normalized=True)"].to_dict() == pytest.approx(
        {"A": 1, "B": 1 / 3, "C": 1 / 3, "D": 1 / 3}
    )


def test_options_of_a_measure_are_kept(star):
    ((_, measure),) = named_raw(partial(sc.closeness, variant="freeman"))
    assert measure.keywords == {"variant": "freeman", "normalized": False}


def test_two_measures_of_one_name_are_refused():
    with pytest.raises(InputError, match="two measures have this name"):
        named_raw([sc.degree, sc.degree])


def test_a_column_that_two_measures_give_is_refused(star):
    def twin(cluster):
        return sc.degree(cluster).to_frame("degree")

    with pytest.raises(InputError, match="two measures give a column"):
        evaluate([("degree", sc.degree), ("twin", twin)], star)


def test_what_is_no_number_is_refused(star):
    def names(cluster):
        return pd.Series("x", cluster.actors.index)

    with pytest.raises(InputError, match="gives no numbers"):
        evaluate([("names", names)], star)


@pytest.mark.parametrize("measure", [sc.communities, sc.components], ids=["with a seed", "without"])
def test_groups_are_no_numbers(star, measure):
    with pytest.raises(InputError, match="gives groups, not numbers"):
        evaluate(named_raw([measure]), star)


def test_what_a_measure_lacks_is_said(star):
    with pytest.raises(InputError, match="'brokerage_roles' needs group="):
        evaluate(named_raw([sc.brokerage_roles]), star)


def test_a_mapping_gives_names_and_raw_values_too(star):
    numbers, by_actor = evaluate(named_raw({"partners": sc.degree, "dense": sc.density}), star)
    assert numbers == {"dense": 0.5}
    assert by_actor["partners"].tolist() == [3, 1, 1, 1]


def test_names_of_measures_that_stand_twice_are_all_told_in_order():
    twice = [sc.density, sc.transitivity, sc.components, sc.density, sc.components, sc.transitivity]
    with pytest.raises(InputError) as caught:
        named_raw(twice)
    assert [problem.value for problem in caught.value.problems] == ["components", "density", "transitivity"]
