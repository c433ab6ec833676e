"""Probabilities of single models against what one computes by hand."""

import numpy as np
import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.ties import (
    AtMost,
    Closure,
    Committee,
    Complement,
    DistanceDecay,
    LikeActor,
    Mixture,
    Preferential,
    Proximity,
    Rates,
    Scaled,
    Stated,
)
from socluster.whatif.ties.limit import count_of_others
from socluster.whatif.ties.preferential import filled
from tests.whatif.ties.tie_samples import KM, expected, frequencies, town, with_hub


def fitted(model, *, directed=False, cluster=None):
    return expected(model.fit(cluster or with_hub(town(directed=directed)), "Hub", "tie"))


def to(model, **more):
    """Probabilities by the other end, in an undirected layer."""
    return {target: p for (_, target), p in fitted(model, **more).items()}


def test_stated_ties_that_are_impossible_are_left_out():
    assert to(Stated({"School": 0.5, "NGO": 0})) == {"School": 0.5}


def test_a_clone_has_the_ties_of_its_model_with_their_confidence():
    assert to(LikeActor("NGO", share=0.8, itself=0.3)) == {"School": 0.8, "Parish": 0.4, "Firm": 0.8, "NGO": 0.3}


def test_a_clone_keeps_directions():
    pairs = fitted(LikeActor("NGO", itself=0.5), directed=True)
    assert pairs == {
        ("School", "Hub"): 1,
        ("Hub", "Parish"): 0.5,
        ("Hub", "Firm"): 1,
        ("Hub", "NGO"): 0.5,
        ("NGO", "Hub"): 0.5,
    }


def test_nobody_is_like_itself_or_like_a_stranger():
    with pytest.raises(InputError, match="like itself"):
        LikeActor("Hub").fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="did you mean 'Clinic'"):
        LikeActor("Clnic").fit(with_hub(town()), "Hub", "tie")


def test_rates_of_several_attributes_are_drawn_towards_the_overall_rate():
    model = Rates(by=["sector", "place"], prior_rate=0.3, prior_dyads=4)
    table = model.posterior(town()).to_frame()
    # civic in Šiauliai (NGO) and civic in Joniškis (Parish): half a tie in one dyad
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), ["ties", "dyads"]].tolist() == [0.5, 1]
    assert table.loc[("civic, Šiauliai", "civic, Joniškis"), "rate"] == pytest.approx((4 * 0.3 + 0.5) / 5)
    assert set(to(model).values()) == {0.3}  # nobody else is civic and in Kelmė: only the prior is known
    assert Rates(by=["sector"]) == Rates(by="sector")


def test_unknown_dyads_teach_nothing():
    base = town()
    unknown = pd.DataFrame({"source": ["School"], "target": ["Court"], "layer": ["tie"]})
    tables = base.to_tables()
    open_ = Cluster.from_tables(
        tables.actors,
        tables.ties,
        groups=tables.groups,
        affiliations=tables.affiliations,
        unknown=unknown,
        layers=tables.layers,
    )
    before, after = (Rates(by="sector").posterior(each).to_frame()["dyads"] for each in (base, open_))
    assert before[("public", "public")] == 3
    assert after[("public", "public")] == 2


def test_proximity_has_three_kinds_of_dyads():
    stated = Proximity(neighbours={"Kelmė": ["Šiauliai"]}, same=0.6, near=0.4, elsewhere=0.1)
    near = {"School": 0.6, "Clinic": 0.6, "NGO": 0.4, "Firm": 0.4, "Parish": 0.1, "Court": 0.1}
    assert to(stated) == near
    other_way = Proximity(neighbours={"Šiauliai": ["Kelmė"]}, same=0.6, near=0.4, elsewhere=0.1)
    assert to(other_way) == near


def test_proximity_learns_what_is_not_stated():
    probabilities = to(Proximity(same=0.6))
    # elsewhere: 12 dyads with 3.5 ties among 15 dyads with 5.5; the prior is worth 4 dyads
    overall = (5.5 + 0.5) / (15 + 1)
    assert probabilities["School"] == 0.6
    assert probabilities["Court"] == pytest.approx((4 * overall + 3.5) / (4 + 12))


def test_proximity_names_a_place_that_is_not_among_the_neighbours():
    with pytest.raises(InputError, match="did you mean 'Kelme'"):
        Proximity(neighbours={"Kelme": ["Šiauliai"]}).fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="needs neighbours="):
        Proximity(near=0.5)


