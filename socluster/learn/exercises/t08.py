"""Tutorial 08, the national cluster: counting a plan, plan against outcome, two-mode density, backbones, survival."""

from __future__ import annotations

import warnings

from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterWarning
from socluster.io.datasets import dataset_tables, load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.twomode.backbone import projection_backbone
from socluster.measures.twomode.centrality import twomode_density
from socluster.measures.twomode.projection import swap_modes
from socluster.whatif.leaving.survival import surviving_ties

__all__ = ["EXERCISES"]


def _whole_actors() -> int:
    return int(load_dataset("care_reform").actors["part_of"].isna().sum())


def _events() -> tuple[int, int, int]:
    """Return how many events were planned and held, and how many of either were conferences."""
    tables = dataset_tables("care_reform")
    events = tables["events_outcome"].set_index("state")["events"]
    return int(events["planned"]), int(events["held"]), len(tables["conferences"])


def _more_than_planned() -> float:
    planned, held, conferences = _events()
    return 100 * ((held - conferences) / (planned - conferences) - 1)


def _more_than_planned_in_all() -> float:
    planned, held, _ = _events()
    return 100 * (held / planned - 1)


def _experts() -> Cluster:
    return load_dataset("care_reform").select(actors={"kind": "regional expert"}, groups={"kind": "region"})


def _backbone_of_events(alpha: float = 0.05) -> int:
    return projection_backbone(swap_modes(load_dataset("davis")), alpha=alpha).n_ties


def _surviving(*kinds: str) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return surviving_ties(load_dataset("siauliai").project(), without={"kind": list(kinds)}).share


EXERCISES = (
    Exercise(
        "08.1",
        _whole_actors,
        (
            Hint(
                lambda: load_dataset("care_reform").n_actors,
                "These are all rows; some of them are part of another.",
                "Tai visos eilutės; kai kurios iš jų yra kitos dalis.",
            ),
            Hint(
                lambda: load_dataset("care_reform").n_actors - _whole_actors(),
                "These are the parts; the question asks for the others.",
                "Tai dalys; klausiama, kiek kitų.",
            ),
            Hint(
                lambda: load_dataset("care_reform").n_actors - 1,
                "You left out the whole and kept its parts; here the parts go.",
                "Išbraukėte visumą, o dalis palikote; čia išbraukiamos dalys.",
            ),
        ),
    ),
    Exercise(
        "08.2",
        _more_than_planned,
        (
            Hint(
                _more_than_planned_in_all,
                "That is for all events; leave the conferences out of both numbers.",
                "Tiek visų renginių; konferencijas išbraukite iš abiejų skaičių.",
            ),
            Hint(
                lambda: 100 + _more_than_planned(),
                "That is what was held as a percentage of the plan; how much more than the plan is it?",
                "Tai įvykusių dalis procentais nuo plano; o kiek tai daugiau už planą?",
            ),
            Hint(
                lambda: _events()[1] - _events()[0],
                "So many events more; the question asks for a percentage.",
                "Tiek renginių daugiau; klausiama procentų.",
            ),
        ),
    ),
    Exercise(
        "08.3",
        lambda: twomode_density(_experts()),
        (
            Hint(
                lambda: twomode_density(load_dataset("care_reform")),
                "That also counts areas, ministries and measures, which nobody asks about; select experts and regions.",
                "Čia įskaičiuotos ir sritys, ministerijos, priemonės, apie kurias neklausiama; išrinkite ekspertus ir "
                "regionus.",
            ),
            Hint(
                lambda: _experts().n_affiliations,
                "These are the pairs that are there; divide by those that are possible.",
                "Tiek porų yra; padalykite iš galimų skaičiaus.",
            ),
            Hint(
                1.0,
                "Each expert has one region, but could have each of them.",
                "Kiekvienas ekspertas turi vieną regioną, bet galėtų turėti bet kurį.",
            ),
        ),
    ),
    Exercise(
        "08.4",
        _backbone_of_events,
        (
            Hint(
                lambda: projection_backbone(load_dataset("davis"), alpha=0.05).n_ties,
                "That is the backbone of the women; swap the modes first.",
                "Tai moterų karkasas; pirmiausia apverskite modas.",
            ),
            Hint(
                lambda: _backbone_of_events(0.1),
                "That is with alpha = 0.1.",
                "Taip būtų, jei alpha = 0,1.",
            ),
            Hint(
                lambda: swap_modes(load_dataset("davis")).project().n_ties,
                "That is the whole projection of the events; which of these ties are more than chance?",
                "Tai visa renginių projekcija; kurių iš šių ryšių daugiau nei atsitiktinai?",
            ),
        ),
    ),
    Exercise(
        "08.5",
        lambda: _surviving("expert", "project team"),
        (
            Hint(
                lambda: _surviving("expert"),
                "The project team is still there.",
                "Projekto komanda dar liko.",
            ),
            Hint(
                lambda: _surviving("project team"),
                "The experts are still there.",
                "Ekspertai dar liko.",
            ),
            Hint(
                lambda: 1 - _surviving("expert", "project team"),
                "That is the share that is lost.",
                "Tai dalis, kurios netenkama.",
            ),
        ),
    ),
)
