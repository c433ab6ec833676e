"""Exercises of tutorial 06: who should join, and would the cluster live without its lead?"""

from __future__ import annotations

import warnings
from typing import Any

from socluster.core.cluster import Cluster
from socluster.core.errors import NearNameWarning
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.cohesion.hierarchy import connectedness
from socluster.whatif import ties
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.leaving.losses import losses
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import marked

__all__ = ["EXERCISES"]


def _worst_loss(column: str) -> str:
    region = load_dataset("siauliai").project()
    return str(losses(region).to_frame()[column].idxmax())


def _calibrated(model: Any) -> Any:
    return ties.calibrate(load_dataset("knoke").layer("information"), model)


def _without_lead(cluster: Cluster) -> float:
    return connectedness(cluster.without_actor("LEU"))


def _joins(name: str, actor: str, sector: str, model: Any) -> Scenario:
    return Scenario(name).with_actor(actor, sector=sector).with_ties(actor, model, layer="cooperation")


def _gains() -> tuple[float, float]:
    """Return what the two gain together, and the sum of what each gains alone."""
    business = _joins("business", "BUSI", "private", ties.Rates(by="sector"))
    families = _joins("families", "FAMI", "civic", ties.Preferential(3))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NearNameWarning)  # nobody there is private, which is what the tutorial is about
        plan = plan_partners(
            load_dataset("norway_project"),
            [business, families],
            goals={"gain": _without_lead},
            budget=5,
            cost={"business": 3, "families": 2},
            draws=300,
            rng=7,
        )
    gain = plan.pareto["gain"]
    return float(gain["business + families"]), float(gain["business"] + gain["families"])


def _synergy() -> float:
    together, alone = _gains()
    return together - alone


EXERCISES = (
    Exercise(
        "06.1",
        lambda: _worst_loss("broken_pairs"),
        (
            Hint("MSSL", marked("With it most ties would go, but the others can reach each other by other ways.")),
            Hint("Lazdijai DM", marked("Close: its loss breaks one pair less than the worst.")),
            Hint(
                lambda: _worst_loss("services"),
                marked("Its loss leaves an event without anybody; the question is about pairs."),
            ),
        ),
    ),
    Exercise(
        "06.2",
        0.4**4,
        (
            Hint(0.6**4, marked("That is how likely all four form.")),
            Hint(0.4, marked("That is how likely one of them does not form.")),
            Hint(1 - 0.6**4, marked("That is how likely not all four form.")),
            Hint(1 - 0.4**4, marked("That is how likely at least one forms.")),
        ),
        tolerance=5e-4,
    ),
    Exercise(
        "06.3",
        lambda: _calibrated(ties.Preferential(5)).auc_within,
        (
            Hint(
                lambda: _calibrated(ties.Preferential(5)).auc,
                marked("That is the AUC over all dyads, which also asks who has many ties."),
            ),
            Hint(
                lambda: _calibrated(ties.Rates(by="sector")).auc_within,
                marked("That is the value of the other model, `Rates`."),
            ),
            Hint(lambda: _calibrated(ties.Preferential(5)).brier, marked("That is the Brier score.")),
        ),
        tolerance=1e-3,
    ),
    Exercise(
        "06.4",
        _synergy,
        (
            Hint(
                lambda: _gains()[0],
                marked("That is what they gain together; compare it with the sum of what each gains alone."),
            ),
            Hint(lambda: _gains()[1], marked("That is the sum of what each gains alone.")),
            Hint(lambda: -_synergy(), marked("Turned round: subtract the sum from what they gain together.")),
        ),
        tolerance=0.001,
    ),
    Exercise(
        "06.5",
        0.75 / 1.75,
        (
            Hint(0.3, marked("That is half the probability; the odds are halved.")),
            Hint(0.75, marked("Those are the odds; which probability is that?")),
            Hint(0.75 / 1.75 / 2, marked("Halved twice.")),
        ),
        tolerance=1e-3,
    ),
)