@pytest.mark.parametrize(
    ("shape", "at_43", "at_82"),
    [
        ("exponential", 0.6 * np.exp(-43 / 30), 0.6 * np.exp(-82 / 30)),
        ("hyperbolic", 0.6 / (1 + 43 / 30), 0.6 * 30 / 112),
    ],
)
def test_probability_decays_with_distance(shape, at_43, at_82):
    probabilities = to(DistanceDecay(KM, p0=0.6, scale=30, shape=shape))
    assert probabilities["School"] == pytest.approx(0.6)
    assert probabilities["NGO"] == pytest.approx(at_43)
    assert probabilities["Court"] == pytest.approx(at_82)
    table = pd.DataFrame(KM)
    assert to(DistanceDecay(table, p0=0.6, scale=30, shape=shape)) == probabilities


def test_decay_finds_the_parameters_of_a_simulated_network():
    rng = np.random.default_rng(4)
    n = 60
    # a network drawn from the model
    at = rng.uniform(0, 100, n)
    names = [f"p{i}" for i in range(n)]
    km = {names[i]: {names[j]: abs(at[i] - at[j]) for j in range(i + 1, n)} for i in range(n - 1)}
    ties = [(i, j) for i in range(n) for j in range(i + 1, n) if rng.random() < 0.7 * np.exp(-abs(at[i] - at[j]) / 20)]
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": names, "place": names}),
        pd.DataFrame([(names[i], names[j]) for i, j in ties], columns=["source", "target"]),
    )
    found = DistanceDecay(km).fitted(cluster)
    assert found.loc["p0", "likeliest"] == pytest.approx(0.7, abs=0.1)
    assert found.loc["scale", "likeliest"] == pytest.approx(20, rel=0.25)
    assert (found["low"] < found["likeliest"]).all()
    assert (found["likeliest"] < found["high"]).all()


def test_decay_names_gaps_and_contradictions():
    with pytest.raises(InputError, match="no distance from the partner's place"):
        DistanceDecay({"Kelmė": {"Šiauliai": 43}}, p0=0.5, scale=10).fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="directions differ"):
        DistanceDecay({"a": {"b": 1}, "b": {"a": 2}})
    with pytest.raises(InputError) as caught:
        DistanceDecay({"a": {"b": -1}}, p0=2, scale=0, shape="linear")
    assert len(caught.value.problems) == 4


def test_needs_meet_offers_both_ways():
    # Hub needs a lawyer (Court) and offers a psychologist (School and NGO need one)
    model = Complement("needs", "offers", rate=0.5)
    assert to(model) == {"Court": 0.5, "School": 0.5, "NGO": 0.5}
    assert to(Complement("needs", "offers", rate=0.5, otherwise=0.2))["Court"] == pytest.approx(1 - 0.8 * 0.5)
    assert fitted(model, directed=True) == {("Hub", "Court"): 0.5, ("School", "Hub"): 0.5, ("NGO", "Hub"): 0.5}
    service = Complement("needs", "offers", rate=0.5, runs="to_need")
    assert fitted(service, directed=True) == {("Court", "Hub"): 0.5, ("Hub", "School"): 0.5, ("Hub", "NGO"): 0.5}


def test_several_needs_count_and_layers_and_mappings_do_as_well():
    mapping = Complement({"School": ["a", "b", "c"]}, {"Hub": ["a", "b"]}, rate=0.5)
    assert to(mapping) == {"School": 0.75}
    cluster = with_hub(town()).with_affiliation("Hub", "autumn", layer="provides", confidence=0.5)
    layers = Complement({"Firm": ["autumn"]}, "provides", rate=0.8)
    assert to(layers, cluster=cluster) == {"Firm": pytest.approx(0.4)}
    with pytest.raises(InputError, match="did you mean 'needs'"):
        Complement("neds", "offers", rate=0.5).fit(cluster, "Hub", "tie")
    with pytest.raises(InputError, match="did you mean 'School'"):
        Complement({"Schol": ["a"]}, "offers", rate=0.5).fit(cluster, "Hub", "tie")


def test_committees_lead_to_ties_with_diminishing_returns():
    model = Committee(["spring", "autumn"], probability=0.4, further=0.5)
    assert to(model) == pytest.approx({"School": 0.4, "Clinic": 1 - 0.6**1.5, "NGO": 0.4})
    uncertain = Committee({"spring": 0.5, "autumn": 1}, probability=0.4, further=0.5)
    both = 0.5 * (1 - 0.6**1.5) + 0.5 * 0.4
    assert to(uncertain) == pytest.approx(
        dict.fromkeys(("Parish", "Firm", "Court"), 0) | {"School": 0.2, "Clinic": both, "NGO": 0.4}
    )
    busy = Committee(["spring"], probability=0.4, elsewhere=0.5)
    assert to(busy) == pytest.approx({"School": 0.4, "Clinic": 1 - 0.6**0.5})
    each = Committee(0.5, probability=0.4)
    assert to(each)["Court"] == pytest.approx(0.2)


