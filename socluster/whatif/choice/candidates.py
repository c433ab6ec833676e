"""The candidates of a ranking or plan: checked together, named, and added to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.scenarios.applied import applied
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.prepared import Prepared
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties.protocol import StatedTies, is_number

__all__ = ["Together", "amounts_by_candidate", "checked_candidates", "is_amount", "refuse_rivals"]


def checked_candidates(candidates: Any, cluster: Cluster, *, at_least: int = 1) -> dict[str, Scenario]:
    """Return the candidates by name, in the order given.

    Raises
    ------
    InputError
        If there are too few, something is no scenario, two have one name, or one lets a member of the cluster join.
    """
    listed = checked_scenarios(candidates, what="candidates", members=cluster.ids)
    if len(listed) < at_least:
        raise InputError("a ranking needs at least two candidates; compare() looks at one")
    return {each.name: each for each in listed}


def refuse_rivals(candidates: Mapping[str, Scenario]) -> None:
    """Refuse candidates that contradict each other, since no plan could hold both.

    Raises
    ------
    InputError
        If there are any (the same partner joins with other attributes, say); all are listed.
    """
    problems: list[Problem] = []
    for one, other in combinations(candidates.values(), 2):
        try:
            one + other
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError([*problems, Problem("a plan cannot contain both; rank_partners compares such rivals")])


@dataclass(frozen=True, eq=False)
class Together:
    """Candidates who join together, one after the other.

    Parameters
    ----------
    scenario : Scenario or None
        Their sum; None for nobody.
    prepared : Prepared
        The cluster with them.
    """

    scenario: Scenario | None
    prepared: Prepared

    def joined_by(self, candidate: Scenario) -> Together:
        """Return these with one more, whose steps come after all others; a step that both hold is taken once."""
        if self.scenario is None:
            return Together(candidate, _plainly_drawn(applied(candidate.name, candidate.steps, self.prepared)))
        total = self.scenario + candidate
        steps = total.steps[len(self.scenario.steps) :]
        return Together(total, _plainly_drawn(applied(total.name, steps, self.prepared)))


def _plainly_drawn(prepared: Prepared) -> Prepared:
    """Return the same without models whose ties are drawn by the confidence that is beside them anyway.

    A reference without models is what updates are fastest with (`joins`); no tie is drawn otherwise than before.
    """
    confidence = prepared.cluster.parts.ties.rest["confidence"].values
    kept = []
    for each, rows in ((each, each.rows(prepared.cluster.parts)) for each in prepared.modelled):
        is_stated = isinstance(each.ties, StatedTies) and (rows >= 0).all()
        if not (is_stated and np.array_equal(confidence[rows], each.ties.probabilities(None))):
            kept.append(each)
    return replace(prepared, modelled=tuple(kept))


def amounts_by_candidate(given: Any, names: Iterable[str], argument: str) -> dict[str, float] | None:
    """Return an amount for every candidate (a cost, say), or None if none was given.

    Raises
    ------
    InputError
        If an amount is missing, negative or no number, or is under a name that is no candidate.
    """
    if given is None:
        return None
    if not isinstance(given, Mapping):
        raise InputError(
            Problem("{option} must be a mapping from candidate to amount", value=given, values={"option": argument})
        )
    names = list(names)
    problems = [
        Problem(
            "names somebody who is no candidate",
            is_argument=True,
            column=argument,
            value=name,
            nearest=nearest(name, names),
        )
        for name in given
        if name not in names
    ]
    problems += [
        Problem("gives no amount for '{name}'", is_argument=True, column=argument, values={"name": name})
        for name in names
        if name not in given
    ]
    problems += [
        Problem("must be a number from 0", row=str(name), is_argument=True, column=argument, value=amount)
        for name, amount in given.items()
        if not is_amount(amount)
    ]
    if problems:
        raise InputError(problems)
    return {name: float(given[name]) for name in names}


def is_amount(value: object) -> bool:
    """Whether the value is a finite number from 0."""
    return is_number(value) and bool(np.isfinite(value)) and value >= 0  # type: ignore[operator,call-overload]
