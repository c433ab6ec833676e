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
from socluster.words import marked

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
                marked("These are all rows; some of them are part of another."),
            ),
            Hint(
                lambda: load_dataset("care_reform").n_actors - _whole_actors(),
                marked("These are the parts; the question asks for the others."),
            ),
            Hint(
                lambda: load_dataset("care_reform").n_actors - 1,
                marked("You left out the whole and kept its parts; here the parts go."),
            ),
        ),
    ),
    Exercise(
        "08.2",
        _more_than_planned,
        (
            Hint(
                _more_than_planned_in_all, marked("That is for all events; leave the conferences out of both numbers.")
            ),
            Hint(
                lambda: 100 + _more_than_planned(),
                marked("That is what was held as a percentage of the plan; how much more than the plan is it?"),
            ),
            Hint(
                lambda: _events()[1] - _events()[0], marked("So many events more; the question asks for a percentage.")
            ),
        ),
    ),
    Exercise(
        "08.3",
        lambda: twomode_density(_experts()),
        (
            Hint(
                lambda: twomode_density(load_dataset("care_reform")),
                marked(
                    "That also counts areas, ministries and measures, which nobody asks about; select experts "
                    "and regions."
                ),
            ),
            Hint(
                lambda: _experts().n_affiliations,
                marked("These are the pairs that are there; divide by those that are possible."),
            ),
            Hint(1.0, marked("Each expert has one region, but could have each of them.")),
        ),
    ),
    Exercise(
        "08.4",
        _backbone_of_events,
        (
            Hint(
                lambda: projection_backbone(load_dataset("davis"), alpha=0.05).n_ties,
                marked("That is the backbone of the women; swap the modes first."),
            ),
            Hint(lambda: _backbone_of_events(0.1), marked("That is with alpha = 0.1.")),
            Hint(
                lambda: swap_modes(load_dataset("davis")).project().n_ties,
                marked("That is the whole projection of the events; which of these ties are more than chance?"),
            ),
        ),
    ),
    Exercise(
        "08.5",
        lambda: _surviving("expert", "project team"),
        (
            Hint(lambda: _surviving("expert"), marked("The project team is still there.")),
            Hint(lambda: _surviving("project team"), marked("The experts are still there.")),
            Hint(lambda: 1 - _surviving("expert", "project team"), marked("That is the share that is lost.")),
        ),
    ),
)
