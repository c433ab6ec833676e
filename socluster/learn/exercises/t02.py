"""The exercises of tutorial 02, mediation and brokerage."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.io.datasets import load_dataset
from socluster.learn.exercise import Exercise, Hint
from socluster.measures.brokerage.brokers import exclusivity
from socluster.measures.brokerage.roles import brokerage_roles
from socluster.measures.brokerage.significance import brokerage_test
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.resilience.removal import removal
from socluster.words import marked

__all__ = ["EXERCISES"]


def _knoke(layer: str) -> Cluster:
    return load_dataset("knoke").layer(layer)


def _mayor(role: str, group: str) -> int:
    return int(brokerage_roles(_knoke("information"), group=group).loc["MAYR", role])


def _roles_of_chamber(*, total: bool = False) -> set[str]:
    table = brokerage_test(_knoke("information"), group="sector").by_actor().xs("COMM")
    return {str(role) for role in table.index[table["p"] < 0.05] if total or role != "total"}


def _roles_of_whole() -> set[str]:
    table = brokerage_test(_knoke("information"), group="sector").to_frame()
    return {str(role) for role in table.index[table["p"] < 0.05] if role != "total"}


def _brokered(*, group: str | None = None) -> pd.DataFrame:
    """Return, for those in the Šiauliai region who broker anything, all their pairs and those nobody else brokers."""
    cluster = load_dataset("siauliai").project()
    total = brokerage_roles(cluster, group="level")["total"]
    table = pd.DataFrame({"total": total, "alone": exclusivity(cluster, group=group)})
    return table[table["total"] > 0]


def _part_alone() -> pd.Series[Any]:
    pairs = _brokered()
    return pairs["alone"] / pairs["total"]


def _part_shared() -> pd.Series[Any]:
    return 1 - _part_alone()


def _part_alone_between_levels() -> pd.Series[Any]:
    pairs = _brokered(group="level")
    return pairs["alone"] / pairs["total"]


def _without_lead(column: str) -> float:
    return float(removal(load_dataset("norway_project")).loc["LEU", column])


EXERCISES = (
    Exercise(
        key="02.1",
        expected=lambda: betweenness(_knoke("money"), normalized=False)["UWAY"],
        hints=(
            Hint(
                answer=lambda: betweenness(_knoke("money"))["UWAY"],
                text=marked("That is the part of all pairs; the question asks for the number of pairs."),
            ),
            Hint(
                answer=0,
                text=marked(
                    "That is the layer of information, in which United Way brokers nothing. Take the layer of money."
                ),
            ),
            Hint(
                answer=lambda: int(brokerage_roles(_knoke("money"), group="sector").loc["UWAY", "total"]),
                text=marked(
                    "These are the pairs two steps apart, whom it brokers. Betweenness counts longer ways as well."
                ),
            ),
            Hint(
                answer=lambda: betweenness(load_dataset("knoke"), normalized=False)["UWAY"],
                text=marked("That is over both layers together. Take the layer of money alone."),
            ),
        ),
    ),
    Exercise(
        key="02.2",
        expected=lambda: _mayor("gatekeeper", "partition3"),
        hints=(
            Hint(
                answer=lambda: _mayor("gatekeeper", "sector"),
                text=marked("That is the gatekeeper between sectors. The groups of this question are another column."),
            ),
            Hint(
                answer=lambda: _mayor("representative", "partition3"),
                text=marked(
                    "That is the representative: out of its own group. The gatekeeper stands where ties come in."
                ),
            ),
            Hint(
                answer=lambda: _mayor("total", "partition3"),
                text=marked("That is all roles together; the question asks for one."),
            ),
        ),
    ),
    Exercise(
        key="02.3",
        expected=_roles_of_chamber,
        hints=(
            Hint(
                answer=lambda: _roles_of_chamber(total=True),
                text=marked("The total is not one of the five roles."),
            ),
            Hint(
                answer=_roles_of_whole,
                text=marked("That is the whole cluster. The question asks about one actor: `by_actor()`."),
            ),
            Hint(
                answer=frozenset(),
                text=marked("That is the answer against random labels. Against random ties it is another one."),
            ),
        ),
    ),
    Exercise(
        key="02.4",
        expected=_part_alone,
        hints=(
            Hint(
                answer=lambda: _brokered()["alone"],
                text=marked("That is the number of pairs; divide it by all pairs that the organisation brokers."),
            ),
            Hint(
                answer=_part_shared,
                text=marked("That is the part for which somebody else could step in: the rest of what is asked for."),
            ),
            Hint(
                answer=_part_alone_between_levels,
                text=marked(
                    "`exclusivity` counted pairs of different levels only, the total all of them. Leave `group` out."
                ),
            ),
        ),
    ),
    Exercise(
        key="02.5",
        expected=lambda: _without_lead("broken_pairs"),
        hints=(
            Hint(
                answer=lambda: _without_lead("components"),
                text=marked("That is into how many pieces the partners fall. The question asks for pairs."),
            ),
            Hint(
                answer=lambda: _without_lead("fragmentation"),
                text=marked("That is the part of the pairs; the question asks for their number."),
            ),
            Hint(
                answer=12 * 11 / 2,
                text=marked("These are all pairs of the twelve who remain. Some of them are still tied."),
            ),
            Hint(
                answer=12,
                text=marked(
                    "That is how many ties go with the lead partner. The question asks for pairs of those who remain."
                ),
            ),
        ),
    ),
)
