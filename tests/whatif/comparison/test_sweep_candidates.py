"""Candidates as they are stated: places, strengths, the layer of their ties, and all that is wrong."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.comparison.sweep_candidates import layer_of_ties, partner_sets


@pytest.fixture
def town():
    ties = pd.DataFrame({"source": list("abcd"), "target": list("bcde"), "layer": ["p", "p", "q", "p"]})
    return Cluster.from_tables(pd.DataFrame({"actor": list("abcde")}), ties)


def test_partners_are_places_with_strengths(town):
    sets = partner_sets(town, {"ends": ["a", "e"], "strong": {"c": 0.5, "a": 2.0}, "alone": [], "one": "b"})
    assert sets.counts.tolist() == [2, 2, 0, 1]
    assert sets.partners.tolist() == [0, 4, 2, 0, 1]
    assert sets.strengths.tolist() == [1, 1, 0.5, 2, 1]


def test_all_that_is_wrong_is_named_at_once(town):
    wrong = {"a": ["b"], "x": ["bb", "c", "c"], "y": {"b": 0, "c": "much"}}
    with pytest.raises(InputError) as error:
        partner_sets(town, wrong)
    said = str(error.value)
    for part in ("member of the cluster already", "'bb'", "named more than once", "must be a number above 0", "'much'"):
        assert part in said
    with pytest.raises(InputError, match="at least one candidate"):
        partner_sets(town, {})


def test_the_layer_is_the_one_that_is_named_or_the_only_one(town):
    assert layer_of_ties(town, "q") == "q"
    assert layer_of_ties(town.layer("p"), None) == "p"
    assert layer_of_ties(Cluster.from_tables(pd.DataFrame({"actor": list("ab")})), None) == "tie"
    with pytest.raises(InputError, match="state the layer"):
        layer_of_ties(town, None)
    with pytest.raises(InputError, match="did you mean 'p'"):
        layer_of_ties(town, "pp")
