import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.draws.settings import Draws
from socluster.measures.cohesion.distance import average_path_length
from socluster.whatif.attribution.attribution import attribute
from socluster.whatif.attribution.between import Between
from socluster.whatif.attribution.shapley import in_phases, shapley
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated
from tests.examples import examples


def n_pairs(cluster):
    """Pairs of actors who reach each other: every tie that joins two parts brings many at once."""
    reach = np.linalg.matrix_power(np.eye(cluster.n_actors) + cluster.matrix().toarray(), max(cluster.n_actors, 1)) > 0
    return float((reach.sum() - cluster.n_actors) / 2)


def strength(cluster):
    return float(cluster.ties["weight"].sum())


@pytest.fixture
def town():
    """Two pairs, A - B and C - D, and E alone."""
    ties = pd.DataFrame({"source": ["A", "C"], "target": ["B", "D"]})
    actors = pd.DataFrame({"actor": list("ABCDE"), "sector": ["public", "public", "civic", "civic", "civic"]})
    return Cluster.from_tables(actors, ties, name="Town")


# -- games ------------------------------------------------------------------------------------------------------------


def games(n):
    """Any game of n players: a value for every coalition, by draw."""
    values = st.lists(st.floats(-100, 100), min_size=2**n, max_size=2**n)
    return values.map(lambda listed: lambda sets: np.array([[listed[sum(1 << i for i in s)]] for s in sets]))


@given(st.integers(1, 4).flatmap(lambda n: st.tuples(st.just(n), games(n))))
def test_the_exact_value_is_the_mean_over_all_orders(given_game):
    n, value = given_game
    gains = np.zeros(n)
    for order in itertools.permutations(range(n)):
        for place, player in enumerate(order):
            gains[player] += (value([set(order[: place + 1])]) - value([set(order[:place])]))[0, 0]
    shares = shapley(n, value, orders=0, rng=np.random.default_rng(1))
    np.testing.assert_allclose(shares.contributions[:, 0], gains / math.factorial(n), atol=1e-9)
    assert shares.orders == 0
    assert not shares.error.any()


def crowd(sets):
    """Ten players: 0 and 1 are alike, 2 is idle, and all others are worth more the more of them there are."""

    def worth(players):
        others = players - {2}
        return sum(others - {0, 1}) * len(others) ** 2 + len(players & {0, 1}) ** 2

    return np.array([[worth(players), 5.0] for players in sets], dtype=float)


def test_sampled_values_add_up_and_agree_with_exact_ones():
    exact = _exact_of_crowd()
    shares = shapley(10, crowd, orders=400, rng=np.random.default_rng(7))
    assert shares.orders == 400
    full = crowd([frozenset(range(10))]) - crowd([frozenset()])
    np.testing.assert_allclose(shares.contributions.sum(axis=0), full[0])
    assert not shares.contributions[:, 1].any()  # the second draw is worth the same whoever is there
    assert shares.contributions[2, 0] == 0
    assert (np.abs(shares.contributions[:, 0] - exact) <= 4 * shares.error + 1e-9).all()
    assert (shares.error[3:] > 0).all()


def test_players_who_work_together_in_pairs_need_few_orders():
    """An order and its reverse hold every pair both ways, so that with them the values of such games are exact."""
    shares = shapley(10, lambda sets: np.array([[float(sum(s) * len(s))] for s in sets]), orders=2, rng=_rng())
    expected = [(10 * player + 45) / 2 for player in range(10)]
    np.testing.assert_allclose(shares.contributions[:, 0], expected)


def _rng():
    return np.random.default_rng(7)


def _exact_of_crowd():
    members = [frozenset(p for p in range(10) if mask >> p & 1) for mask in range(2**10)]
    values = crowd(members)[:, 0]
    weight = [math.factorial(s) * math.factorial(9 - s) / math.factorial(10) for s in range(10)]
    masks = range(2**10)
    return np.array(
        [
            sum(weight[len(members[m])] * (values[m | 1 << p] - values[m]) for m in masks if not m >> p & 1)
            for p in range(10)
        ]
    )