def test_committees_may_be_those_of_the_partner_itself():
    cluster = with_hub(town()).with_affiliation("Hub", ["winter"])
    assert to(Committee(probability=0.4), cluster=cluster) == {"Court": pytest.approx(0.4)}
    with pytest.raises(InputError, match="belongs to no group"):
        Committee(probability=0.4).fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="did you mean 'spring'"):
        Committee(["sprng"], probability=0.4).fit(cluster, "Hub", "tie")


def test_attending_an_event_makes_its_ties_come_together():
    ties = Committee({"spring": 0.5}, probability=1.0).fit(with_hub(town()), "Hub", "tie")
    for draw in range(20):
        drawn = ties.probabilities(np.random.default_rng(draw))
        assert set(drawn[:2]) in ({0.0}, {1.0})  # School and Clinic, who both attend


def test_preferential_shares_out_the_expected_number():
    probabilities = to(Preferential(3))
    weights = {"School": 3, "Clinic": 4, "NGO": 3.5, "Parish": 1.5, "Firm": 3, "Court": 2}
    assert probabilities == pytest.approx({actor: 3 * w / 17 for actor, w in weights.items()})
    assert sum(to(Preferential(5.5, power=3)).values()) == pytest.approx(5.5)
    assert max(to(Preferential(5.5, power=3)).values()) == 1
    assert set(np.round(list(to(Preferential(3, power=0)).values()), 9)) == {0.5}
    with pytest.raises(InputError, match="6 ties are possible"):
        Preferential(7).fit(with_hub(town()), "Hub", "tie")


def test_preferential_directions():
    pairs = fitted(Preferential(1, offset=0, direction="out"), directed=True)
    assert pairs[("Hub", "Firm")] == pytest.approx(2 / 5.5)  # in-degree 2 of 5.5 arcs
    assert ("Hub", "School") not in pairs  # nobody has turned to it yet
    both = fitted(Preferential(2), directed=True)
    assert len(both) == 12
    assert sum(both.values()) == pytest.approx(2)


def test_water_fills_vessels():
    filled_ = filled(np.array([10.0, 5.0, 1.0, 1.0, 0.0]), 3)
    assert filled_.tolist() == [1, 1, 0.5, 0.5, 0]
    assert filled(np.array([1.0, 2.0]), 2).tolist() == [1, 1]


def test_closure_leads_to_partners_of_partners():
    probabilities = to(Closure(Stated({"NGO": 1.0, "Clinic": 0.5}), 0.4))
    assert probabilities == pytest.approx(
        {
            "NGO": 1,
            "Clinic": 0.5,  # NGO is not tied to it
            "School": 1 - (1 - 0.4) * (1 - 0.4 * 0.5),
            "Firm": 1 - (1 - 0.4) * (1 - 0.4 * 0.5),
            "Parish": 0.4 * 0.5,  # an uncertain tie
            "Court": 0.4 * 0.5,
        }
    )


def test_closure_follows_directed_paths():
    out = fitted(Closure(Stated({"School": 1.0}), 0.4), directed=True)
    assert {pair: p for pair, p in out.items() if p > 0} == pytest.approx(
        {("Hub", "School"): 1, ("Hub", "Clinic"): 0.4, ("Hub", "NGO"): 0.4}
    )
    into = fitted(Closure(Stated({"NGO": 1.0}, direction="in"), 0.4), directed=True)
    assert {pair: p for pair, p in into.items() if p > 0} == pytest.approx({("NGO", "Hub"): 1, ("School", "Hub"): 0.4})


def test_more_rounds_reach_further():
    chain = Cluster.from_tables(
        pd.DataFrame({"actor": list("abcd")}), pd.DataFrame({"source": list("abc"), "target": list("bcd")})
    ).with_actor("Hub")
    for rounds, reached in ((1, "ab"), (2, "abc"), (3, "abcd")):
        probabilities = to(Closure(Stated({"a": 1.0}), 1.0, rounds=rounds), cluster=chain)
        assert {actor for actor, p in probabilities.items() if p == 1} == set(reached)


