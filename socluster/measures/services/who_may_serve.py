"""Which offer may serve which need: of the service, for the target group, in one unit, and near enough."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.core.errors import InputError, NearNameWarning, Problem
from socluster.core.warn import warn
from socluster.measures.services.given import distances_of
from socluster.measures.services.offers import NOT_STATED, Offers, near_service
from socluster.words import Phrase, marked, phrase

__all__ = ["fits_of", "is_near", "offered_by_nobody", "refuse_other_units", "warn_of_near_names"]


def fits_of(offers: Offers, needs: pd.DataFrame) -> Array:
    """Whether an offer (row) is of the service and for the target group of a need (column), wherever it is."""
    service = offers.table["service"].to_numpy()[:, None] == needs["service"].to_numpy()[None, :]
    group, wanted = offers.table["target_group"].to_numpy()[:, None], needs["target_group"].to_numpy()[None, :]
    fits: Array = service & ((group == wanted) | (group == NOT_STATED) | (wanted == NOT_STATED))
    return fits.astype(bool)


def is_near(offers: Offers, needs: pd.DataFrame, fits: Array, reach: float | None, distances: Any) -> Array:
    """Whether an offer (row) is where a need (column) is, or within reach of it."""
    place, home = offers.table["place"].to_numpy(), needs["place"].to_numpy()
    is_here: Array = (place[:, None] == home[None, :]).astype(bool)
    if reach is None:
        return is_here
    known = distances_of(distances)
    _refuse_nowhere(offers, fits)
    near = np.zeros_like(is_here)
    for need in range(len(needs)):  # only the distances that matter have to be stated
        of_need = np.flatnonzero(fits[:, need])
        near[of_need, need] = known.between([home[need]], place[of_need].tolist())[0] <= reach
    return near


def _refuse_nowhere(offers: Offers, fits: Array) -> None:
    nowhere = (offers.table["place"] == NOT_STATED) & fits.any(axis=1)
    if nowhere.any():
        message = marked("states no place, nor does its provider; state the column 'place'")
        raise InputError(
            [Problem(message, "groups", str(group), "place") for group in offers.table.loc[nowhere, "group"]]
        )


def refuse_other_units(offers: Offers, needs: pd.DataFrame, fits: Array) -> None:
    """Refuse a need and an offer that fit and state different units, which cannot be told against each other."""
    problems = []
    message = marked("the need is in {unit}, but '{group}' is offered in {other}: state both in one unit")
    for offer, need in zip(*np.nonzero(fits), strict=True):
        unit, other = needs["unit"].iloc[need], offers.table["unit"].iloc[offer]
        if NOT_STATED not in (unit, other) and unit != other:
            values = {"unit": unit, "other": other, "group": str(offers.table["group"].iloc[offer])}
            problems.append(Problem(message, "needs", needs["row"].iloc[need], "unit", values=values))
    if problems:
        raise InputError(problems)


def offered_by_nobody(offers: Offers, needs: pd.DataFrame) -> list[Phrase]:
    """Return which services are needed and nobody offers, anywhere."""
    missing = sorted(set(needs["service"]) - set(offers.table["service"]))
    return [phrase("Nobody offers {services}, in any place.", services=missing)] if missing else []


def warn_of_near_names(offers: Offers, needs: pd.DataFrame) -> None:
    """Warn of a service that is needed and that nobody offers, if one of almost the same name is offered."""
    offered = set(offers.table["service"]) | {NOT_STATED}
    for service in sorted(set(needs["service"]) - offered):
        near = near_service(service, offered)
        if near is not None:
            warn("nobody offers '{name}'; did you mean '{meant}'?", NearNameWarning, name=service, meant=near)