def test_one_pair_of_orders_has_no_error_to_tell():
    shares = shapley(9, lambda sets: np.array([[float(len(s))] for s in sets]), orders=1, rng=np.random.default_rng(1))
    assert shares.orders == 2
    assert np.isnan(shares.error).all()
    np.testing.assert_allclose(shares.contributions, 1)


def test_a_phase_is_played_with_all_earlier_phases_present():
    def value(sets):  # 1 is worth something only where 0 is not yet
        return np.array([[1.0 * (0 in s) + 10.0 * (1 in s) * (0 not in s) + 100.0 * ({0, 2} <= s)] for s in sets])

    first, second = in_phases([[0], [], [1, 2]], value, orders=0, rng=np.random.default_rng(1))
    assert first.contributions[:, 0].tolist() == [1]
    assert second.contributions[:, 0].tolist() == [0, 100]


# -- what lies between two clusters -----------------------------------------------------------------------------------


def everything(cluster):
    labels = cluster.labels
    return (
        Scenario("everything")
        .with_actor("hub", sector="public")
        .with_ties("hub", labels[:2], layer="referral", directed=True)
        .with_event("Forum", ["hub", labels[1]])
        .without_actor(labels[3])
        .with_merger(labels[4:6], into="both")
        .with_attributes(labels[2], sector="science")
    )


@pytest.mark.parametrize("name", ["knoke", "florentine", "norway_project", "care_reform"])
def test_all_edits_together_make_the_other_cluster(name):
    before = sc.load_dataset(name)
    after = everything(before).apply(before)
    between = Between(before, after)
    assert between.cluster(()) == before
    full = between.cluster(between.edits)
    assert set(full.labels) == set(after.labels)
    tables = after.to_tables()
    actors = tables.actors.set_index("actor").loc[list(full.labels)].reset_index()
    groups = tables.groups.set_index("group").loc[list(full.groups.index)].reset_index()
    same = Cluster.from_tables(
        actors,
        tables.ties,
        groups=groups,
        affiliations=tables.affiliations,
        unknown=tables.unknown,
        layers={layer: after.layers[layer] for layer in full.layers},
        name=before.name,
        info=before.info,
    )
    assert full == same
    back = Between(after, before)
    assert {edit.key for edit in back.edits} == {edit.key for edit in between.edits}


def test_edits_are_told_apart(town):
    after = (
        town.with_strength("A", "B", by=2).without_ties("C", "D").with_ties("B", "E").with_attributes("E", sector="x")
    )
    told = {(edit.what, edit.names, edit.how) for edit in Between(town, after).edits}
    assert told == {
        ("tie", ("tie", "A", "B"), "other"),
        ("tie", ("tie", "C", "D"), "gone"),
        ("tie", ("tie", "B", "E"), "new"),
        ("actor", ("E",), "other"),
    }


def test_some_of_the_edits_make_a_cluster_of_their_own(town):
    after = town.with_strength("A", "B", by=2).with_ties("B", "E")
    between = Between(town, after)
    one = [edit for edit in between.edits if edit.how == "new"]
    assert between.cluster(one) == town.with_ties("B", "E")


def test_unknown_dyads_are_known_once_their_tie_is():
    actors = pd.DataFrame({"actor": list("ABC")})
    ties, unknown = pd.DataFrame({"source": ["A"], "target": ["B"]}), pd.DataFrame({"source": ["B"], "target": ["C"]})
    before = Cluster.from_tables(actors, ties, unknown=unknown)
    after = Cluster.from_tables(actors, pd.concat([ties, unknown]))
    between = Between(before, after)
    assert len(between.cluster(()).unknown) == 1
    assert between.cluster(between.edits) == after


