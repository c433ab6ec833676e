"""Three forms of governance and the four conditions of each, as bounds between cuts.

The paper orders levels ("high", "moderately low") and gives no numbers, except that few partners are about six to
eight. Every cut is therefore an assumption, and can be another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

__all__ = [
    "CONDITIONS",
    "CONDITION_NAMES",
    "CUTS",
    "CUT_NAMES",
    "FORMS",
    "FORM_NAMES",
    "LEVEL_NAMES",
    "OF_A_FORM",
    "REQUIRED",
    "Bound",
    "ends_of",
    "governance_cuts",
    "neighbours_of",
]

FORM_NAMES = {
    "shared": marked("shared governance"),
    "lead organisation": marked("lead organisation"),
    "network administrative organisation": marked("network administrative organisation"),
}
OF_A_FORM = {
    "shared": marked("shared governance", context="for"),
    "lead organisation": marked("a lead organisation", context="for"),
    "network administrative organisation": marked("a network administrative organisation", context="for"),
}
CONDITION_NAMES = {
    "trust": marked("trust", context="condition"),
    "participants": marked("participants", context="condition"),
    "consensus": marked("consensus on goals", context="condition"),
    "competencies": marked("need for competencies of the network", context="condition"),
}
FORMS, CONDITIONS = tuple(FORM_NAMES), tuple(CONDITION_NAMES)

CUTS: dict[str, float] = {
    "few": 8,
    "many": 20,
    "trust_low": 0.3,
    "trust_high": 0.5,
    "centralised": 0.5,
    "consensus_low": 0.4,
    "consensus_middle": 0.6,
    "consensus_high": 0.8,
    "competencies_low": 2.5,
    "competencies_high": 3.5,
    "interdependence_low": 1 / 3,
    "interdependence_high": 2 / 3,
}
CUT_NAMES = {
    "few": marked("few participants", context="cut"),
    "many": marked("many participants", context="cut"),
    "trust_low": marked("low density of trust", context="cut"),
    "trust_high": marked("high density of trust", context="cut"),
    "centralised": marked("centralised trust", context="cut"),
    "consensus_low": marked("low consensus", context="cut"),
    "consensus_middle": marked("moderate consensus", context="cut"),
    "consensus_high": marked("high consensus", context="cut"),
    "competencies_low": marked("low need for competencies", context="cut"),
    "competencies_high": marked("high need for competencies", context="cut"),
    "interdependence_low": marked("low interdependence", context="cut"),
    "interdependence_high": marked("high interdependence", context="cut"),
}
_IN_ORDER = (
    ("few", "many"),
    ("trust_low", "trust_high"),
    ("consensus_low", "consensus_middle", "consensus_high"),
    ("competencies_low", "competencies_high"),
    ("interdependence_low", "interdependence_high"),
)
LEVEL_NAMES = {
    "high density": marked("high density", context="condition"),
    "low density, centralised": marked("low density, centralised", context="condition"),
    "moderate density": marked("moderate density", context="condition"),
    "few": marked("few", context="condition"),
    "moderate": marked("moderate", context="condition"),
    "moderate to many": marked("moderate to many", context="condition"),
    "high": marked("high", context="condition"),
    "moderately low": marked("moderately low", context="condition"),
    "moderately high": marked("moderately high", context="condition"),
    "low": marked("low", context="condition"),
}


@dataclass(frozen=True)
class Bound:
    """A measured number must lie above or below a cut.

    Parameters
    ----------
    measured : str
        What is measured: density, centralization, participants, consensus, competencies.
    cut : str
        The name of the cut.
    side : {"above", "below"}
        On which side of it the number must lie.
    with_cut : bool
        Whether the cut itself will do.
    """

    measured: str
    cut: str
    side: Literal["above", "below"]
    with_cut: bool

    def holds(self, value: float, cut: float) -> bool:
        """Whether a number lies on the right side of a cut."""
        if math.isclose(value, cut, rel_tol=0, abs_tol=1e-9):  # a mean that is .6 but for rounding
            return self.with_cut
        return value > cut if self.side == "above" else value < cut


def _at_least(measured: str, cut: str) -> Bound:
    return Bound(measured, cut, "above", True)


def _more_than(measured: str, cut: str) -> Bound:
    return Bound(measured, cut, "above", False)


def _at_most(measured: str, cut: str) -> Bound:
    return Bound(measured, cut, "below", True)


def _less_than(measured: str, cut: str) -> Bound:
    return Bound(measured, cut, "below", False)


_ABOUT_COMPETENCIES = "competencies"
# By form and condition: what is required in words, and as bounds that all have to hold.
REQUIRED: dict[tuple[str, str], tuple[str, tuple[Bound, ...]]] = {
    ("shared", "trust"): ("high density", (_more_than("density", "trust_high"),)),
    ("shared", "participants"): ("few", (_at_most("participants", "few"),)),
    ("shared", "consensus"): ("high", (_at_least("consensus", "consensus_high"),)),
    ("shared", "competencies"): ("low", (_less_than(_ABOUT_COMPETENCIES, "competencies_low"),)),
    ("lead organisation", "trust"): (
        "low density, centralised",
        (_less_than("density", "trust_low"), _at_least("centralization", "centralised")),
    ),
    ("lead organisation", "participants"): (
        "moderate",
        (_more_than("participants", "few"), _at_most("participants", "many")),
    ),
    ("lead organisation", "consensus"): (
        "moderately low",
        (_at_least("consensus", "consensus_low"), _less_than("consensus", "consensus_middle")),
    ),
    ("lead organisation", "competencies"): (
        "moderate",
        (_at_least(_ABOUT_COMPETENCIES, "competencies_low"), _less_than(_ABOUT_COMPETENCIES, "competencies_high")),
    ),
    ("network administrative organisation", "trust"): (
        "moderate density",
        (_at_least("density", "trust_low"), _at_most("density", "trust_high")),
    ),
    ("network administrative organisation", "participants"): (
        "moderate to many",
        (_more_than("participants", "few"),),
    ),
    ("network administrative organisation", "consensus"): (
        "moderately high",
        (_at_least("consensus", "consensus_middle"), _less_than("consensus", "consensus_high")),
    ),
    ("network administrative organisation", "competencies"): (
        "high",
        (_at_least(_ABOUT_COMPETENCIES, "competencies_high"),),
    ),
}


def ends_of(cut: str) -> tuple[float, float]:
    """Return between what a cut can lie at all."""
    if cut in ("few", "many"):
        return 0.0, float("inf")
    return (1.0, 5.0) if cut.startswith("competencies") else (0.0, 1.0)


def neighbours_of(cut: str) -> tuple[str | None, str | None]:
    """Return the names of the next lower and the next higher cut, between which a cut has to stay."""
    row = next((names for names in _IN_ORDER if cut in names), (cut,))
    place = row.index(cut)
    return row[place - 1] if place else None, row[place + 1] if place + 1 < len(row) else None


def governance_cuts(given: Any) -> dict[str, float]:
    """Return the cuts: ours, or those that are stated instead. "trust" is one of trust between two, and has no default.

    Raises
    ------
    InputError
        If one has another name, lies where it cannot, or is above the next higher one.
    """
    if given is None:
        return dict(CUTS)
    names = (*CUTS, "trust")
    if not isinstance(given, Mapping):
        message = marked("must be a mapping from the name of a cut to a number; names are {names}")
        raise InputError(
            Problem(message, column="cutoffs", is_argument=True, value=given, values={"names": ", ".join(names)})
        )
    problems = [problem for name, value in given.items() for problem in _misfit(name, value, names)]
    if problems:
        raise InputError(problems)
    cuts = {**CUTS, **{str(name): float(value) for name, value in given.items()}}
    for row in _IN_ORDER:
        values = [cuts[name] for name in row]
        if values != sorted(values):
            message = marked("cuts must rise: {names}")
            raise InputError(
                Problem(message, column="cutoffs", is_argument=True, value=values, values={"names": ", ".join(row)})
            )
    return cuts


def _misfit(name: object, value: object, names: tuple[str, ...]) -> list[Problem]:
    place: dict[str, Any] = {"column": "cutoffs", "is_argument": True}
    if name not in names:
        message = marked("is the name of no cut; names are {names}")
        values = {"names": ", ".join(names)}
        return [Problem(message, value=name, nearest=nearest(name, names), values=values, **place)]
    if not is_number(value):
        return [Problem("must be a number", row=str(name), value=value, **place)]
    low, high = (0.0, float("inf")) if name == "trust" else ends_of(str(name))
    if not low <= value <= high:  # type: ignore[operator]  # it is a number
        message = marked("must lie between {low} and {high}") if high < float("inf") else marked("must be at least 0")
        return [Problem(message, row=str(name), value=value, values={"low": low, "high": high}, **place)]
    return []
