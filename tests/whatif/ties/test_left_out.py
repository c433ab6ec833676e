"""Members who are left out and let in again."""

import numpy as np

from socluster.whatif.ties import Committee, LikeActor, Rates, Stated
from socluster.whatif.ties.left_out import alone, left_out, names_a_partner, observed_ties, some_members
from tests.whatif.ties.test_active import cluster


def test_the_model_learns_from_the_others_alone():
    found = cluster()
    out = left_out(found, Rates(), "m03", "tie", observed_ties(found, "tie"))
    fresh = Rates().fit(alone(found, "m03"), "m03", "tie")
    assert out.ties.probabilities(None).tolist() == fresh.probabilities(None).tolist()
    own = np.asarray(found.matrix().todense())[found.parts.position["m03"]]
    assert own[out.others].tolist() == out.there.tolist()
    assert out.known.all()
    assert not len(out.impossible)


def test_ties_that_a_model_makes_impossible_are_kept():
    found = cluster().with_group("g").with_affiliation("m03", ["g"], layer="attends")
    out = left_out(found, Committee(probability=0.5), "m03", "tie", observed_ties(found, "tie"))
    own = np.asarray(found.matrix("tie").todense())[found.parts.position["m03"]]
    assert len(out.impossible) == own.sum()


def test_a_member_whom_the_model_does_not_fit_is_none():
    found = cluster().with_attributes("m03", sector=None)
    truth = observed_ties(found, "tie")
    assert left_out(found, Rates(), "m03", "tie", truth) is None
    assert left_out(found, Rates(missing="category"), "m03", "tie", truth) is not None


def test_some_members_are_always_the_same():
    order = list(np.random.default_rng(2).permutation(30))
    assert some_members(cluster(), 40) == sorted(cluster().ids)
    assert some_members(cluster(), 3) == some_members(cluster(order=order), 3)
    assert len(some_members(cluster(), 3)) == 3


def test_models_about_one_partner_are_told():
    assert names_a_partner(Rates() | Stated({"m00": 1.0}))
    assert names_a_partner(LikeActor("m00"))
    assert names_a_partner(Committee(["g"], probability=0.1))
    assert not names_a_partner(Committee(probability=0.1))


def test_draws_are_always_the_same():
    found = cluster()
    out = left_out(found, Rates(), "m03", "tie", observed_ties(found, "tie"))
    one, other = (out.draws(3, 5) for _ in range(2))
    assert (one == other).all()
    assert len(one) == 5
