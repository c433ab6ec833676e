"""Tutorial 03, associations and mixing: the E-I index and chance, openness, and what a projection makes of events."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.centrality.degree import degree
from socluster.measures.mixing.mixing import ei_index, mixing_table
from socluster.measures.mixing.openness import openness_by_group
from socluster.measures.mixing.significance import EITest, ei_test
from socluster.measures.twomode.centrality import twomode_degree
from socluster.words import marked

__all__ = ["EXERCISES"]

NATIONAL = "National round table"


def _norway_ei() -> float:
    return ei_index(load_dataset("norway_project"), group="sector")


def _norway_ei_cells_twice() -> float:
    """Compute the E-I index as somebody does who counts ties across sectors in both their cells."""
    table = mixing_table(load_dataset("norway_project"), group="sector").to_numpy()
    internal = np.trace(table)
    return float((table.sum() - 2 * internal) / table.sum())


def _norway_test() -> EITest:
    return ei_test(load_dataset("norway_project"), group="sector", draws=1, rng=0)  # the expected value is exact


def _indianapolis_test() -> EITest:
    return ei_test(load_dataset("knoke"), group="sector", layer="information", draws=1, rng=0)


def _civic_openness(layer: str, direction: str) -> float:
    table = openness_by_group(load_dataset("knoke"), layer=layer, direction=direction)  # type: ignore[arg-type]
    return float(table.loc["civic", "openness"])


def _at_two_events() -> set[str]:
    events = twomode_degree(load_dataset("siauliai"), normalized=False)
    return set(events.index[events >= 2])


def _at_three_events() -> set[str]:
    events = twomode_degree(load_dataset("siauliai"), normalized=False)
    return set(events.index[events > 2])


def _most_partners() -> set[str]:
    """Name as many organisations as are asked for, by partners instead of events."""
    partners = degree(load_dataset("siauliai").project())
    return set(partners.nlargest(len(_at_two_events())).index)


def _above_zero() -> set[str]:
    events: pd.Series[float] = twomode_degree(load_dataset("siauliai"))
    return set(events.index[events > 0])


def _projected(without: str | None = None) -> Cluster:
    cluster = load_dataset("siauliai")
    return cluster.select(groups=[event for event in cluster.groups.index if event != without]).project()


def _only_national() -> int:
    return _projected().n_ties - _projected(NATIONAL).n_ties


def _pairs_at_national() -> int:
    members = int(twomode_degree(load_dataset("siauliai"), mode="groups", normalized=False)[NATIONAL])
    return members * (members - 1) // 2


EXERCISES = (
    Exercise(
        "03.1",
        _norway_ei,
        (
            Hint(
                _norway_ei_cells_twice,
                marked("Ties across sectors stand in two cells of the table and were counted twice."),
            ),
            Hint(
                lambda: (1 + _norway_ei()) / 2,
                marked("That is the share of ties across sectors; the E-I index runs from -1 to 1."),
            ),
            Hint(
                lambda: ei_index(load_dataset("knoke"), group="sector", layer="information"),
                marked("That is the index of the ten organisations of Indianapolis."),
            ),
        ),
    ),
    Exercise(
        "03.2",
        lambda: _norway_test().observed - _norway_test().expected,
        (
            Hint(lambda: _norway_test().observed, marked("That is the observed index; subtract what chance gives.")),
            Hint(
                lambda: _norway_test().expected,
                marked("That is what chance gives; how far is the observed index above it?"),
            ),
            Hint(
                lambda: _norway_test().observed - _indianapolis_test().expected,
                marked("What chance gives was taken from another network; it depends on the sizes of the sectors."),
            ),
        ),
    ),
    Exercise(
        "03.3",
        lambda: _civic_openness("money", "in"),
        (
            Hint(
                lambda: _civic_openness("money", "out"),
                marked(
                    "That is about the money that civic organisations give; the question is about what they receive."
                ),
            ),
            Hint(
                lambda: _civic_openness("money", "all"),
                marked("Giving and receiving are counted together; see the option `direction`."),
            ),
            Hint(
                lambda: _civic_openness("information", "in"),
                marked("That is the information layer; the question is about money."),
            ),
        ),
    ),
    Exercise(
        "03.4",
        _at_two_events,
        (
            Hint(
                _most_partners,
                marked("These have the most partners, some of them by one large event; count events, not partners."),
            ),
            Hint(_at_three_events, marked("These were at more than two events; two are enough.")),
            Hint(
                _above_zero,
                marked("These are all organisations. Normalised values are parts of all events; count events."),
            ),
        ),
    ),
    Exercise(
        "03.5",
        _only_national,
        (
            Hint(_pairs_at_national, marked("So many pairs met there, but not all of them only there.")),
            Hint(
                lambda: _projected(NATIONAL).n_ties, marked("These ties are left without the event; how many are gone?")
            ),
            Hint(
                lambda: _only_national() / _projected().n_ties,
                marked("That is the part of all ties; the question asks how many."),
            ),
        ),
    ),
)
