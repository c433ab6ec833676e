"""What is asked of a picture of a cluster, and whether it can be drawn so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import IS_NONE, is_number
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.groupings import WithoutGroup
from socluster.core.labels import ids_of, strangers_among
from socluster.words import Language, marked

__all__ = ["FACETS", "SIDES", "Wish", "check", "wanted_rows"]

FACETS = ("layer", "sector", "wave")
SIDES = 16.0  # pixels of the margins at the left and the right
_NARROWEST, _LOWEST = 200.0, 160.0


@dataclass(frozen=True)
class Wish:
    """What is asked for; see `network`."""

    color: str | pd.Series[Any] | None
    missing: WithoutGroup
    size: str | pd.Series[Any] | None
    labels: Any
    layout: Any
    by: str | None
    facet: str | None
    backbone: bool | None
    width: float | None
    height: float | None
    title: str | None
    caption: str | None
    groups: bool | None
    language: Language
    on_paper: bool = False

    @property
    def nobody_chose(self) -> bool:
        """Whether nobody said whose names are written."""
        return isinstance(self.labels, str) and self.labels == "auto"

    @property
    def room(self) -> float | None:
        """Width of the drawing."""
        return None if self.width is None else self.width - SIDES


def check(cluster: Cluster, wish: Wish) -> None:
    """Refuse what cannot be drawn, or not together."""
    given = {"layout": wish.layout is not None, "by": wish.by is not None, "facet": wish.facet is not None}
    taken = [name for name, is_given in given.items() if is_given]
    layout_and_facet = taken == ["layout", "facet"] and isinstance(wish.layout, pd.DataFrame)
    if len(taken) > 1 and not layout_and_facet:
        raise InputError("give one of {options} only", {"options": taken})
    for name, value, least in (("width", wish.width, _NARROWEST), ("height", wish.height, _LOWEST)):
        if value is not None and not (is_number(value) and least <= value <= 10_000):
            message = marked("must be from {least} to 10000 pixels")
            raise InputError(Problem(message, is_argument=True, column=name, value=value, values={"least": int(least)}))
    if wish.facet is not None and wish.facet not in FACETS:
        raise InputError(Problem("is no facet", is_argument=True, column="facet", value=wish.facet))
    message = marked("labels is 'auto', 'all', a number, a list of actors, or None")
    if isinstance(wish.labels, str) and wish.labels not in ("auto", "all"):
        raise InputError(Problem(message, value=wish.labels, nearest=nearest(wish.labels, ("auto", "all"))))
    if isinstance(wish.labels, bool | float):
        raise InputError(Problem(message, value=wish.labels))
    if isinstance(wish.labels, int) and wish.labels < 0:
        raise InputError(Problem("must not be negative", is_argument=True, column="labels", value=wish.labels))
    if isinstance(wish.layout, str) and not cluster.n_affiliations:
        raise InputError("layout='events' shows who took part in what, and this cluster has no affiliations")


def wanted_rows(labels: Any, marks: pd.DataFrame) -> list[int] | None:
    """Return the rows whose names are wanted, of a number the foremost; None where those are written that find room."""
    if labels is None:
        return []
    if isinstance(labels, str):
        return None if labels == "auto" else list(range(len(marks)))
    if isinstance(labels, int):
        order: list[int] = np.argsort(-marks["importance"].to_numpy(float), kind="stable").tolist()
        return order[:labels]
    place = {str(label): row for row, label in enumerate(marks.index)}
    if not isinstance(labels, Iterable) or isinstance(labels, Mapping):
        raise InputError(
            Problem(
                "must be 'auto', 'all', a number, names of actors, or None",
                is_argument=True,
                column="labels",
                value=labels,
            )
        )
    wanted = ids_of(labels)
    problems = [
        Problem(IS_NONE["actor"], is_argument=True, column="labels", value=each, nearest=nearest(each, place))
        for each in strangers_among(wanted, place)
    ]
    if problems:
        raise InputError(problems)
    return [place[each] for each in wanted]
