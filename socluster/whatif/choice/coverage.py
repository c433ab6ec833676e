"""A goal: how much of what people need is served, by those who are there and by those who would join."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from socluster.core.checked import checked_methods
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.choice.candidates import is_amount
from socluster.whatif.choice.coverage_problem import CoverageProblem
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, count, marked, number, say

__all__ = ["Coverage"]

Need: TypeAlias = "str | tuple[str, ...]"
Served: TypeAlias = "Iterable[Need] | Mapping[Need, float]"


@checked_methods
@dataclass(frozen=True, repr=False, eq=False)
class Coverage:
    r"""How much of what is needed would be served?

    Every need has an amount (persons, places, hours). Who serves a need serves all of it, or a stated amount; nobody
    can serve more of it than there is, and nobody serves more in all than its capacity. What a set S of partners
    covers, beside those who are there already, is the most that can be served:

    .. math:: \max_y \sum_n v_n \sum_{j \in S} y_{jn}, \quad \sum_j y_{jn} \le a_n, \quad y_{jn} \le r_{jn},
              \quad \sum_n y_{jn} \le c_j

    with the amount a and worth v of a need, what j can serve of it r, and its capacity c. The gain of a plan is what is
    covered with it, less what is covered without.

    Parameters
    ----------
    needs : mapping, iterable of str, str, or None
        From need to its amount; or needs of amount 1 each. A need is a text, or several, as in ``("Kelmė", "case
        management")``. Or, for needs that are groups of the cluster: the column of the groups that holds the amounts;
        None gives every group the amount 1.
    serves : mapping, str, or None
        From candidate (the name of its scenario), or from actor of the cluster, to what it serves: needs (all of
        them), or a mapping from need to amount. Or a layer of affiliations, None for all of them: then actors serve the
        groups that they belong to, and candidates those to which their scenario adds them.
    capacity : mapping, optional
        From candidate or actor to the most that it can serve in all; no limit for those who are not named.
    worth : mapping, optional
        From need to what one unit of it counts; 1 where nothing is stated. Needs of different units (places, persons)
        should not be added without saying what they are worth.

    Notes
    -----
    Coverage has diminishing returns (it is monotone and submodular): what a partner adds can only become less the more
    are there already. So plans for it are solved exactly (`plan_partners`). It is not random: uncertain ties do not
    enter, and affiliations count whatever their confidence.

    References
    ----------
    Church, R. & ReVelle, C. (1974). The maximal covering location problem. Papers in Regional Science 32, 101-118.
    doi:10.1111/j.1435-5597.1974.tb00902.x

    Examples
    --------
    >>> Coverage({"Kelmė": 40, "Akmenė": 25}, {"hub": ["Kelmė"], "day centre": {"Kelmė": 10, "Akmenė": 20}})
    Coverage of 2 needs, 65 in all. It counts what is offered where, ...
    """

    needs: Mapping[Need, float] | Iterable[Need] | str | None = None
    serves: Mapping[str, Served] | str | None = None
    capacity: Mapping[str, float] | None = field(default=None, kw_only=True)
    worth: Mapping[Need, float] | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        """Check all amounts, and keep copies that nobody else can change."""
        if isinstance(self.serves, Mapping) != (self.needs is not None and not isinstance(self.needs, str)):
            raise InputError(
                Problem(
                    "name both needs and who serves them, or neither: then groups are needs and affiliations serve",
                    is_argument=True,
                    column="serves",
                    value=self.serves,
                )
            )
        problems: list[Problem] = []
        if isinstance(self.serves, Mapping):
            needs = _amounts(self.needs, "needs", problems)
            serves = {str(who): _reach(what, str(who), needs, problems) for who, what in self.serves.items()}
            object.__setattr__(self, "needs", needs)
            object.__setattr__(self, "serves", serves)
            if not needs:
                problems.append(Problem("name at least one need", is_argument=True, column="needs"))
        for option in ("capacity", "worth"):
            stated = {} if getattr(self, option) is None else getattr(self, option)
            if isinstance(stated, Mapping | pd.Series):
                object.__setattr__(self, option, _amounts(stated, option, problems))
            else:
                problems.append(
                    Problem("must be a mapping from name to amount", is_argument=True, column=option, value=stated)
                )
        if problems:
            raise InputError(problems)

    def problem(self, cluster: Cluster, candidates: Mapping[str, Scenario]) -> CoverageProblem:
        """Return the numbers: what each candidate, and who is there already, serves of each need.

        Raises
        ------
        InputError
            If a name is neither that of a candidate nor of an actor, or a need is unknown.
        """
        strangers = [each for each in candidates if not isinstance(each, str)]
        if strangers:
            message = marked("is no name of a candidate, which is a text")
            raise InputError(
                [Problem(message, is_argument=True, column="candidates", value=each) for each in strangers]
            )
        needs, serves = self._stated() if isinstance(self.serves, Mapping) else self._of_groups(cluster, candidates)
        self._check_names(needs, serves, cluster, candidates)
        there = [actor for actor in cluster.ids if actor in serves and actor not in candidates]
        who = [*there, *sorted(candidates)]
        reach = np.array([[serves.get(each, {}).get(need, 0.0) for need in needs] for each in who])
        amounts, worth = np.array(list(needs.values())), np.array([self._amount("worth", need, 1.0) for need in needs])
        return CoverageProblem(
            needs=tuple(needs),
            amounts=amounts,
            worth=worth,
            candidates=tuple(sorted(candidates)),
            n_there=len(there),
            reach=np.minimum(reach.reshape(len(who), len(needs)), amounts),
            capacity=np.array([self._amount("capacity", each, np.inf) for each in who]),
        )

    def _amount(self, option: str, key: str, default: float) -> float:
        return float(getattr(self, option).get(key, default))

    def _stated(self) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
        needs: Any = self.needs
        serves: Any = self.serves
        return needs, serves

    def _of_groups(
        self, cluster: Cluster, candidates: Mapping[str, Scenario]
    ) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
        """Groups as needs, and who belongs to them, in the cluster and after each scenario."""
        needs = _amounts_of_groups(cluster, self.needs)
        layer: Any = self.serves
        known = sorted(set(cluster.affiliations["layer"]))
        if layer is not None and layer not in known:
            near = nearest(layer, known)
            raise InputError(
                Problem("is not a layer of affiliations", is_argument=True, column="serves", value=layer, nearest=near)
            )
        serves: dict[str, dict[str, float]] = {}
        before = _pairs(cluster, layer)
        for actor, group in before:
            serves.setdefault(actor, {})[group] = needs.get(group, 0.0)
        for name, scenario in candidates.items():
            new = [pair for pair in _pairs(scenario.apply(cluster), layer) if pair not in before]
            serves[name] = {group: needs.get(group, 0.0) for _, group in new}
        return needs, serves

    def _check_names(
        self, needs: Iterable[str], serves: Mapping[str, Any], cluster: Cluster, candidates: Mapping[str, Scenario]
    ) -> None:
        who, needs = [*candidates, *cluster.ids], list(needs)
        strangers = [("serves", each) for each in serves if each not in who]
        strangers += [("capacity", each) for each in self.capacity or {} if each not in who]
        problems = [
            Problem(
                "is neither a candidate nor an actor of the cluster",
                is_argument=True,
                column=option,
                value=each,
                nearest=nearest(each, who),
            )
            for option, each in strangers
        ]
        problems += [
            Problem("is not a need", is_argument=True, column="worth", value=str(each), nearest=nearest(each, needs))
            for each in self.worth or {}
            if str(each) not in needs
        ]
        if problems:
            raise InputError(problems)

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what is covered, and the caveat.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        stated: Mapping[Any, float] = self.worth or {}
        worth = [
            say("A unit of {need} counts {worth}.", language, need=need, worth=number(unit, language))
            for need, unit in stated.items()
        ]
        caveat = say("It counts what is offered where, not whether people reach it or whether it helps.", language)
        return [self._what(language), *worth, caveat]

    def _what(self, language: Language) -> str:
        if not isinstance(self.needs, Mapping):
            return say("Coverage of the groups of the cluster: an actor serves those that it belongs to.", language)
        return count(
            "Coverage of {n} need, {total} in all.",
            "Coverage of {n} needs, {total} in all.",
            len(self.needs),
            language,
            total=number(float(sum(self.needs.values())), language),
        )

    def __repr__(self) -> str:
        """Return the sentences."""
        return " ".join(self.sentences())


def _need(key: Any) -> str:
    """Return a need as text; several texts are one need (a place and a service)."""
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)


def _amounts(given: Any, option: str, problems: list[Problem]) -> dict[str, float]:
    """Return amounts by name, and note those that are none."""
    if isinstance(given, pd.Series):
        given = given.to_dict()
    if not isinstance(given, Mapping):
        names = None if isinstance(given, str) or not isinstance(given, Iterable) else list(given)
        if names is None or not all(isinstance(each, Hashable) for each in names):
            problems.append(
                Problem("must be a mapping from name to amount", is_argument=True, column=option, value=given)
            )
            return {}
        given = dict.fromkeys(names, 1.0)
    wrong = {key: amount for key, amount in given.items() if not is_amount(amount)}
    problems += [
        Problem("must be a number from 0", row=_need(k), is_argument=True, column=option, value=v)
        for k, v in wrong.items()
    ]
    return {_need(key): float(amount) for key, amount in given.items() if key not in wrong}


def _reach(what: Any, who: str, needs: Mapping[str, float], problems: list[Problem]) -> dict[str, float]:
    """Return how much of each need one partner serves, and note needs that nobody named."""
    is_stated = isinstance(what, Mapping | pd.Series)
    given = _amounts([what] if isinstance(what, str) else what, f"serves[{who!r}]", problems)
    unknown = [need for need in given if need not in needs]
    problems += [
        Problem("is not a need", row=who, is_argument=True, column="serves", value=need, nearest=nearest(need, needs))
        for need in unknown
    ]
    return {need: (amount if is_stated else needs[need]) for need, amount in given.items() if need in needs}


def _pairs(cluster: Cluster, layer: str | None) -> set[tuple[str, str]]:
    rows = cluster.parts.affiliation_frame()
    rows = rows if layer is None else rows[rows["layer"] == layer]
    return set(zip(rows["actor"], rows["group"], strict=True))


def _amounts_of_groups(cluster: Cluster, column: Any) -> dict[str, float]:
    groups = cluster.parts.group_frame()
    if groups.empty:
        raise InputError("the cluster has no groups that could be needs; give needs and who serves them")
    if column is None:
        return dict.fromkeys(map(str, groups.index), 1.0)
    if column not in groups:
        near = nearest(column, map(str, groups.columns))
        raise InputError(
            Problem("is not a column of the groups", column="needs", is_argument=True, value=column, nearest=near)
        )
    problems: list[Problem] = []
    amounts = _amounts(groups[column], str(column), problems)
    if problems:
        raise InputError(problems)
    return amounts
