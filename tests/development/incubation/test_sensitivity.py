import sys

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.development.incubation.sensitivity import indices
from tests.development.incubation.circles import circle

HOW = {"events": {"seminar": 2, "conference": 1}, "draws": 4, "rng": 7}


def test_shares_of_a_product_are_those_of_the_formula():
    ranges = {"p": (0.02, 0.3), "q": (0.1, 0.4)}
    found = indices(lambda at: at["p"] * at["q"], ranges, trajectories=50, samples=1024, seed=7)
    # of p q with p even over .02 to .3 and q over .1 to .4: by integration
    assert found["first"].tolist() == pytest.approx([0.628850, 0.295688], abs=0.005)
    assert found["total"].tolist() == pytest.approx([0.704312, 0.371150], abs=0.005)
    assert found["first"].sum() <= 1 + found["first_error"].sum()
    assert found["mu_star"].tolist() == pytest.approx([0.28 * 0.25, 0.3 * 0.16], rel=0.15)
    linear = indices(lambda at: at["p"] + 2 * at["q"], ranges, trajectories=5, samples=0, seed=7)
    assert linear["mu_star"].tolist() == pytest.approx([0.28, 0.6])
    assert linear["sigma"].max() < 1e-9
    assert linear["first"].isna().all()


def test_what_does_not_matter_moves_nothing_and_what_never_changes_has_no_shares():
    vary = {"formation": (0.05, 0.3), "trust_gain": (0.0, 0.3)}
    found = sc.incubation_sensitivity(
        circle(12), **HOW, vary=vary, barriers=sc.Barriers.none(), trajectories=4, samples=4
    ).to_frame()
    assert found.index.tolist() == ["formation", "trust_gain"]
    assert found.loc["trust_gain", "mu_star"] == 0
    still = indices(lambda at: 3.0, {"p": (0, 1)}, trajectories=2, samples=4, seed=7)
    assert still["total"].isna().all()


def test_all_assumptions_over_their_ranges():
    found = sc.incubation_sensitivity(circle(12), **HOW, trajectories=2, samples=0).to_frame()
    assert set(found.index) == {
        "formation", "repeat", "trust", "trust_gain", "half_life", "meetings",
        "experience", "distrust", "attitudes", "competition",
    }  # fmt: skip
    assert found.loc["half_life", ["low", "high"]].tolist() == [0.3, 5.0]
    assert found["mu_star"].max() > 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"vary": {"formations": (0, 1)}}, "did you mean 'formation'"),
        ({"vary": {}}, "is no assumption"),
        ({"vary": {"formation": (0.3, 0.1)}}, "must be a range"),
        ({"vary": {"formation": 0.3}}, "must be a range"),
        ({"vary": {"formation": (0.1, 3)}}, "argument 'formation'"),
        ({"vary": {"trust": (0.1, 3)}}, "from 0 to 1"),
        ({"samples": 48}, "power of 2"),
        ({"what": "coordinated_activity"}, "nobody's services are known"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong, said):
    with pytest.raises(InputError, match=said):
        sc.incubation_sensitivity(circle(5), **{**HOW, "trajectories": 2, "samples": 0, **wrong})


def test_without_salib_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "SALib.analyze", None)
    with pytest.raises(InputError, match=r"socluster\[sensitivity\]"):
        indices(lambda at: 1.0, {"p": (0, 1)}, trajectories=2, samples=0, seed=7)