def test_directions_and_kinds_must_agree(town):
    one = town.with_layer("help", directed=True)
    other = town.with_ties("A", "E", layer="help")
    with pytest.raises(InputError, match="direction"):
        Between(one, other)
    with pytest.raises(InputError, match="kind"):
        Between(town.with_attributes("A", note=1), town.with_attributes("A", note="x"))


# -- attribution ------------------------------------------------------------------------------------------------------


def test_two_ties_of_which_either_joins_the_parts_share_the_change(town):
    scenario = Scenario("s").with_ties("A", ["C", "D"])
    found = attribute(town, scenario, measure=n_pairs, rng=1)
    # 2 pairs before, 6 afterwards; the first tie brings all 4, whichever it is
    frame = found.to_frame()
    assert frame["mean_contribution"].to_dict() == {"tie A – C forms": 2.0, "tie A – D forms": 2.0}
    assert frame["share"].tolist() == [0.5, 0.5]
    assert frame["error"].tolist() == [0, 0]
    assert (found.mean_before, found.mean_after, found.mean_delta, found.orders, found.draws) == (2, 6, 4, 0, 1)


def test_a_single_edit_gets_the_whole_change(town):
    found = attribute(town, Scenario("s").without_ties("A", "B"), measure=n_pairs, rng=1)
    assert found.to_frame()[["kind", "mean_contribution"]].values.tolist() == [["tie ends", -1.0]]


def test_who_joins_does_so_without_ties_and_who_leaves_does_so_last(town):
    scenario = Scenario("s").with_actor("Hub").with_ties("Hub", ["A", "C"]).without_actor("D")
    frame = attribute(town, scenario, measure=sc.density, rng=1).to_frame()
    contribution = frame["mean_contribution"]
    assert contribution["Hub joins, without ties"] == pytest.approx(2 / 15 - 2 / 10)
    assert contribution["tie C – D ends"] == pytest.approx(-1 / 15)
    assert contribution["tie A – Hub forms"] == pytest.approx(1 / 15)
    assert contribution["D leaves, its ties ended"] == pytest.approx(3 / 10 - 3 / 15)
    assert contribution.sum() == pytest.approx(3 / 10 - 2 / 10)


def test_a_stronger_tie_is_credited_with_its_strength(town):
    frame = attribute(town, Scenario("s").with_strength("A", "B", weight=5), measure=strength, rng=1).to_frame()
    assert frame.loc["tie A – B changes", "mean_contribution"] == 4


def test_what_changes_nothing_contributes_nothing(town):
    scenario = Scenario("s").with_attributes("E", sector="x").with_group("G").with_ties("A", "E")
    contribution = attribute(town, scenario, measure=n_pairs, rng=1).to_frame()["mean_contribution"]
    assert contribution.to_dict() == {"tie A – E forms": 2, "E changes": 0, "the group G is set up": 0}


def test_a_new_layer_has_a_row_only_where_it_matters(town):
    scenario = Scenario("s").with_ties("A", "E", layer="referral", directed=True)
    assert len(attribute(town, scenario, measure=n_pairs, rng=1).to_frame()) == 1
    frame = attribute(town, scenario, measure=lambda cluster: float(cluster.is_directed()), rng=1).to_frame()
    assert frame["mean_contribution"].to_dict() == {"the layer referral appears": 1, "tie A → E forms (referral)": 0}


def test_a_baseline_is_what_the_scenario_is_compared_with(town):
    one, other = Scenario("one").with_ties("A", "C"), Scenario("other").with_ties("A", "E")
    found = attribute(town, other, baseline=one, measure=n_pairs, rng=1)
    assert found.mean_delta == 4 - 6
    back = attribute(town, one, baseline=other, measure=n_pairs, rng=1).to_frame()["mean_contribution"]
    frame = found.to_frame()["mean_contribution"]
    assert frame["tie A – C ends"] == -back["tie A – C forms"]
    assert frame["tie A – E forms"] == -back["tie A – E ends"]


