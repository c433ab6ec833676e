"""What all null models have in common: what they keep, refuse and draw."""

import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls import MODELS
from socluster.inference.nulls.base import streams_of
from tests.inference.nulls.uniformity import assert_drawn_as_listed, small

PATH = small(directed=False, ties=["ab", "bc", "ac"])
ARCS = small(directed=True, ties=["ab", "ba", "bc", "cd", "da"])
HALF_KNOWN = small(directed=True, ties=["ab", "ba", "bc"], unknown=["cd", "dc", "ad"])
APART = {"public": {"civic": 1.0}}
OF_TIES = [
    sc.nulls.Bernoulli(),
    sc.nulls.Bernoulli(0.3),
    sc.nulls.FixedTies(),
    sc.nulls.DyadCensus(),
    sc.nulls.DegreeSequence(),
    sc.nulls.Blocks("sector"),
    sc.nulls.Blocks("sector", keep="probabilities"),
    sc.nulls.Distance(APART, by="sector"),
    sc.nulls.LabelPermutation(),
]
TWO_MODE = [sc.nulls.TwoModeTies(), sc.nulls.TwoModeDegrees(), sc.nulls.TwoModeExpectedDegrees()]


def guests():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["public", "civic", "public", "civic"]})
    belongs = pd.DataFrame({"actor": list("aabcdd"), "group": list("xyxyyz")})
    groups = pd.DataFrame({"group": list("xyz")})
    return sc.Cluster.from_tables(actors, groups=groups, affiliations=belongs)


def name_of(null):
    return str(null)[:45]


@pytest.mark.parametrize("null", OF_TIES, ids=name_of)
@pytest.mark.parametrize("cluster", [PATH, ARCS], ids=["undirected", "directed"])
def test_networks_come_as_often_as_they_should(null, cluster):
    assert_drawn_as_listed(null, cluster)


@pytest.mark.parametrize("null", TWO_MODE, ids=name_of)
def test_two_mode_networks_come_as_often_as_they_should(null):
    assert_drawn_as_listed(null, guests())


@pytest.mark.parametrize("null", [each for each in OF_TIES if type(each) is not sc.nulls.DegreeSequence], ids=name_of)
def test_unknown_dyads_stay_unknown(null):
    assert_drawn_as_listed(null, HALF_KNOWN, draws=1200)
    drawn = null.draw(HALF_KNOWN, rng=1)
    assert drawn.unknown.equals(HALF_KNOWN.unknown)
    np.testing.assert_array_equal(drawn.unknown_matrix().toarray(), HALF_KNOWN.unknown_matrix().toarray())


def test_degrees_that_are_not_known_are_refused_with_a_way_out():
    with pytest.raises(InputError, match="FixedTies"):
        sc.nulls.DegreeSequence().draw(HALF_KNOWN, rng=1)
    known = HALF_KNOWN.without_actor("d")
    assert sc.nulls.DegreeSequence().draw(known, rng=1).n_ties == known.n_ties


@pytest.mark.parametrize("null", [*OF_TIES, *TWO_MODE], ids=name_of)
def test_a_draw_depends_on_its_own_numbers_only(null):
    cluster = guests() if null in TWO_MODE else ARCS
    fitted = null.fitted(null.seen(cluster, None))
    together = fitted.clusters(streams_of(3, 0, 6))
    assert together[4] == fitted.clusters(streams_of(3, 4, 5))[0]
    assert null.draw(cluster, rng=5) == null.draw(cluster, rng=5)


@pytest.mark.parametrize("null", [*OF_TIES, *TWO_MODE], ids=name_of)
def test_it_says_what_it_keeps_in_both_languages(null):
    english, lithuanian = null.kept("en"), null.kept("lt")
    assert english != lithuanian
    assert "{" not in english + lithuanian


def test_every_model_is_tried_and_its_error_names_it():
    assert {type(each) for each in [*OF_TIES, *TWO_MODE]} == set(MODELS)
    with pytest.raises(InputError, match=r"null=sc\.nulls\.FixedTies\("):
        sc.compare_to_null(PATH, sc.density, null=sc.nulls.FixedTies, rng=1)
    with pytest.raises(InputError, match="must be a null model"):
        sc.compare_to_null(PATH, sc.density, null="fixed", rng=1)
    with pytest.raises(AttributeError, match="did you mean 'FixedTies'"):
        _ = sc.nulls.Fixed_Ties


@pytest.mark.parametrize("null", OF_TIES[:-1], ids=name_of)
def test_an_isolated_actor_a_single_one_and_nobody_can_be_drawn(null):
    for cluster in (PATH.without_ties("a"), PATH.ego("a", 0), small(directed=True, ties=[], n=2)):
        drawn = null.draw(cluster, rng=1)
        assert drawn.labels == cluster.labels
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": [], "sector": []}))
    assert null.draw(nobody, rng=1).n_ties == 0


def test_a_projection_by_accident_is_refused_and_one_on_purpose_is_not():
    with pytest.raises(InputError, match=r"TwoModeDegrees.*project\(\)"):
        sc.nulls.FixedTies().draw(guests(), rng=1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert sc.nulls.FixedTies().draw(guests().project(), rng=1).n_ties == guests().project().n_ties


def test_weights_of_drawn_ties_are_the_observed_ones():
    weighed = small(directed=True, ties=["ab", "ba", "bc"], weights=[1.0, 2.0, 5.0])
    orders = set()
    for seed in range(30):
        drawn = sc.nulls.FixedTies().draw(weighed, rng=seed)
        assert sorted(drawn.ties["weight"]) == [1.0, 2.0, 5.0]
        orders.add(tuple(drawn.ties["weight"]))
        more = sc.nulls.Bernoulli(0.9).draw(weighed, rng=seed)
        assert set(more.ties["weight"]) <= {1.0, 2.0, 5.0}
    assert len(orders) == 6
    assert sc.nulls.FixedTies().fitted(weighed).everything(10**6) is None


def test_every_layer_is_drawn_by_itself_and_one_layer_alone():
    florentine = sc.load_dataset("florentine")
    drawn = sc.nulls.DegreeSequence().draw(florentine, rng=3)
    for layer in ("marriage", "business"):
        assert sc.degree(drawn, layer=layer).equals(sc.degree(florentine, layer=layer))
    assert (drawn.ties["evidence"] == "simulated").all()
    alone = sc.nulls.DegreeSequence().draw(florentine, layer="business", rng=3)
    assert alone.tie_layers == ("business",)
    assert alone.n_ties == 15


def test_affiliations_and_attributes_stay_where_ties_are_drawn():
    norway = sc.load_dataset("norway_project")
    drawn = sc.nulls.Blocks("sector").draw(norway, rng=1)
    assert drawn.actors.equals(norway.actors)
    assert drawn.groups.equals(norway.groups)
