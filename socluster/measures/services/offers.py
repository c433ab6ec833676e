"""What a cluster offers: its groups of kind `service`, who provides them, and with what capacity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.columns import Table
from socluster.core.errors import InputError, Problem, UnknownCapacityWarning
from socluster.core.labels import as_text, label_array
from socluster.core.parts import Parts
from socluster.core.warn import warn
from socluster.io.objects.dispatch import cluster_of
from socluster.measures.services.amounts import too_large
from socluster.words import LANGUAGES, Phrase, counted, marked, phrase, value_name

__all__ = [
    "ALIKE",
    "CELL",
    "NOT_STATED",
    "PROVIDES",
    "SERVICE",
    "Offers",
    "cell_name",
    "is_provided",
    "near_service",
    "offers_of",
]

ALIKE = 0.75  # the same word in another language is, as psichologas and psychologist; home care and day care are not
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
        stated), capacity, confidence (numbers), evidence.
    vacant : tuple
        Service groups that nobody provides, such as a post that is not filled; they offer nothing.
    """

    cluster: Cluster
    table: pd.DataFrame
    vacant: tuple[Any, ...]

    @property
    def notes(self) -> tuple[Phrase, ...]:
        """What to keep in mind of the capacities, a sentence each."""
        return (*self._of_capacity(), *self._of_evidence(), *self._of_confidence(), *self._of_vacant())

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

    def _of_confidence(self) -> list[Phrase]:
        uncertain = int((self.table["confidence"] < 1).sum())
        if not uncertain:
            return []
        return [
            counted(
                "{n} uncertain offer was counted as if it were sure.",
                "{n} uncertain offers were counted as if they were sure.",
                uncertain,
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
    return given.kept("service offers", lambda: _read(given))


def _read(cluster: Cluster) -> Offers:
    """Read the parts of a cluster: a scenario is asked what it offers in every draw."""
    parts = cluster.parts
    names = parts.originals.of_groups(parts.group_labels)
    described = {name: _texts(parts.groups, name) for name in ("kind", *_OF_GROUPS)}
    is_service = [kind == SERVICE for kind in described["kind"]]
    if not any(is_service):
        raise InputError(
            "the cluster offers no services: a service is a group of kind 'service' with the columns service, place "
            "and unit (such as day care, Kelmė, places), and who offers it belongs to it in the layer 'provides', its "
            "weight being how much (such as 12); example.xlsx of 'socluster new' has such rows"
        )
    codes = [code for code, name in enumerate(parts.layer_names) if is_provided(name)]
    provided = parts.affiliations.take(np.isin(parts.affiliations.layer, codes))
    groups = provided.target.tolist()
    _refuse_misfits(parts, names, described["service"], is_service, groups)
    own_place = _texts(parts.actors, "place")
    places = [described["place"][at] or own_place[who] for who, at in zip(provided.source, groups, strict=True)]
    table = pd.DataFrame(
        {
            "provider": _objects([cluster.labels[who] for who in provided.source.tolist()]),
            "group": _objects([names[at] for at in groups]),
            **{name: _objects([described[name][at] for at in groups]) for name in _OF_GROUPS},
            "capacity": provided.rest["weight"].values.astype(float),
            "confidence": provided.rest["confidence"].values.astype(float),
            "evidence": _objects(provided.rest["evidence"].objects()),
        }
    )
    problems = too_large(table["capacity"], "weight", "affiliations")
    if problems:
        raise InputError(problems)
    table["place"] = _objects(places)
    held = set(groups)
    vacant = tuple(name for at, name in enumerate(names) if is_service[at] and at not in held)
    return Offers(cluster, table, vacant)


def is_provided(layer: str) -> bool:
    """Whether it is the layer in which services are provided, in whichever language it is called so."""
    return layer.casefold() in {value_name("layer", PROVIDES, language) for language in LANGUAGES}


def near_service(name: str, known: Iterable[str]) -> str | None:
    """Return the known service, unit or place that was probably meant, whatever its capitals; None if none is near.

    Examples
    --------
    >>> near_service("Day centr", ["day centre", "home care"]), near_service("day care", ["home care"])
    ('day centre', None)
    """
    import difflib  # few ask, and not while it loads

    folded = {each.casefold(): each for each in sorted(known) if each != NOT_STATED}
    found = difflib.get_close_matches(name.casefold(), list(folded), n=1, cutoff=ALIKE)
    return folded[found[0]] if found else None


def _refuse_misfits(
    parts: Parts, names: tuple[Any, ...], services: list[str], is_service: list[bool], groups: list[int]
) -> None:
    message = marked("is of kind 'service' and names no service; state the column 'service'")
    problems = [
        Problem(message, "groups", str(name), "service")
        for at, name in enumerate(names)
        if is_service[at] and services[at] == NOT_STATED
    ]
    problems += [
        Problem("stands in the layer 'provides', but is no group of kind 'service'", "groups", str(names[at]), "kind")
        for at in dict.fromkeys(groups)
        if not is_service[at]
    ]
    links = parts.affiliations
    leading = {code for at, code in zip(links.target.tolist(), links.layer.tolist(), strict=True) if is_service[at]}
    others = sorted(name for name in {parts.layer_names[code] for code in leading} if not is_provided(name))
    if not groups and others:
        message = marked("services are provided in the layer 'provides', and the cluster has only {layers}")
        problems.append(Problem(message, "affiliations", column="layer", values={"layers": others}))
    if problems:
        raise InputError(problems)


def _texts(table: Table, column: str) -> list[str]:
    """Return a column as text, empty where nothing is stated or there is no such column."""
    if column not in table:
        return [NOT_STATED] * table.n_rows
    return [NOT_STATED if cell is None else as_text(cell) or str(cell) for cell in table[column].objects()]


def _objects(values: list[Any]) -> pd.Series[Any]:
    """Return values as a Series of objects; labels may be tuples, which pandas would take apart."""
    return pd.Series(label_array(values), dtype=object)


def cell_name(cell: tuple[str, ...]) -> str:
    """Return what a place, service and target group are called together."""
    return ", ".join(part for part in cell if part != NOT_STATED)
