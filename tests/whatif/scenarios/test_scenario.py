import pickle

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates, Stated


@pytest.fixture
def town():
    actors = [("School", "public"), ("Clinic", "public"), ("NGO", "civic"), ("Parish", "civic"), ("Firm", "private")]
    ties = [("School", "Clinic"), ("School", "NGO"), ("NGO", "Parish"), ("Clinic", "Firm")]
    return Cluster.from_tables(
        pd.DataFrame(actors, columns=["actor", "sector"]), pd.DataFrame(ties, columns=["source", "target"]), name="Town"
    )


def test_a_scenario_is_a_hashable_readable_value():
    def hub():
        return (
            Scenario("hub")
            .with_actor("hub", sector="public")
            .with_ties("hub", Stated({"School": 0.5}), layer="referral")
        )

    assert hub() == hub()
    assert len({hub(), hub()}) == 1
    assert hub() != hub().without_actor("Firm")
    assert str(hub()) == (
        "Scenario 'hub':\n  with_actor('hub', sector='public')\n"
        "  with_ties('hub', Stated({'School': 0.5}), layer='referral')"
    )
    assert pickle.loads(pickle.dumps(hub())) == hub()


def test_a_scenario_needs_a_name():
    with pytest.raises(InputError, match="needs a name"):
        Scenario(" ")


def test_steps_are_the_verbs_of_the_cluster(town):
    scenario = (
        Scenario("all")
        .with_actor("Hub", sector="public")
        .with_ties("Hub", ["School", "NGO"])
        .without_actor("Firm")
        .without_ties("School", "Clinic")
        .with_group("event", kind="event")
        .with_affiliation("Hub", "event")
    )
    after = scenario.apply(town)
    by_hand = (
        town.with_actor("Hub", sector="public")
        .with_ties("Hub", ["School", "NGO"], evidence="simulated", confidence=1.0)
        .without_actor("Firm")
        .without_ties("School", "Clinic")
        .with_group("event", kind="event")
        .with_affiliation("Hub", "event", evidence="simulated", confidence=1.0)
    )
    assert after == by_hand
    assert town.n_actors == 5


def test_stated_ties_are_simulated_ties_with_that_confidence(town):
    after = Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0.9, "NGO": 0.25})).apply(town)
    new = after.ties[after.ties["target"] == "Hub"].set_index("source")
    assert new["confidence"].to_dict() == {"School": 0.9, "NGO": 0.25}
    assert set(new["evidence"]) == {"simulated"}


@pytest.mark.parametrize(("direction", "pairs"), [("out", 1), ("in", 1), ("both", 2)])
def test_stated_direction_counts_in_a_directed_layer(town, direction, pairs):
    model = Stated({"School": 0.9}, direction=direction)
    after = Scenario("s").with_actor("Hub").with_ties("Hub", model, layer="referral", directed=True).apply(town)
    ties = after.layer("referral").ties
    assert len(ties) == pairs
    assert ("Hub" in set(ties["source"])) == (direction != "in")


@pytest.mark.parametrize(
    "wrong", [{"School": 1.5}, {"School": -0.1}, {"School": "often"}, {}, None, {"School": float("nan")}]
)
def test_what_is_stated_must_be_probabilities(wrong):
    with pytest.raises(InputError):
        Stated(wrong)


def test_unknown_targets_and_absent_partners_are_named(town):
    with pytest.raises(InputError, match="did you mean 'School'"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"Schol": 0.5})).apply(town)
    with pytest.raises(InputError, match="let it join first"):
        Scenario("s").with_ties("Hub", Stated({"School": 0.5})).apply(town)
    with pytest.raises(InputError, match="stands already"):
        Scenario("s").with_actor("Firm").apply(town)
    with pytest.raises(InputError, match="yields no ties"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0})).apply(town)


def test_rates_are_beta_posteriors_of_block_rates(town):
    posterior = Rates(by="sector", prior_rate=0.2, prior_dyads=5).posterior(town).to_frame()
    # public-public: 1 tie among 1 dyad; public-civic: 1 of 4; civic-private: 0 of 2
    assert posterior.loc[("public", "public"), ["ties", "dyads", "alpha", "beta"]].tolist() == [1, 1, 2, 4]
    assert posterior.loc[("public", "civic"), ["ties", "dyads", "alpha", "beta"]].tolist() == [1, 4, 2, 7]
    assert posterior.loc[("civic", "private"), ["ties", "dyads", "alpha", "beta"]].tolist() == [0, 2, 1, 6]
    assert (posterior["rate"] > 0).all()
    assert posterior.loc[("civic", "public"), "rate"] == posterior.loc[("public", "civic"), "rate"]


