"""A partner who is like a member: the ties of that member, by hand."""

import pytest

from socluster.core.errors import InputError
from socluster.whatif.ties import LikeActor
from tests.whatif.ties.tie_samples import fitted, to, town, with_hub


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


def test_a_twin_is_said_to_leave_out_how_partners_differ():
    assert LikeActor("m").assumption().endswith("; how far partners differ from m is left out")
    assert "left out" not in LikeActor("m", share=0.9).assumption()
    assert "neatsižvelgiama" in LikeActor("m").assumption("lt")
