"""What is known of effectiveness: for the community, of the network, and for each organisation; never added."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.result import Result
from socluster.development.chains.queues.queue import Queue
from socluster.development.chains.simulation import ClientSimulation
from socluster.development.governance.conditions import governance_cuts
from socluster.development.governance.measured import MeasuredTrust, goal_consensus, trust_of
from socluster.io.objects import as_cluster
from socluster.measures.services.coverage import ServiceCoverage
from socluster.measures.services.inequality import Inequality
from socluster.measures.services.overlap import ServiceOverlap
from socluster.words import Language, Phrase, counted, later, marked, number, percent, phrase, say

__all__ = ["EffectivenessLevels", "effectiveness_levels"]

_LEVEL_NAMES = {
    "community": marked("Community"),
    "network": marked("Network"),
    "organisation": marked("Organisations"),
}
_CRITERIA = {
    ("community", "cost"): marked("cost to the community", context="criterion"),
    ("community", "social capital"): marked("social capital", context="criterion"),
    ("community", "perception"): marked("what the public thinks", context="criterion"),
    ("community", "incidence"): marked("how often the problem occurs", context="criterion"),
    ("community", "well-being"): marked("well-being of clients", context="criterion"),
    ("community", "needs met"): marked("needs met", context="criterion"),
    ("community", "waiting"): marked("waiting time", context="criterion"),
    ("community", "evenness"): marked("evenness between places", context="criterion"),
    ("network", "membership"): marked("growth of membership", context="criterion"),
    ("network", "range of services"): marked("range of services", context="criterion"),
    ("network", "duplication"): marked("absence of duplication", context="criterion"),
    ("network", "strength"): marked("strength of relations", context="criterion"),
    ("network", "administration"): marked("an organisation that administers the network", context="criterion"),
    ("network", "integration"): marked("integration of services", context="criterion"),
    ("network", "cost"): marked("cost of the network", context="criterion"),
    ("network", "commitment"): marked("commitment to goals", context="criterion"),
    ("organisation", "survival"): marked("survival", context="criterion"),
    ("organisation", "legitimacy"): marked("legitimacy", context="criterion"),
    ("organisation", "resources"): marked("resources", context="criterion"),
    ("organisation", "cost"): marked("cost of services", context="criterion"),
    ("organisation", "access"): marked("access to services", context="criterion"),
    ("organisation", "client outcomes"): marked("outcomes for clients", context="criterion"),
    ("organisation", "conflict"): marked("little conflict between programmes", context="criterion"),
}
_OF_ORGANISATIONS = tuple(criterion for level, criterion in _CRITERIA if level == "organisation")


@dataclass(frozen=True, eq=False, repr=False)
class EffectivenessLevels(Result):
    """What `effectiveness_levels` found. Its text says it in sentences.

    There is no total, neither of a level nor of all: what helps one level may harm another.

    Parameters
    ----------
    levels : DataFrame
        Index (level, criterion); columns known, value (number; NaN where it is none) and shown (what the data have, in
        words; empty where it is not known).
    said : mapping
        What the data have, by level and criterion, to be said in either language.
    fingerprint : str
        Of the cluster.
    data_notes : tuple of Phrase
        What to keep in mind of the data.
    """

    levels: pd.DataFrame = field(repr=False)
    said: Mapping[tuple[str, str], Phrase] = field(repr=False)
    fingerprint: str
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    @property
    def unknown(self) -> pd.DataFrame:
        """What nobody knows: the rows of `levels` that are not known."""
        return self.levels[~self.levels["known"]].copy()

    def to_frame(self) -> pd.DataFrame:
        """Return the table: index (level, criterion); columns known, value, shown."""
        return self.levels.copy()

    def sentences(self, language: Language = "en") -> list[str]:
        """Return for each level what the data have and what is not known.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        return [
            *(self._of_level(level, language) for level in _LEVEL_NAMES),
            say("The levels are not added: what helps one may harm another.", language),
            say("Structure is not effectiveness: more or stronger ties do not yet mean better care.", language),
            *self.about_data(language),
        ]

    def _of_level(self, level: str, language: Language) -> str:
        names = {key: say(text, language, context="criterion") for key, text in _CRITERIA.items() if key[0] == level}
        known = [f"{name} ({self.said[key].said(language)})" for key, name in names.items() if key in self.said]
        unknown = [name for key, name in names.items() if key not in self.said]
        values = {"level": say(_LEVEL_NAMES[level], language), "unknown": ", ".join(unknown)}
        if not known:
            return say("{level}: nothing is known of {unknown}.", language, **values)
        if not unknown:
            return say("{level}: {known}.", language, known="; ".join(known), **values)
        return say("{level}: {known}; not known: {unknown}.", language, known="; ".join(known), **values)


