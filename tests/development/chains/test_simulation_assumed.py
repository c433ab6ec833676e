"""All that a simulation assumes is said, and nothing else."""

import numpy as np

from socluster.development.chains.simulation_assumed import Assumed


def said(patient=(), **changes):
    told = {
        "service_rate": np.array([10.0]), "patience": np.array([0.5]), "cv2": 1.0, "never_leave": 0.0,
        "routing": "capacity", "start": 3, "has_season": False, "has_holidays": False, "is_choice": False,
    }  # fmt: skip
    return Assumed(**{**told, **changes}).sentences(list(patient), "year", "en")


def test_the_least_that_is_assumed():
    assert len(said()) == 2
    assert said()[1] == (
        "Assumed: clients are ready to wait 6 months on average (3.5 to 24 months are usual assumptions)."
    )


def test_each_assumption_has_its_sentence():
    assert "the list is empty" in said(start=0)[-1]
    assert "by the strength of the ties" in said(is_choice=True, routing="weight")[-1]
    assert "by what the next actors can serve" in said(is_choice=True)[-1]
    assert "arrivals follow" in said(has_season=True)[-1]
    assert "servers are away" in said(has_holidays=True)[-1]
    assert "25% of them as long as it takes" in said(never_leave=0.25)[1]
    assert "nobody leaves the list, however long" in said(patience=np.array([np.inf]))[1]
    mixed = said(["P"], patience=np.array([0.5, np.inf]), service_rate=np.array([2.0, 10.0]))
    assert mixed[-1] == "Assumed: nobody leaves the list at P."
    assert "serves 2 – 10 a year" in mixed[0]
