"""What a cluster offers: its groups of kind `service`, who provides them, and with what capacity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, UnknownCapacityWarning
from socluster.core.warn import warn
from socluster.io.objects.dispatch import cluster_of
from socluster.words import Phrase, counted, marked, phrase

__all__ = ["CELL", "NOT_STATED", "PROVIDES", "Offers", "cell_name", "offers_of"]

PROVIDES = "provides"
SERVICE = "service"
CELL = ("place", "service", "target_group")
NOT_STATED = ""
"""What stands for a place, target group or unit that nobody stated; in an index, NaN would equal nothing."""

_OF_GROUPS = (*CELL, "unit")


@dataclass(frozen=True, eq=False)
class Offers:
    """What is offered.

    Parameters
    ----------
    cluster : Cluster
        Whose offers they are.
    table : DataFrame
        A row per provider and service group: provider, group, place, service, target_group, unit (text, empty where not
        stated), capacity (number), evidence.
    vacant : tuple
        Service groups that nobody provides, such as a post that is not filled; they offer nothing.
    """

    cluster: Cluster
    table: pd.DataFrame
    vacant: tuple[Any, ...]

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What to keep in mind of the capacities, a sentence each."""
        return (*self._of_capacity(), *self._of_evidence(), *self._of_vacant())

    @property
    def is_unstated(self) -> bool:
        """Whether every capacity is exactly 1, which is what a weight is that nobody stated."""
        return len(self.table) > 0 and bool((self.table["capacity"] == 1).all())

    def warn_of_capacity(self) -> None:
        """Warn if it seems that nobody stated a capacity: an unknown capacity is no capacity of 1."""
        if self.is_unstated:
            warn(
                "every capacity is exactly 1, as it is where nobody stated one: an unknown capacity is not one place. "
                "State the weights of the layer 'provides' (with_capacity changes one), or take 1 as what is known",
                UnknownCapacityWarning,
            )

    def of(self, service: str | None = None, target_group: str | None = None) -> Offers:
        """Return the offers of one service, or for one target group; both are known by now."""
        kept = self.table
        if service is not None:
            kept = kept[kept["service"] == service]
        if target_group is not None:
            kept = kept[kept["target_group"].isin([target_group, NOT_STATED])]
        return Offers(self.cluster, kept.reset_index(drop=True), self.vacant)

    def _of_capacity(self) -> list[Phrase]:
        if not self.is_unstated:
            return []
        return [phrase("Every capacity is exactly 1, which may mean that nobody stated one.")]

    def _of_evidence(self) -> list[Phrase]:
        assumed = int(self.table["evidence"].isin(["assumed", "simulated"]).sum())
        if not assumed:
            return []
        total = counted("of {n} capacity", "of {n} capacities", len(self.table))
        return [
            counted(
                "{n} {of_all} is assumed or simulated, not documented.",
                "{n} {of_all} are assumed or simulated, not documented.",
                assumed,
                of_all=total,
            )
        ]

    def _of_vacant(self) -> list[Phrase]:
        if not self.vacant:
            return []
        return [
            counted(
                "{n} service group has no provider and offers nothing.",
                "{n} service groups have no provider and offer nothing.",
                len(self.vacant),
            )
        ]


def offers_of(cluster: Any) -> Offers:
    """Return what a cluster offers.

    Raises
    ------
    InputError
        If it has no service groups, a service group names no service, or the layer `provides` leads to a group that is
        none.
    """
    given = cluster_of(cluster)
    groups = given.groups
    services = groups[groups["kind"] == SERVICE] if "kind" in groups else groups.iloc[:0]
    links = given.affiliations
    provided = links[links["layer"] == PROVIDES].reset_index(drop=True)
    if services.empty:
        raise InputError(
            "the cluster offers no services: a service is a group of kind 'service', as in with_group('A', "
            "kind='service', service='day care', place='Kelmė', unit='places'), and who offers it belongs to it, as in "
            "with_affiliation('NGO', 'A', layer='provides', weight=12)"
        )
    _refuse_misfits(services, provided, links)
    described = pd.DataFrame({name: _texts(services, name) for name in _OF_GROUPS}, index=services.index)
    position = {label: place for place, label in enumerate(services.index)}  # labels may be tuples, which .loc misreads
    rows = described.iloc[[position[label] for label in provided["group"]]].reset_index(drop=True)
    table = pd.DataFrame(
        {
            "provider": provided["actor"],
            "group": provided["group"],
            **{name: rows[name] for name in _OF_GROUPS},
            "capacity": provided["weight"].astype(float),
            "evidence": provided["evidence"],
        }
    )
    table["place"] = table["place"].where(table["place"] != NOT_STATED, _own_place(given, table["provider"]))
    vacant = tuple(each for each in services.index if each not in set(provided["group"]))
    return Offers(given, table, vacant)


def _refuse_misfits(services: pd.DataFrame, provided: pd.DataFrame, links: pd.DataFrame) -> None:
    known = set(services.index)
    is_service = np.array([each in known for each in links["group"]], dtype=bool)
    message = marked("is of kind 'service' and names no service; state the column 'service'")
    problems = [
        Problem(message, "groups", str(group), "service")
        for group, name in zip(services.index, _texts(services, "service"), strict=True)
        if name == NOT_STATED
    ]
    problems += [
        Problem("stands in the layer 'provides', but is no group of kind 'service'", "groups", str(group), "kind")
        for group in dict.fromkeys(provided["group"])
        if group not in known
    ]
    others = sorted(set(links.loc[is_service, "layer"]) - {PROVIDES})
    if provided.empty and others:
        message = marked("services are provided in the layer 'provides', and the cluster has only {layers}")
        problems.append(Problem(message, "affiliations", column="layer", values={"layers": others}))
    if problems:
        raise InputError(problems)


def _texts(frame: pd.DataFrame, column: str) -> pd.Series[Any]:
    """Return a column as text, empty where nothing is stated or there is no such column."""
    if column not in frame:
        return pd.Series(NOT_STATED, index=frame.index, dtype=object)
    cells = frame[column].astype(object)
    return cells.map(str).where(cells.notna(), NOT_STATED)


def _own_place(cluster: Cluster, providers: pd.Series[Any]) -> Any:
    """Return where the providers are, for services that state no place."""
    places = dict(zip(cluster.labels, _texts(cluster.actors, "place"), strict=True))
    return [places[each] for each in providers]


def cell_name(cell: tuple[str, ...]) -> str:
    """Return what a place, service and target group are called together."""
    return ", ".join(part for part in cell if part != NOT_STATED)