@settings(max_examples=examples(8, 45))
@given(st.lists(st.sampled_from(list(itertools.combinations("ABCDE", 2))), min_size=1, max_size=5, unique=True))
def test_contributions_add_up_and_equal_ties_get_equal_parts(pairs):
    actors = pd.DataFrame({"actor": list("ABCDE")})
    empty = Cluster.from_tables(actors).with_layer("tie")
    scenario = Scenario("s")
    for source, target in pairs:
        scenario = scenario.with_ties(source, target)
    found = attribute(empty, scenario, measure=n_pairs, rng=1)
    assert found.to_frame()["mean_contribution"].sum() == pytest.approx(n_pairs(scenario.apply(empty)))
    if len(pairs) == 2:
        assert len(set(found.to_frame()["mean_contribution"])) == 1


def test_many_edits_are_sampled_and_agree_with_the_exact_answer():
    marriages = sc.load_dataset("florentine").layer("marriage")
    scenario = Scenario("s").with_ties("Pucci", marriages.labels[:9], layer="marriage")
    found = attribute(marriages, scenario, measure=sc.global_efficiency, samples=60, rng=1)
    assert found.orders == 60
    frame = found.to_frame()
    assert len(frame) == 9
    assert frame["mean_contribution"].sum() == pytest.approx(found.mean_delta)
    assert found.mean_delta == pytest.approx(
        sc.global_efficiency(scenario.apply(marriages)) - sc.global_efficiency(marriages)
    )
    again = attribute(marriages, scenario, measure=sc.global_efficiency, samples=60, rng=1).to_frame()
    pd.testing.assert_frame_equal(frame, again)
    other = attribute(marriages, scenario, measure=sc.global_efficiency, samples=60, rng=2).to_frame().loc[frame.index]
    apart = (frame["mean_contribution"] - other["mean_contribution"]).abs() / np.hypot(frame["error"], other["error"])
    assert (apart < 4.5).all()


# -- steps ------------------------------------------------------------------------------------------------------------


def test_steps_play_as_wholes(town):
    scenario = Scenario("s").with_actor("Hub").with_ties("Hub", ["A", "C"]).with_ties("Hub", "E", weight=2)
    frame = attribute(town, scenario, measure=n_pairs, parts="steps", rng=1).to_frame()
    # 2 pairs before; the first step joins A-B-C-D and Hub (10 pairs), the second E and Hub (1), both all six (15)
    assert frame["mean_contribution"].to_dict() == {
        "new ties of Hub with A and C": ((10 - 2) + (15 - 3)) / 2,
        "new ties of Hub with E (weight 2)": ((3 - 2) + (15 - 10)) / 2,
        "Hub joins": 0,
    }
    assert frame["kind"].tolist() == ["with_ties", "with_ties", "with_actor"]


def test_a_step_that_needs_another_waits_for_it(town):
    scenario = Scenario("s").with_merger(["A", "B"], into="M").with_ties("M", "C")
    frame = attribute(town, scenario, measure=n_pairs, parts="steps", rng=1).to_frame()["mean_contribution"]
    # 2 pairs before, 1 after the merger, 3 with the tie; the tie alone cannot be made
    assert frame["A and B merge into M"] == pytest.approx(((1 - 2) + (3 - 2)) / 2)
    assert frame["new ties of M with C"] == pytest.approx(((3 - 1) + 0) / 2)


def test_steps_of_a_baseline_are_undone(town):
    shared = Scenario("shared").with_actor("Hub")
    one, other = shared.with_ties("Hub", "A").named("one"), shared.with_ties("Hub", "E").named("other")
    frame = attribute(town, other, baseline=one, measure=n_pairs, parts="steps", rng=1).to_frame()
    assert sorted(frame.index) == ["new ties of Hub with E", "not: new ties of Hub with A"]
    assert frame["mean_contribution"].sum() == (2 + 1) - (2 + 2)
    assert set(frame["kind"]) == {"with_ties", "not with_ties"}


# -- uncertain ties ---------------------------------------------------------------------------------------------------


