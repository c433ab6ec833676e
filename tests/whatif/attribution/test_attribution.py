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
    assert found.to_frame()[["kind", "mean_contribution", "share"]].values.tolist() == [["tie ends", -1.0, 1.0]]


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
    assert any("left out" in line for line in found.sentences())
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
        "Current cluster: 5 actors, 2 ties (tie), evidence: reported.",
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
    with pytest.raises(InputError, match="scenario must be a Scenario"):
        attribute(town, town, measure=n_pairs, rng=1)
    with pytest.raises(InputError, match="interval"):
        attribute(town, scenario, measure=n_pairs, rng=1, interval=0.5)
    with pytest.raises(InputError, match="is not in the table"):
        attribute(town, Scenario("s").with_ties("A", "Z"), measure=n_pairs, rng=1)


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