def test_the_prior_is_the_overall_rate_unless_stated(town):
    assert Rates().posterior(town).prior_rate == pytest.approx((4 + 0.5) / (10 + 1))


def test_uncertain_ties_count_with_their_confidence(town):
    unsure = town.with_ties("Parish", "Firm", evidence="assumed", confidence=0.5)
    table = Rates(prior_rate=0.2).posterior(unsure).to_frame()
    assert table.loc[("civic", "private"), "ties"] == 0.5


def test_directed_rates_differ_by_direction():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["x", "x", "y", "y"]})
    ties = pd.DataFrame({"source": ["a", "a", "b"], "target": ["c", "d", "c"]})
    cluster = Cluster.from_tables(actors, ties, layers={"tie": {"directed": True}})
    table = Rates(prior_rate=0.1).posterior(cluster, "tie").to_frame()
    assert table.loc[("x", "y"), ["ties", "dyads"]].tolist() == [3, 4]
    assert table.loc[("y", "x"), ["ties", "dyads"]].tolist() == [0, 4]
    after = Scenario("s").with_actor("hub", sector="x").with_ties("hub", Rates(prior_rate=0.1)).apply(cluster)
    new = after.ties[(after.ties["source"] == "hub") | (after.ties["target"] == "hub")]
    assert len(new) == 8
    rate = new.set_index(["source", "target"])["confidence"]
    assert rate[("hub", "c")] == table.loc[("x", "y"), "rate"]
    assert rate[("c", "hub")] == table.loc[("y", "x"), "rate"]


def test_rates_are_drawn_once_per_pair_of_blocks(town):
    ties = Rates(by="sector").fit(town.with_actor("Hub", sector="public"), "Hub", "tie")
    drawn = dict(zip(ties.targets, ties.probabilities(np.random.default_rng(1)), strict=True))
    assert drawn["School"] == drawn["Clinic"]
    assert drawn["NGO"] == drawn["Parish"]
    assert len(set(drawn.values())) == 3
    many = np.array([ties.probabilities(np.random.default_rng(seed)) for seed in range(4000)])
    assert many.mean(axis=0) == pytest.approx(ties.probabilities(None), abs=0.01)


def test_a_sector_that_nobody_is_in_has_the_prior_rate(town):
    after = Scenario("s").with_actor("Hub", sector="science").with_ties("Hub", Rates(prior_rate=0.3)).apply(town)
    new = after.ties[after.ties["target"] == "Hub"]
    assert new["confidence"].tolist() == pytest.approx([0.3] * 5)


def test_rates_name_what_they_miss(town):
    with pytest.raises(InputError, match="did you mean 'sector'"):
        Scenario("s").with_actor("Hub", sector="public").with_ties("Hub", Rates(by="secter")).apply(town)
    with pytest.raises(InputError, match="needs a value of 'sector'"):
        Scenario("s").with_actor("Hub").with_ties("Hub", Rates()).apply(town)
    for wrong in ({"prior_rate": 0}, {"prior_rate": 1.2}, {"prior_dyads": 0}, {"prior_dyads": float("inf")}):
        with pytest.raises(InputError):
            Rates(**wrong)


def test_a_tie_that_a_later_step_takes_away_stays_away(town):
    scenario = (
        Scenario("s").with_actor("Hub").with_ties("Hub", Stated({"School": 0.5, "NGO": 0.5})).without_actor("School")
    )
    prepared = scenario.prepare(town)
    assert len(prepared.present(seed=0, draw=0)) == prepared.cluster.n_ties
    assert prepared.cluster.n_uncertain == 1


def test_assumptions_are_told_in_both_languages():
    scenario = Scenario("s").with_ties("Hub", Stated({"School": 0.5})).with_ties("Hub", Rates())
    assert scenario.assumptions() == [
        "the ties were stated by the analyst: School 0.5",
        "the partner forms ties at the rates of its sector (Beta posterior; prior weight: 4 dyads)",
    ]
    assert scenario.assumptions("lt")[0] == "ryšius nurodė analitikas: School 0,5"


