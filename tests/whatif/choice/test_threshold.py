"""How many ties before it matters?"""

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.whatif.choice.goals import as_goal
from socluster.whatif.choice.threshold import Threshold


def ring(n=12):
    names = [f"m{number:02}" for number in range(n)]
    ties = pd.DataFrame({"source": names, "target": [*names[1:], names[0]]})
    return sc.Cluster.from_tables(pd.DataFrame({"actor": names, "sector": ["x", "y"] * (n // 2)}), ties)


def hub(model=None):
    scenario = sc.Scenario("hub").with_actor("hub", sector="x")
    return scenario.with_ties("hub", sc.ties.Rates() if model is None else model)


def asked(**more):
    options = {"measure": sc.density, "over": range(1, 5), "draws": 60, "rng": 7} | more
    return sc.threshold(ring(), hub(), **options)


def test_the_number_of_ties_is_as_stated():
    """Density of 12 actors with 12 ties is 2/11; with k more ties and one more actor (12 + k) / 78."""
    found = asked()
    assert found.to_frame()["gain"].to_numpy() == pytest.approx([(12 + k) / 78 - 12 / 66 for k in range(1, 5)])
    assert found.ties == 3
    assert found.to_frame()["p_gain"].tolist() == [0, 0, 1, 1]


def test_what_is_never_enough_is_told():
    found = asked(over=[1, 2])
    assert found.ties is None
    assert "up to 2 ties, there is a gain in density (higher is better) in less than 90% of the draws" in str(found)
    assert len(found.sentences("lt")) == len(found.sentences())


def test_more_ties_contain_the_fewer():
    gains = asked(measure=sc.global_efficiency, over=range(1, 6)).gains
    assert (np.diff(gains, axis=0) > 0).all()  # a tie more never makes ways longer


def test_stated_ties_are_taken_too_and_who_is_impossible_gets_none():
    scenario = sc.Scenario("hub").with_actor("hub", sector="x").with_ties("hub", ["m00", "m06"])
    found = sc.threshold(ring(), scenario, measure=sc.density, over=range(1, 4), draws=20, rng=1)
    assert found.to_frame()["gain"].to_numpy() == pytest.approx([(12 + min(k, 2)) / 78 - 12 / 66 for k in (1, 2, 3)])


def test_the_answer_lasts_from_there_on():
    gains = np.array([[1.0, 1.0], [-1.0, 1.0], [1.0, 1.0]])
    found = Threshold(ring(), hub(), as_goal(sc.density), (1, 2, 3), gains, 0.9, 0.9)
    assert found.ties == 3
    assert found.plot().layout.meta["alt"].startswith("hub")


def test_what_is_near_the_share_is_too_close_to_call():
    gains = np.array([[1.0] * 9 + [-1.0] * 2])
    assert "Too close to call" in str(Threshold(ring(), hub(), as_goal(sc.density), (1,), gains, 0.9, 0.9))


def test_less_may_be_better():
    assert asked(better="lower", over=[1]).ties == 1
    with pytest.raises(InputError, match="better"):
        asked(measure=sc.average_path_length)


def test_wrong_questions_are_refused():
    for wrong in ([], [0], [1.5], [True]):
        with pytest.raises(InputError, match="over"):
            asked(over=wrong)
    with pytest.raises(InputError, match="over"):
        asked(over=[99])
    with pytest.raises(InputError, match="share"):
        asked(p=0)
    with pytest.raises(InputError, match="must let a partner join"):
        sc.threshold(ring(), sc.Scenario("s").without_actor("m00"), measure=sc.density)
    with pytest.raises(InputError, match="whole cluster"):
        asked(measure=sc.degree)


def test_a_partner_may_take_the_place_of_who_leaves():
    scenario = sc.Scenario("change").with_replacement("m00", "new", sector="x")
    found = sc.threshold(ring(), scenario, measure=sc.density, over=[1, 2], draws=20, rng=7)
    assert found.to_frame()["defined"].eq(1).all()


def test_a_measure_by_actor_is_refused_with_a_way_out_that_works():
    with pytest.raises(InputError, match=r"argument 'measure': must be one.*constraint\(cluster\)\.mean\(\)"):
        asked(measure=sc.constraint)
    assert asked(measure=lambda cluster: sc.constraint(cluster).mean(), better="lower").numbers


def test_another_seed_is_another_answer_and_the_seed_is_kept():
    options = {"measure": sc.global_efficiency, "draws": 40}
    one, same, other = (asked(rng=seed, **options) for seed in (1, 1, 2))
    assert one.to_frame().equals(same.to_frame())
    assert not one.to_frame().equals(other.to_frame())
    assert (one.seed, other.seed) == (1, 2)