def test_uncertain_ties_are_attributed_draw_by_draw(town):
    scenario = Scenario("s").with_actor("Hub", sector="civic").with_ties("Hub", Stated({"A": 0.5, "C": 1.0}))
    found = attribute(town, scenario, measure=n_pairs, draws=60, rng=3)
    compared = compare(town, scenario, measures=[n_pairs], draws=60, rng=3)
    before, after = (
        values.numbers["n_pairs"] if hasattr(values, "numbers") else values[0]["n_pairs"] for values in compared.values
    )
    assert found.mean_delta == pytest.approx((after - before).mean())
    frame = found.to_frame()
    assert frame["mean_contribution"].sum() == pytest.approx(found.mean_delta)
    assert frame.loc["tie C – Hub forms", "happens"] == 1
    there = frame.loc["tie A – Hub forms", "happens"]
    assert 0.3 < there < 0.7
    # where it is there, it brings (2 + 6) / 2 = 5; else nothing
    assert frame.loc["tie A – Hub forms", "mean_contribution"] == pytest.approx(there * (2 + 6) / 2)
    assert frame.loc["tie A – Hub forms", ["low", "high"]].tolist() == [0, 4]
    assert frame.loc["tie A – Hub forms", "error"] == pytest.approx(4 * math.sqrt(there * (1 - there) / 59), rel=1e-6)


def test_steps_with_uncertain_ties_add_up(town):
    scenario = Scenario("s").with_actor("Hub", sector="civic").with_ties("Hub", Rates())
    by_steps = attribute(town, scenario, measure=n_pairs, parts="steps", draws=30, rng=3)
    by_ties = attribute(town, scenario, measure=n_pairs, draws=30, rng=3)
    assert by_steps.mean_delta == pytest.approx(by_ties.mean_delta)
    assert by_steps.to_frame()["mean_contribution"].sum() == pytest.approx(by_steps.mean_delta)
    assert by_ties.to_frame()["mean_contribution"].sum() == pytest.approx(by_ties.mean_delta)
    assert by_steps.draws == by_ties.draws == 30


def test_draws_in_which_something_is_undefined_are_left_out(town):
    def shaky(cluster):
        return float("nan") if ((cluster.ties["source"] == "A") & (cluster.ties["target"] == "C")).any() else 1.0

    found = attribute(town, Scenario("s").with_ties("A", "C", confidence=0.5), measure=shaky, draws=40, rng=1)
    assert 0 < found.defined < 1
    assert found.mean_delta == 0
    assert "left out" in found.sentences()[-2]
    never = attribute(town, Scenario("s").with_ties("A", "C"), measure=shaky, rng=1)
    assert np.isnan(never.to_frame()["mean_contribution"]).all()
    assert never.sentences()[1].startswith("The measure is undefined")


# -- words and pictures -----------------------------------------------------------------------------------------------


def test_the_answer_is_told_in_both_languages(town):
    found = attribute(town, Scenario("a bridge").with_ties("A", ["C", "D"]), measure=n_pairs, rng=1)
    assert found.sentences() == [
        "Why n pairs changes by 4, from 2 to 6: a bridge, compared with the current cluster",
        "tie A – C forms: 2, 50% of the change.",
        "tie A – D forms: 2, 50% of the change.",
        "Each is what the edit adds on average over all orders in which they may be made (Shapley value).",
        "Structure is not effectiveness: a contribution to a change in a measure does not mean better care.",
    ]
    assert repr(found) == "\n".join(found.sentences())
    lithuanian = found.sentences("lt")
    assert lithuanian[1] == "užsimezga ryšys A – C: 2, 50\u00a0% pokyčio."
    assert not set(lithuanian) & set(found.sentences())


def test_parts_that_cancel_each_other_are_told_without_shares(town):
    found = attribute(town, Scenario("s").with_ties("A", "C").without_ties("A", "B"), measure=n_pairs, rng=1)
    assert found.to_frame()["share"].sum() == pytest.approx(1)
    assert not any("of the change" in line for line in found.sentences())


