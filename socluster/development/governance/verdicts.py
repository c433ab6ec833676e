"""Whether a form's condition holds, by how much, and for which other cuts it would be the same."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from socluster.development.governance.conditions import CONDITIONS, FORMS, REQUIRED, Bound, ends_of, neighbours_of

__all__ = ["FAILS", "HOLDS", "UNKNOWN", "conditions_table"]

HOLDS, FAILS, UNKNOWN = "holds", "fails", "unknown"
_COUNTED = ("participants",)  # whole numbers


class _Range(NamedTuple):
    """Between what a cut may lie, and whether an end itself does not belong to it."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


_NOWHERE = _Range(math.nan, math.nan)


def conditions_table(
    measured: Mapping[str, float], cuts: Mapping[str, float], *, interdependence: bool = False
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the verdict on every condition of every form, and the cuts that it rests on.

    Parameters
    ----------
    measured : mapping of str to float
        density, centralization, participants, consensus, competencies; NaN where not known.
    cuts : mapping of str to float
        The cuts.
    interdependence : bool, default False
        Whether the need for competencies is a share of client paths, which has cuts of its own.

    Returns
    -------
    conditions : DataFrame
        Index (form, condition); columns required, measured, verdict, margin, cut, low, high, low_open, high_open. Of
        several bounds, `cut` and what follows are of the one that decides.
    cuts : DataFrame
        Index (form, condition, cut); columns value, measured, low, high, low_open, high_open.
    """
    rows, limits = {}, {}
    for form in FORMS:
        for condition in CONDITIONS:
            required, bounds = REQUIRED[form, condition]
            if interdependence:
                bounds = tuple(
                    replace(each, cut=each.cut.replace("competencies", "interdependence")) for each in bounds
                )
            verdict = _verdict(bounds, measured, cuts)
            slacks = [_slack(bound, measured, cuts) for bound in bounds]
            ranges = [_range(bound, bounds, verdict, measured, cuts) for bound in bounds]
            decides = _deciding(slacks)
            known = decides is not None and verdict != UNKNOWN
            within = ranges[decides] if known and decides is not None else _NOWHERE
            rows[form, condition] = {
                "required": required,
                "measured": float(measured[bounds[0].measured]),
                "verdict": verdict,
                "margin": slacks[decides] if known and decides is not None else math.nan,
                "cut": bounds[decides].cut if known and decides is not None else "",
                **within._asdict(),
            }
            for bound, each in zip(bounds, ranges, strict=True):
                limits[form, condition, bound.cut] = {
                    "value": cuts[bound.cut],
                    "measured": float(measured[bound.measured]),
                    **each._asdict(),
                }
    return _framed(rows, ["form", "condition"]), _framed(limits, ["form", "condition", "cut"])


def _verdict(bounds: tuple[Bound, ...], measured: Mapping[str, float], cuts: Mapping[str, float]) -> str:
    known = [bound for bound in bounds if not math.isnan(measured[bound.measured])]
    if not all(bound.holds(measured[bound.measured], cuts[bound.cut]) for bound in known):
        return FAILS
    return HOLDS if len(known) == len(bounds) else UNKNOWN


def _slack(bound: Bound, measured: Mapping[str, float], cuts: Mapping[str, float]) -> float:
    """Return how far a number lies on the right side of the cut; below 0 on the wrong one, NaN if it is not known."""
    value, cut = measured[bound.measured], cuts[bound.cut]
    if bound.measured in _COUNTED and not bound.with_cut:
        cut += 1 if bound.side == "above" else -1  # more than 8 are at least 9
    return value - cut if bound.side == "above" else cut - value


def _deciding(slacks: list[float]) -> int | None:
    """Return which bound decides: the one with the least room."""
    known = [(slack, place) for place, slack in enumerate(slacks) if not math.isnan(slack)]
    return min(known)[1] if known else None


def _range(
    bound: Bound,
    bounds: tuple[Bound, ...],
    verdict: str,
    measured: Mapping[str, float],
    cuts: Mapping[str, float],
) -> _Range:
    """Return between what a cut may lie, the others as they are, for the verdict to be the same."""
    value, (low, high) = measured[bound.measured], ends_of(bound.cut)
    if verdict == UNKNOWN and math.isnan(value):
        return _NOWHERE
    lower, higher = neighbours_of(bound.cut)  # cuts have to rise
    low = low if lower is None else max(low, cuts[lower])
    high = high if higher is None else min(high, cuts[higher])
    others = tuple(each for each in bounds if each is not bound)
    if verdict == FAILS and others and _verdict(others, measured, cuts) == FAILS:
        return _Range(low, high)
    right = verdict != FAILS  # where another number is not known, the verdict is as open as long as this one is right
    below = right if bound.side == "above" else not right  # the cut must lie below the number, or above it
    is_open = right != bound.with_cut  # a cut on the number itself would be on the wrong side
    if is_open and bound.measured in _COUNTED:
        value, is_open = value + (-1 if below else 1), False  # the next whole number
    if below:
        return _Range(low, high) if high < value else _Range(low, max(value, low), high_open=is_open)
    return _Range(low, high) if low > value else _Range(min(value, high), high, low_open=is_open)


def _framed(rows: Mapping[Any, Mapping[str, Any]], names: list[str]) -> pd.DataFrame:
    return pd.DataFrame(list(rows.values()), index=pd.MultiIndex.from_tuples(list(rows), names=names))