def test_capacity_is_never_exceeded():
    ties = AtMost(Preferential(4), 2).fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    assert max(int(ties.realised(rng.random(6), rng).sum()) for _ in range(300)) == 2
    sure = to(AtMost(Stated({"School": 1.0, "NGO": 1.0, "Firm": 1.0}), 2))
    assert sure == pytest.approx(dict.fromkeys(("School", "NGO", "Firm"), 2 / 3))
    # of School .9 and Clinic .9 at most one is kept: .9 (.1 + .9 / 2)
    assert to(AtMost(Stated({"School": 0.9, "Clinic": 0.9}), 1))["School"] == pytest.approx(0.9 * 0.55)


def test_number_of_others_equals_enumeration():
    p = np.array([0.0, 1.0, 0.5, 0.3, 0.97, 0.5])
    for own in range(len(p)):
        rest = np.delete(p, own)
        counts = np.zeros(len(p))
        for state in np.ndindex(*(2,) * len(rest)):
            there = np.array(state, dtype=bool)
            counts[there.sum()] += np.prod(np.where(there, rest, 1 - rest))
        np.testing.assert_allclose(count_of_others(p)[own], counts, atol=1e-12)


def test_alternatives_and_mixtures():
    a, b = Stated({"School": 0.5, "NGO": 0.4}), Stated({"School": 0.5, "Firm": 1.0})
    assert to(a | b) == {"School": 0.75, "NGO": pytest.approx(0.4), "Firm": 1.0}
    mixed = to(Mixture({a: 3, b: 1}))
    assert {actor: p for actor, p in mixed.items() if p} == pytest.approx({"School": 0.5, "NGO": 0.3, "Firm": 0.25})


def test_a_mixture_believes_one_model_at_a_time():
    mixture = Mixture([Stated({"School": 1.0, "NGO": 1.0}), Stated({"Firm": 1.0})])
    ties = mixture.fit(with_hub(town()), "Hub", "tie")
    rng = np.random.default_rng(1)
    seen = {tuple(np.array(ties.targets)[ties.realised(rng.random(6), rng)]) for _ in range(60)}
    assert seen == {("School", "NGO"), ("Firm",)}


def test_scaled_probabilities_stop_at_one():
    model = Stated({"School": 0.8, "NGO": 0.2})
    assert to(Scaled(model, 0.5)) == {"School": 0.4, "NGO": 0.1}
    assert to(Scaled(model, 2)) == {"School": 1.0, "NGO": 0.4}
    with pytest.raises(InputError, match="less probable, not more"):
        Scaled(AtMost(model, 1), 2).fit(with_hub(town()), "Hub", "tie")


def test_scaled_rates_average_what_is_cut_off():
    ties = Scaled(Rates(prior_rate=0.6, prior_dyads=2), 1.6).fit(with_hub(town()), "Hub", "tie")
    drawn = np.mean([ties.probabilities(np.random.default_rng(draw)) for draw in range(3000)], axis=0)
    np.testing.assert_allclose(ties.probabilities(None), drawn, atol=0.03)


def test_all_wrong_parameters_are_named_at_once():
    with pytest.raises(InputError) as caught:
        Committee({"spring": 2}, probability=-1, further=7, elsewhere="much")
    assert len(caught.value.problems) == 4
    with pytest.raises(InputError) as caught:
        Closure("no model", 3, rounds=0)
    assert len(caught.value.problems) == 3


def test_ties_that_the_partner_has_already_make_nobody_better_connected():
    """They may be of the layer that the model learns from: an advisor that becomes a partner."""
    learned = Preferential(3, layer="tie")
    alone = with_hub(town()).with_layer("referral", directed=False)
    advising = alone.with_ties("Hub", ["Court", "Parish"], layer="tie")
    one, other = (expected(learned.fit(each, "Hub", "referral")) for each in (alone, advising))
    assert one == pytest.approx(other)
    assert one[("Hub", "Court")] == pytest.approx(3 * 2 / 17)


def test_a_model_around_a_mixture_uses_numbers_that_none_of_its_models_has_used():
    stated = Stated({"School": 1.0})
    mixture = Mixture([stated, Closure(stated, 0.5)])
    halved = Scaled(mixture, 0.5).fit(with_hub(town()), "Hub", "tie")
    clinic = halved.targets.index("Clinic")  # only introductions lead to it
    assert frequencies(halved)[clinic] == pytest.approx(0.5 * 0.5 * 0.5, abs=0.02)


@pytest.mark.parametrize("directed", [False, True])
def test_drawn_rates_are_the_same_both_ways_unless_ties_have_a_direction(directed):
    drawn = Rates(by="sector").posterior(town(directed=directed)).rates(np.random.default_rng(3))
    assert (drawn == drawn.T).all() == (not directed)
    assert len(np.unique(drawn)) == (drawn.size if directed else 10)  # of four sectors, the fourth not seen yet