def test_only_the_largest_parts_are_told():
    labels = [f"a{place:02}" for place in range(14)]
    empty = Cluster.from_tables(pd.DataFrame({"actor": labels})).with_layer("tie")
    scenario = Scenario("star").with_ties("a00", labels[1:])
    found = attribute(empty, scenario, measure=strength, samples=4, rng=1)
    lines = found.sentences()
    assert "3 more add up to 3." in lines
    assert any("over random ones, 4 in all" in line and "standard error is 0" in line for line in lines)


def test_the_picture_has_a_row_per_part(town):
    found = attribute(town, Scenario("s").with_ties("A", ["C", "D"]), measure=n_pairs, rng=1)
    texts = [note.text for note in found.plot().layout.annotations]
    assert sum("tie A" in text for text in texts) == 2
    assert any("ryšys A" in note.text for note in found.plot(language="lt").layout.annotations)


def test_wrong_questions_are_refused(town):
    scenario = Scenario("s").with_ties("A", "C")
    with pytest.raises(InputError, match="one number for the whole cluster"):
        attribute(town, scenario, measure=sc.degree, rng=1)
    with pytest.raises(InputError, match="does not differ"):
        attribute(town, Scenario("s"), measure=n_pairs, rng=1)
    with pytest.raises(InputError, match="does not differ"):
        attribute(town, scenario, baseline=scenario.named("again"), measure=n_pairs, parts="steps", rng=1)
    with pytest.raises(InputError, match="parts must be one of"):
        attribute(town, scenario, measure=n_pairs, parts="tie", rng=1)
    with pytest.raises(InputError, match="is not a Scenario"):
        attribute(town, town, measure=n_pairs, rng=1)
    with pytest.raises(InputError, match="interval"):
        attribute(town, scenario, measure=n_pairs, rng=1, interval=0.5)
    with pytest.raises(InputError, match="is not in the table"):
        attribute(town, Scenario("s").with_ties("A", "Z"), measure=n_pairs, rng=1)


def test_the_error_is_what_answers_from_other_seeds_differ_by():
    many = [shapley(10, crowd, orders=20, rng=np.random.default_rng(seed)) for seed in range(300)]
    contributions = np.array([shares.contributions.mean(axis=1) for shares in many])
    error = np.array([shares.error for shares in many])
    varies = contributions.std(axis=0, ddof=1)
    assert np.sqrt((error**2).mean(axis=0)) == pytest.approx(varies, rel=0.15, abs=1e-9)


def test_the_interval_and_the_error_follow_from_the_draws():
    """Five uncertain ties of a partner; every draw is a game of its own."""
    actors = pd.DataFrame({"actor": list("abcdef"), "sector": list("xxyyyx")})
    ties = pd.DataFrame({"source": list("abcda"), "target": list("bcdef")})
    cluster = Cluster.from_tables(actors, ties)
    hub = Scenario("hub").with_actor("hub", sector="x").with_ties("hub", Stated(dict.fromkeys("abdef", 0.6)))
    for interval in (0.9, 0.5):
        found = attribute(cluster, hub, measure=average_path_length, draws=Draws(80, interval=interval), rng=3)
        names = [" ".join(edit.names) for edit in found.played.parts]
        by_draw = pd.DataFrame(found.played.contributions, columns=names)
        assert found.interval == interval
        for name, row in found.to_frame().iterrows():
            own = by_draw["hub" if "joins" in name else f"tie {name.split()[1]} hub"]
            assert row["mean_contribution"] == pytest.approx(own.mean())
            assert row["low"] == pytest.approx(own.quantile((1 - interval) / 2))
            assert row["high"] == pytest.approx(own.quantile((1 + interval) / 2))
            assert row["error"] == pytest.approx(own.std() / math.sqrt(80))
        ties_alone = found.to_frame().filter(regex="^tie", axis="index")
        assert (ties_alone["low"] < ties_alone["high"]).all()