def test_partners_merge_and_split_and_links_change(town):
    scenario = (
        Scenario("reform")
        .with_merger(["School", "Clinic"], into="Centre", sector="public")
        .with_split("Centre", {"East": ["NGO"], "West": ["Firm"]}, tie="tie")
        .with_strength("East", "NGO", by=2)
        .with_event("Forum", ["East", "Firm"], date="2016-11")
        .with_capacity("Firm", "Forum", 3)
        .with_attributes("Firm", places=12)
    )
    sure = {"evidence": "simulated", "confidence": 1.0}
    by_hand = (
        town.with_merger(["School", "Clinic"], into="Centre", sector="public")
        .with_split("Centre", {"East": ["NGO"], "West": ["Firm"]}, tie="tie", **sure)
        .with_strength("East", "NGO", by=2, evidence="simulated")
        .with_event("Forum", ["East", "Firm"], date="2016-11", **sure)
        .with_capacity("Firm", "Forum", 3, evidence="simulated")
        .with_attributes("Firm", places=12)
    )
    assert scenario.apply(town) == by_hand
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert len({scenario, pickle.loads(pickle.dumps(scenario))}) == 1


def test_what_a_step_says_of_its_evidence_holds(town):
    after = Scenario("s").with_strength("School", "NGO", weight=3, evidence="documented").apply(town)
    assert set(after.ties["evidence"]) == {"documented", "reported"}


def test_scenarios_add_up_and_shared_steps_are_taken_once(town):
    hub = Scenario("hub").with_actor("Hub", sector="public")
    school = hub.named("school").with_ties("Hub", "School")
    firm = hub.named("firm").with_ties("Hub", "Firm")
    both = school + firm
    assert both.name == "school + firm"
    assert [step.verb for step in both.steps] == ["with_actor", "with_ties", "with_ties"]
    assert both.apply(town).n_ties == 6
    assert sum([school, firm]) == both
    assert (school + firm) + hub == school + (firm + hub).named("firm + hub")
    assert school.named("x").steps == school.steps


def test_the_order_of_columns_does_not_matter():
    one = Scenario("hub").with_actor("Hub", sector="public", place="Kelmė")
    other = Scenario("hub").with_actor("Hub", place="Kelmė", sector="public")
    assert one == other
    assert hash(one) == hash(other)
    assert len((one + other).steps) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (lambda s: s.with_actor("Hub", sector="public"), lambda s: s.with_actor("Hub", sector="civic")),
        (lambda s: s.with_event("Forum", ["A"]), lambda s: s.with_group("Forum")),
        (lambda s: s.with_strength("A", "B", by=2), lambda s: s.with_strength("A", "B", by=3)),
        (lambda s: s.with_capacity("A", "G", 2), lambda s: s.with_capacity("A", "G", 3)),
        (lambda s: s.with_attributes("A", places=2, x=1), lambda s: s.with_attributes("A", places=3, y=1)),
        (lambda s: s.with_merger(["A", "B"], "Hub"), lambda s: s.with_actor("Hub")),
        (lambda s: s.with_split("A", {"Hub": [], "C": []}, rest="C"), lambda s: s.with_actor("Hub")),
    ],
)
def test_contradictions_show_both_sides(one, other):
    first, second = one(Scenario("first")), other(Scenario("second"))
    with pytest.raises(InputError, match="contradict each other") as caught:
        first + second
    message = str(caught.value)
    assert str(first.steps[0]) in message
    assert str(second.steps[0]) in message


def test_only_scenarios_add_up():
    for stranger in (1, "hub", None, [Scenario("a")]):
        with pytest.raises(TypeError):
            Scenario("a") + stranger
        with pytest.raises(TypeError):
            stranger + Scenario("a")


def test_values_are_plain():
    step = Scenario("s").with_actor(
        "Hub", beds=np.int64(3), share=np.float64(0.5), gap=float("nan"), day=pd.Timestamp("2016-11-04"), none=pd.NA
    )
    assert dict(step.steps[0].columns) == {"beds": 3, "share": 0.5, "gap": None, "day": "2016-11-04", "none": None}
    assert type(dict(step.steps[0].columns)["beds"]) is int
    with pytest.raises(InputError) as caught:
        Scenario("s").with_actor("Hub", a=[1], b={"x": 1}, c=float("inf"), d=object())
    assert [problem.column for problem in caught.value.problems] == list("abcd")


@pytest.mark.parametrize(
    "wrong",
    [
        lambda s: s.with_actor(5),
        lambda s: s.with_actor(" "),
        lambda s: s.with_ties("A", [1, 2]),
        lambda s: s.with_ties("A", 7),
        lambda s: s.without_actor([None]),
        lambda s: s.with_split("A", ["B", "C"]),
        lambda s: s.with_split("A", {"B": [1], "C": []}),
        lambda s: s.with_split("A", {"B": {"X": "half"}, "C": []}),
    ],
)
def test_names_are_text(wrong):
    with pytest.raises(InputError, match=r"must|text"):
        wrong(Scenario("s"))


