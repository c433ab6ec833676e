"""Exercises of tutorial 06: who should join, and would the cluster live without its lead?"""

from __future__ import annotations

from typing import Any

from socluster.core.cluster import Cluster
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.cohesion.hierarchy import connectedness
from socluster.whatif import ties
from socluster.whatif.choice.plan import plan_partners
from socluster.whatif.leaving.losses import losses
from socluster.whatif.scenarios.scenario import Scenario

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
            Hint(
                "MSSL",
                "With it most ties would go, but the others can reach each other by other ways.",
                "Su juo dingtų daugiausia ryšių, bet kiti gali pasiekti vieni kitus kitais keliais.",
            ),
            Hint(
                "Lazdijai DM",
                "Close: its loss breaks one pair less than the worst.",
                "Netoli: jo netektis nutraukia viena pora mažiau negu skaudžiausia.",
            ),
            Hint(
                lambda: _worst_loss("services"),
                "Its loss leaves an event without anybody; the question is about pairs.",
                "Jo netekus renginyje nieko nebelieka; klausiama apie poras.",
            ),
        ),
    ),
    Exercise(
        "06.2",
        0.4**4,
        (
            Hint(0.6**4, "That is how likely all four form.", "Tokia tikimybė, kad užsimegs visi keturi."),
            Hint(0.4, "That is how likely one of them does not form.", "Tokia tikimybė, kad neužsimegs vienas iš jų."),
            Hint(1 - 0.6**4, "That is how likely not all four form.", "Tokia tikimybė, kad užsimegs ne visi keturi."),
            Hint(1 - 0.4**4, "That is how likely at least one forms.", "Tokia tikimybė, kad užsimegs bent vienas."),
        ),
        tolerance=5e-4,
    ),
    Exercise(
        "06.3",
        lambda: _calibrated(ties.Preferential(5)).auc_within,
        (
            Hint(
                lambda: _calibrated(ties.Preferential(5)).auc,
                "That is the AUC over all dyads, which also asks who has many ties.",
                "Tai visų dyadų AUC, kuris klausia ir to, kas turi daug ryšių.",
            ),
            Hint(
                lambda: _calibrated(ties.Rates(by="sector")).auc_within,
                "That is the value of the other model, `Rates`.",
                "Tai kito modelio, `Rates`, reikšmė.",
            ),
            Hint(
                lambda: _calibrated(ties.Preferential(5)).brier,
                "That is the Brier score.",
                "Tai Briero įvertis.",
            ),
        ),
        tolerance=1e-3,
    ),
    Exercise(
        "06.4",
        _synergy,
        (
            Hint(
                lambda: _gains()[0],
                "That is what they gain together; compare it with the sum of what each gains alone.",
                "Tai jų nauda kartu; palyginkite ją su atskirų naudų suma.",
            ),
            Hint(
                lambda: _gains()[1],
                "That is the sum of what each gains alone.",
                "Tai atskirų naudų suma.",
            ),
            Hint(
                lambda: -_synergy(),
                "Turned round: subtract the sum from what they gain together.",
                "Atvirkščiai: iš bendros naudos atimkite sumą.",
            ),
        ),
        tolerance=0.01,
    ),
    Exercise(
        "06.5",
        0.75 / 1.75,
        (
            Hint(0.3, "That is half the probability; the odds are halved.", "Tai pusė tikimybės; mažinami šansai."),
            Hint(0.75, "Those are the odds; which probability is that?", "Tai šansai; kokia tai tikimybė?"),
            Hint(0.75 / 1.75 / 2, "Halved twice.", "Sumažinta perpus du kartus."),
        ),
        tolerance=1e-3,
    ),
)