@checked
def effectiveness_levels(
    cluster: Any,
    /,
    *,
    coverage: ServiceCoverage | None = None,
    waiting: Queue | ClientSimulation | None = None,
    inequality: Inequality | None = None,
    before: Any = None,
    overlap: ServiceOverlap | None = None,
    trust: Any = None,
    consensus: Any = None,
    organisations: pd.DataFrame | None = None,
    cutoffs: Any = None,
) -> EffectivenessLevels:
    """What is known of effectiveness, and at which level?

    A network is to serve a community, to last as a network, and to be worth it for each organisation. These are three
    levels with criteria of their own. Here they are kept apart, and what the data do not have is listed as not known.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster.
    coverage : ServiceCoverage, optional
        Community: what of the needs can be met (`coverage`).
    waiting : Queue or ClientSimulation, optional
        Community: how long clients wait (`queues.delay` and others, `simulate_clients`).
    inequality : Inequality, optional
        Community: how evenly places are spread (`inequality`).
    before : Cluster, optional
        Network: the cluster as it was observed earlier, for the growth of membership.
    overlap : ServiceOverlap, optional
        Network: who offers the same (`service_overlap`).
    trust : str or mapping, optional
        Network: a layer whose name or meaning says trust, or its density as in `governance_fit`.
    consensus : float or Series, optional
        Network: consensus on goals (`consensus`).
    organisations : DataFrame, optional
        Index: actors; columns among survival, legitimacy, resources, cost, access, client outcomes, conflict: whatever
        is known of each organisation. What stands there is counted, not judged.
    cutoffs : mapping, optional
        {"trust": 3}: from which weight on a tie of the layer `trust` is trust.

    Returns
    -------
    EffectivenessLevels
        levels (the table of `.to_frame()`), unknown (its rows that are not known).

    Raises
    ------
    InputError
        If a layer is no trust, a column is no criterion, or a row of `organisations` is no actor.

    Notes
    -----
    Needs met, waiting and evenness are not in the paper's list of criteria; they are what this library can compute of a
    community. A value that is not known is not 0.

    References
    ----------
    Provan, K. G., & Milward, H. B. (2001). Do networks really work? A framework for evaluating public-sector
    organizational networks. Public Administration Review, 61, 414-423. doi:10.1111/0033-3352.00045

    Examples
    --------
    >>> import socluster as sc
    >>> known = sc.effectiveness_levels(sc.load_dataset("norway_project"), consensus=0.7)
    >>> known.sentences()[1][:46]
    'Network: commitment to goals (mean consensus 0'
    >>> int(known.to_frame()["known"].sum()), len(known.unknown)
    (1, 22)
    """
    given: Cluster = as_cluster(cluster)
    found: dict[tuple[str, str], tuple[float, Phrase]] = {}
    found |= _of_community(coverage, waiting, inequality)
    found |= _of_network(
        given, before, overlap, trust_of(given, trust, governance_cuts(cutoffs).get("trust")), consensus
    )
    found |= _of_organisations(given, organisations)
    rows = [
        {
            "known": key in found,
            "value": found[key][0] if key in found else math.nan,
            "shown": str(found[key][1]) if key in found else "",
        }
        for key in _CRITERIA
    ]
    index = pd.MultiIndex.from_tuples(list(_CRITERIA), names=["level", "criterion"])
    return EffectivenessLevels(
        levels=pd.DataFrame(rows, index=index),
        said={key: said for key, (_, said) in found.items()},
        fingerprint=given.fingerprint,
        data_notes=data_notes(given),
    )


