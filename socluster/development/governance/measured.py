"""What governance is judged by: trust, the number of organisations, consensus, and the need for competencies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, nearest
from socluster.words import Phrase, counted, later, listed, marked, number, phrase

__all__ = ["MeasuredTrust", "competencies_needed", "goal_consensus", "number_of_organisations", "trust_of"]

_PERSONS = ("person", "persons", "individual", "asmuo", "asmenys")
_KINDS = ("kind of organisation", "kind of organization", "cooperation area")  # rows that stand for many organisations
_SAYS_TRUST = ("trust", "confiden", "reliab", "pasitik")
_LEAST_NETWORK = 3  # "three or more legally autonomous organizations"


@dataclass(frozen=True)
class MeasuredTrust:
    """How much trust there is among the actors.

    Parameters
    ----------
    density : float
        Share of known dyads with trust; NaN if not known.
    centralization : float
        Indegree centralisation of trust; NaN if not known.
    note : Phrase, optional
        What to keep in mind of it.
    """

    density: float = math.nan
    centralization: float = math.nan
    note: Phrase | None = None


def trust_of(cluster: Cluster, trust: Any, cut: float | None) -> MeasuredTrust:
    """Return the trust in a layer, or the numbers that were handed in.

    Raises
    ------
    InputError
        If the layer is none or means something else than trust, or it is not said from which weight on there is trust.
    """
    if trust is None:
        return MeasuredTrust()
    if isinstance(trust, Mapping):
        return _stated(trust)
    if not isinstance(trust, str):
        message = marked("must be the name of a layer, or a mapping with density and centralization")
        raise InputError(Problem(message, column="trust", is_argument=True, value=trust))
    cluster.matrix(trust)  # refuses a layer that is none
    _refuse_other_meaning(cluster, trust)
    return _in_layer(cluster, trust, cut)


def number_of_organisations(cluster: Cluster, participants: int | None) -> tuple[float, Phrase | None]:
    """Return how many organisations there are, NaN if that is not known, and why.

    Raises
    ------
    InputError
        If actors are persons.
    """
    kinds = cluster.actors["kind"].astype(object) if "kind" in cluster.actors else pd.Series(dtype=object)
    spoken = kinds.map(lambda kind: kind.strip().casefold() if isinstance(kind, str) else "")
    persons = [str(name) for name in kinds.index[spoken.isin(_PERSONS)]]
    if persons and participants is None:
        message = marked(
            "{persons}: participants of a network are organisations, not persons; leave persons out, or state how many "
            "organisations there are with participants="
        )
        raise InputError(message, {"persons": later(listed, persons, most=5)})
    if participants is not None:
        return float(participants), None
    areas = int(spoken.isin(_KINDS).sum())
    if areas:
        return math.nan, counted(
            "{n} actor stands for a kind of organisation: how many organisations there are is not known.",
            "{n} actors stand for kinds of organisations: how many organisations there are is not known.",
            areas,
        )
    if cluster.n_actors < _LEAST_NETWORK:
        return math.nan, phrase("Fewer than three organisations are no network, so their number is judged by nothing.")
    return float(cluster.n_actors), None


def goal_consensus(given: Any) -> float:
    """Return the mean consensus over goals.

    Raises
    ------
    InputError
        If it is no number from 0 to 1, or Series of such numbers.
    """
    if given is None:
        return math.nan
    if isinstance(given, pd.DataFrame):
        raise InputError(
            Problem(
                "a table of ratings is no consensus yet; hand in sc.consensus(ratings, scale=...)",
                column="consensus",
                is_argument=True,
            )
        )
    values = _numbers("consensus", given, 0.0, 1.0)
    return float(np.nanmean(values)) if not np.isnan(values).all() else math.nan


def competencies_needed(given: Any) -> tuple[float, bool]:
    """Return the need for competencies of the network, and whether it is a share of client paths.

    Raises
    ------
    InputError
        If it is no number from 1 to 5, Series of such numbers, or table of `referral_paths`.
    """
    if given is None:
        return math.nan, False
    if isinstance(given, pd.DataFrame):
        if "steps" not in given:
            message = marked("a table must be what sc.referral_paths answers, with a column 'steps'")
            raise InputError(Problem(message, column="competencies", is_argument=True))
        steps = _numbers("competencies", given["steps"].astype(float), 0.0, math.inf)
        known = steps[~np.isnan(steps)]
        return (float((known >= 2).mean()) if len(known) else math.nan), True  # two ties join three actors
    values = _numbers("competencies", given, 1.0, 5.0)
    return (float(np.nanmean(values)) if not np.isnan(values).all() else math.nan), False


def _stated(trust: Mapping[Any, Any]) -> MeasuredTrust:
    names = ("density", "centralization")
    problems = [
        Problem("is neither density nor centralization", column="trust", is_argument=True, value=name,
                nearest=nearest(name, names))
        for name in trust
        if name not in names
    ]  # fmt: skip
    for name in names:
        value = trust.get(name)
        if value is not None and (not is_number(value) or not 0 <= value <= 1):
            message = marked("must be a number from 0 to 1")
            problems.append(Problem(message, column="trust", is_argument=True, row=name, value=value))
    if problems:
        raise InputError(problems)
    density, centralization = (math.nan if trust.get(name) is None else float(trust[name]) for name in names)
    return MeasuredTrust(density, centralization)


def _refuse_other_meaning(cluster: Cluster, layer: str) -> None:
    meaning = cluster.layers[layer].meaning or ""
    said = f"{layer} {meaning}".casefold()
    if any(word in said for word in _SAYS_TRUST):
        return
    way_out = marked(
        "the layer '{layer}' is not known to be trust ({meaning}): who signed a contract or met somebody need not "
        "trust. Name a layer whose name or meaning says trust, or hand in trust={example}"
    )
    values = {
        "layer": layer,
        "meaning": meaning or phrase("no meaning is stated"),
        "example": "{'density': 0.4, 'centralization': 0.2}",
    }
    raise InputError(Problem(way_out, column="trust", is_argument=True, values=values))


def _in_layer(cluster: Cluster, layer: str, cut: float | None) -> MeasuredTrust:
    weights = cluster.matrix(layer).toarray()
    unknown = cluster.unknown_matrix(layer).toarray()
    n, directed = cluster.n_actors, cluster.is_directed(layer)
    known = ~unknown & ~np.eye(n, dtype=bool)
    there = weights[weights > 0]
    if cut is None and len(np.unique(there)) > 1:
        message = marked(
            "trust is on a scale that is not known: weights from {low} to {high}; say from which on there is trust, as "
            "in cutoffs={example}"
        )
        values = {
            "low": float(there.min()), "high": float(there.max()), "example": f"{{'trust': {float(there.max()):g}}}"
        }  # fmt: skip
        raise InputError(Problem(message, column="trust", is_argument=True, value=layer, values=values))
    if cut is not None and len(there) and cut > there.max():
        message = marked("no tie is as strong as {cut}; weights here are from {low} to {high}")
        values = {"cut": cut, "low": float(there.min()), "high": float(there.max())}
        raise InputError(Problem(message, column="cutoffs", is_argument=True, row="trust", value=cut, values=values))
    trusting = (weights >= (cut or np.finfo(float).tiny)) & (weights > 0) & known
    open_dyads = int(np.count_nonzero(unknown)) // (1 if directed else 2)
    note = counted("{n} unknown dyad is left out of trust.", "{n} unknown dyads are left out of trust.", open_dyads)
    density = float(trusting[known].mean()) if known.any() else math.nan
    return MeasuredTrust(density, _centralization(trusting, directed=directed), note if open_dyads else None)


def _centralization(trusting: Array, *, directed: bool) -> float:
    """Return the indegree centralisation: 1 if all trust one actor, who trusts nobody (directed)."""
    n = len(trusting)
    if n < _LEAST_NETWORK:
        return math.nan
    received = trusting.sum(axis=0)
    most = (n - 1) ** 2 if directed else (n - 1) * (n - 2)
    return float((received.max() - received).sum() / most)


def _numbers(argument: str, given: Any, low: float, high: float) -> Array:
    """Return a number, or several, all of them within a range; what is missing is NaN."""
    if isinstance(given, pd.Series | Mapping):
        items = list(given.items())
    elif isinstance(given, Sequence | np.ndarray) and not isinstance(given, str | bytes):
        items = list(enumerate(given, start=1))
    else:
        items = [(None, given)]
    found, problems = [], []
    for name, value in items:
        is_nan = isinstance(value, float | np.floating) and bool(np.isnan(value))
        is_missing = name is not None and (value is None or value is pd.NA or is_nan)
        if is_missing:
            found.append(math.nan)
        elif is_number(value) and low <= value <= high:
            found.append(float(value))
        else:
            message = marked("must be a number from {low} to {high}")
            values = {"low": later(number, low), "high": later(number, high)}
            row = None if name is None else str(name)
            problems.append(Problem(message, column=argument, is_argument=True, row=row, value=value, values=values))
    if problems:
        raise InputError(problems)
    if not found:
        raise InputError(Problem("holds nothing", column=argument, is_argument=True, value=given))
    return np.array(found, dtype=float)