def test_what_happens_is_told_in_both_languages():
    scenario = (
        Scenario("reform")
        .with_actor("hub", sector="public", place="Kelmė")
        .with_ties("hub", Stated({"School": 0.5}), layer="referral")
        .with_ties("hub", ["A", "B", "C"], weight=2.5)
        .with_merger(["A", "B"], "C")
        .with_split("D", {"E": ["X"], "F": {"Y": 0.5}}, rest="E")
        .with_strength("A", "B", by=2)
        .with_strength("A", "B", weight="coalition", layer="help")
        .with_event("Forum", ["A", "B"])
        .with_affiliation("A", "Forum")
        .with_capacity("A", "Forum", 5)
        .with_attributes("A", places=12)
        .with_group("G", kind="service")
        .without_actor("A")
        .without_actor(["A", "B"])
        .without_ties("A", "B", layer="help")
        .without_ties("A")
        .without_ties(layer="help")
    )
    assert scenario.sentences() == [
        "reform:",
        "hub joins (sector public, place Kelmė)",
        "ties of hub (layer referral): the ties were stated by the analyst: School 0.5",
        "new ties of hub with A, B and C (weight 2.5)",
        "A and B merge into C",
        "D splits into E (X, all else) and F (0.5 Y)",
        "the tie of A with B becomes 2 times as strong",
        "the tie of A with B gets the strength coalition (layer help)",
        "the event Forum is held, with A and B",
        "A also belongs to Forum",
        "the capacity of A in Forum becomes 5",
        "A changes: places 12",
        "the group G is set up (kind service)",
        "A leaves",
        "A and B leave",
        "the tie of A with B ends (layer help)",
        "all ties of A end",
        "all ties of the layer help end",
    ]
    lithuanian = scenario.sentences("lt")
    assert lithuanian == [
        "reform:",
        "prisijungia hub (sektorius: viešasis, vieta: Kelmė)",
        "ryšiai, kuriuos užmezga hub (sluoksnis: nukreipimas): ryšius nurodė analitikas: School 0,5",
        "užsimezga nauji ryšiai: hub – A, B ir C (svoris: 2,5)",
        "susijungia A ir B; bendras pavadinimas – C",
        "D skyla į dalis: E (X, visa kita) ir F (0,5 Y)",
        "ryšys A – B: stiprumas padauginamas iš 2",
        "ryšys A – B: stiprumas tampa koalicija (sluoksnis: help)",
        "vyksta renginys Forum; dalyvauja A ir B",
        "A įsitraukia ir į: Forum",
        "A pajėgumas (Forum) tampa 5",
        "A keičiasi: vietų skaičius: 12",
        "įsteigiama grupė G (rūšis: service)",
        "pasitraukia A",
        "pasitraukia A ir B",
        "ryšys A – B nutrūksta (sluoksnis: help)",
        "nutrūksta visi ryšiai, kuriuos turi A",
        "nutrūksta visi sluoksnio „help“ ryšiai",
    ]
    assert len(set(lithuanian)) == len(set(scenario.sentences())) == 18
    assert not set(lithuanian[1:]) & set(scenario.sentences()[1:])


def test_partners_of_one_model_share_what_is_not_known_about_it():
    """Nobody like them is a member yet, so that their rate may be anything; but it is one rate for both."""
    cluster = Cluster.from_tables(pd.DataFrame({"actor": list("abcdef"), "sector": ["x"] * 6}))

    def numbers(name, model):
        scenario = Scenario(name).with_actor(name, sector="new").with_ties(name, model, layer="tie")
        prepared = scenario.prepare(cluster)
        return np.array([prepared.draw(3, draw).n_ties for draw in range(80)])

    vague = Rates(by="sector", prior_rate=0.5, prior_dyads=0.02)
    one, other = numbers("one", vague), numbers("other", vague)
    assert np.isin(one, [0, 6]).mean() > 0.9  # nobody or all, so vague is the prior
    assert 0.3 < (one == 0).mean() < 0.7
    assert (one == other).mean() > 0.9
    assert 0.3 < (one == numbers("other", Rates(by="sector", prior_rate=0.5, prior_dyads=0.021))).mean() < 0.7