def _of_community(
    coverage: ServiceCoverage | None, waiting: Queue | ClientSimulation | None, inequality: Inequality | None
) -> dict[tuple[str, str], tuple[float, Phrase]]:
    found: dict[tuple[str, str], tuple[float, Phrase]] = {}
    if coverage is not None:
        share = coverage.share
        said = phrase("{share} of what is needed can be met", share=later(percent, share))
        found["community", "needs met"] = share, said
    if waiting is not None:
        wait = float(waiting.mean_wait)
        if math.isinf(wait):
            said = phrase("above capacity, so that there is no steady wait")
        elif isinstance(waiting, ClientSimulation):
            said = phrase("mean wait {wait}, simulated", wait=later(number, wait, digits=3))
        else:
            said = phrase("mean wait {wait}, by a formula", wait=later(number, wait, digits=3))
        if not math.isnan(wait):
            found["community", "waiting"] = wait, said
    if inequality is not None and not math.isnan(inequality.gini):
        said = phrase("Gini index {gini}", gini=later(number, inequality.gini, decimals=2))
        found["community", "evenness"] = inequality.gini, said
    return {key: each for key, each in found.items() if not math.isnan(each[0])}


def _of_network(
    cluster: Cluster, before: Any, overlap: ServiceOverlap | None, trust: MeasuredTrust, consensus: Any
) -> dict[tuple[str, str], tuple[float, Phrase]]:
    found: dict[tuple[str, str], tuple[float, Phrase]] = {}
    if before is not None:
        earlier = as_cluster(before)
        joined, left = (
            len(set(one.labels) - set(other.labels)) for one, other in ((cluster, earlier), (earlier, cluster))
        )
        said = phrase(
            "{joined}, {left}",
            joined=counted("{n} actor joined", "{n} actors joined", joined),
            left=counted("{n} left", "{n} left", left),
        )
        found["network", "membership"] = float(joined - left), said
    services = _services(cluster)
    if services:
        said = counted("{n} service", "{n} services", services)
        found["network", "range of services"] = float(services), said
    if overlap is not None:
        alike = int((overlap.pairs["ruzicka"] > 0).sum())
        said = counted(
            "{n} pair of providers offers something of the same",
            "{n} pairs of providers offer something of the same",
            alike,
        )
        found["network", "duplication"] = float(alike), said
    density = trust.density
    if not math.isnan(density):
        said = phrase("density of trust {value}", value=later(number, density, decimals=2))
        found["network", "strength"] = density, said
    agreed = goal_consensus(consensus)
    if not math.isnan(agreed):
        said = phrase("mean consensus {value}", value=later(number, agreed, decimals=2))
        found["network", "commitment"] = agreed, said
    return found


def _services(cluster: Cluster) -> int:
    """Return how many different services somebody provides."""
    links, groups = cluster.affiliations, cluster.groups
    provided = set(links.loc[links["layer"] == "provides", "group"])
    if not provided or "service" not in groups:
        return 0
    return int(groups.loc[groups.index.isin(provided), "service"].nunique())


def _of_organisations(cluster: Cluster, table: pd.DataFrame | None) -> dict[tuple[str, str], tuple[float, Phrase]]:
    if table is None:
        return {}
    names = [str(label) for label in cluster.labels]
    problems = [
        Problem("is no criterion of organisations", column=str(column), nearest=nearest(str(column), _OF_ORGANISATIONS))
        for column in table.columns
        if column not in _OF_ORGANISATIONS
    ]
    problems += [
        Problem("is no actor of this cluster", row=str(label), nearest=nearest(str(label), names))
        for label in table.index
        if str(label) not in names
    ]
    if problems:
        raise InputError(problems)
    found = {}
    for column in table.columns:
        known = int(np.asarray(table[column].notna()).sum())
        if known:
            said = phrase(
                "known of {known} {all}",
                known=later(number, known),
                all=counted("of {n} actor", "of {n} actors", cluster.n_actors),
            )
            found["organisation", str(column)] = float(known), said
    return found
