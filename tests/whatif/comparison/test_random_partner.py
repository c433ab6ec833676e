import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.measures.brokerage.holes import constraint
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.random_partner import AsMany, _Elsewhere, random_partner
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import LikeActor, Rates, Stated


@pytest.fixture
def two_stars():
    """Two stars that nothing joins: whoever is tied to both centres brings the cluster together."""
    actors = pd.DataFrame({"actor": [f"a{n}" for n in range(8)], "sector": ["x"] * 4 + ["y"] * 4})
    ties = pd.DataFrame({"source": ["a0"] * 3 + ["a4"] * 3, "target": ["a1", "a2", "a3", "a5", "a6", "a7"]})
    return Cluster.from_tables(actors, ties)


def both_centres(name="broker"):
    return Scenario(name).with_actor("new", sector="x").with_ties("new", ["a0", "a4"])


def test_a_random_partner_has_as_many_ties(two_stars):
    stated = Scenario("s").with_actor("new", sector="x").with_ties("new", Stated({"a0": 0.5, "a4": 0.9, "a7": 0.2}))
    own, random = stated.prepare(two_stars), random_partner(stated, two_stars).prepare(two_stars)
    counts = [(own.draw(3, d).n_ties, random.draw(3, d).n_ties) for d in range(200)]
    assert all(mine == theirs for mine, theirs in counts)
    assert len(set(counts)) > 2


def test_its_ties_are_placed_by_the_rates_of_its_sector(two_stars):
    prepared = random_partner(both_centres(), two_stars).prepare(two_stars)
    drawn = [prepared.draw(1, draw).ego("new").labels for draw in range(500)]
    within = np.mean([sum(label in ("a0", "a1", "a2", "a3") for label in labels) for labels in drawn])
    assert {len(labels) for labels in drawn} == {3}
    assert within > 1.3  # sector x is tied to x only, so more than half of the two ties go there


def test_a_partner_of_no_sector_is_tied_to_all_alike(two_stars):
    scenario = Scenario("s").with_actor("new").with_ties("new", ["a0", "a4"])
    prepared = random_partner(scenario, two_stars).prepare(two_stars)
    drawn = [prepared.draw(1, draw).ego("new").labels for draw in range(1500)]
    shares = pd.Series([label for labels in drawn for label in labels if label != "new"]).value_counts() / 1500
    assert shares.between(0.2, 0.3).all()
    assert len(shares) == 8


def test_directions_are_kept():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": "x"})
    arcs = pd.DataFrame({"source": list("abc"), "target": list("bcd"), "layer": "asks"})
    cluster = Cluster.from_tables(actors, arcs, layers={"asks": {"directed": True}})
    into = (
        Scenario("s").with_actor("new", sector="x").with_ties("new", Stated({"a": 1.0, "b": 1.0}, "in"), layer="asks")
    )
    prepared = random_partner(into, cluster).prepare(cluster)
    for draw in range(30):
        ties = prepared.draw(5, draw).ties
        assert (ties["target"] == "new").sum() == 2
        assert (ties["source"] == "new").sum() == 0


def test_comparison_tells_what_a_random_partner_would_do(two_stars):
    outcome = compare(two_stars, both_centres(), measures=[global_efficiency, density], draws=300, rng=1, null=True)
    table = outcome.to_frame().droplevel("scenario")
    assert table.loc["global_efficiency", "delta"] > table.loc["global_efficiency", "null"]
    assert table.loc["global_efficiency", "p_above_null"] > 0.9
    assert table.loc["density", "p_above_null"] == 0.5  # as many ties: never above, never below
    assert "With a random partner of the same type" in repr(outcome)
    assert "Su atsitiktiniu to paties tipo partneriu" in "\n".join(outcome.sentences("lt"))
    without = compare(two_stars, both_centres(), measures=[density], draws=3, rng=1)
    assert "null" not in without.to_frame()


def test_expected_ties_are_shared_out(two_stars):
    with_new = two_stars.with_actor("new", sector="x")
    ties = AsMany(Stated({"a0": 0.5, "a4": 0.5})).fit(with_new, "new", "tie")
    expected = ties.probabilities(None)
    assert expected.sum() == pytest.approx(1)
    assert expected[:4].sum() > 0.5
    rates = AsMany(Rates()).fit(with_new, "new", "tie")
    assert rates.probabilities(None).sum() == pytest.approx(rates.original.probabilities(None).sum())


def test_where_nobody_joins_there_is_no_random_partner(two_stars):
    for scenario in (Scenario("leaves").without_actor("a1"), Scenario("alone").with_actor("new")):
        with pytest.raises(InputError, match="lets no partner join with ties"):
            compare(two_stars, scenario, measures=[density], draws=3, rng=1, null=True)


def test_a_random_partner_is_drawn_beside_those_who_join_and_the_others_are_named(two_stars):
    leaves, alone = Scenario("leaves").without_actor("a1"), Scenario("alone").with_actor("new")
    asked = {"measures": [global_efficiency, constraint], "draws": 20, "rng": 1, "null": True}
    outcome = compare(two_stars, [leaves, both_centres(), alone], **asked)
    table = outcome.to_frame()
    assert table.loc[["leaves", "alone"], ["null", "p_above_null"]].isna().all(axis=None)
    alone_asked = compare(two_stars, both_centres(), **asked).to_frame()
    pd.testing.assert_frame_equal(table.loc[["broker"]], alone_asked, check_dtype=False)
    said, lithuanian = ("\n".join(outcome.sentences(language)) for language in ("en", "lt"))
    assert "No random partner was drawn beside leaves and alone: nobody joins there with ties." in said
    assert "Greta leaves ir alone atsitiktinio partnerio nėra" in lithuanian
    assert said.count("a random partner of the same type") == 2  # beside one scenario, for two measures
    assert "nan" not in said.casefold()
    assert outcome.plot() is not None


def test_where_nobody_joins_all_scenarios_are_named(two_stars):
    none = [Scenario(name).without_actor("a1") for name in ("one", "two")]
    with pytest.raises(InputError) as error:
        compare(two_stars, none, measures=[density], draws=3, rng=1, null=True)
    assert [problem.value for problem in error.value.problems] == ["one", "two"]


def replaced(**more):
    return Scenario("change").with_replacement("a0", "new", sector="x", **more)


def test_a_random_partner_of_one_who_takes_the_place_of_another(two_stars):
    outcome = compare(two_stars, replaced(share=0.5), measures=[global_efficiency], draws=20, rng=7, null=True)
    assert outcome.to_frame()["null"].notna().all()


@pytest.mark.parametrize("itself", [0.0, 1.0])
def test_nobody_is_tied_to_who_has_left(two_stars, itself):
    like = LikeActor("a0", share=0.6, itself=itself)
    scenario = Scenario("s").without_actor("a0").with_actor("new", sector="x").with_ties("new", like)
    own, random = scenario.prepare(two_stars), random_partner(scenario, two_stars).prepare(two_stars)
    counts = [(own.draw(3, d).n_ties, random.draw(3, d).n_ties) for d in range(100)]
    assert all(mine == theirs for mine, theirs in counts)
    assert len(set(counts)) > 2


def test_the_number_of_ties_is_drawn_by_the_generator_of_the_draw():
    class Original:
        sources, targets, stages = ("x", "x"), ("a", "b"), 0

        def realised(self, uniforms, rng):
            return rng.random(2) < 0.5

    ties = _Elsewhere(("x",) * 3, ("a", "b", "c"), "x", Original(), np.ones(3))
    drawn = [ties.realised(np.full(3, 0.5), np.random.default_rng(seed)).sum() for seed in range(20)]
    assert drawn == [(np.random.default_rng(seed).random(2) < 0.5).sum() for seed in range(20)]
