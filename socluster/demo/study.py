"""What the demonstration computes: the Šiauliai region as documented, and with a psychologist hub in Kelmė."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import partial

import pandas as pd

from socluster.core.cluster import Cluster
from socluster.core.errors import SingleEventWarning
from socluster.io.datasets import load_dataset
from socluster.measures.brokerage.holes import constraint, effective_size
from socluster.measures.brokerage.roles import brokerage_roles
from socluster.measures.centrality.betweenness import betweenness
from socluster.measures.centrality.degree import degree
from socluster.measures.cohesion.density import density, global_efficiency
from socluster.measures.shared.answers import Measure
from socluster.measures.table import measure
from socluster.whatif.comparison.compare import compare
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.ties import Rates
from socluster.words import marked, say

__all__ = ["HUB", "ROUND_TABLE", "DemoResults", "hub_scenario", "study"]

ROUND_TABLE = "Šiauliai round table"
HUB = marked("Psychologist hub Kelmė")


@dataclass(frozen=True)
class DemoResults:
    """All results of the demonstration.

    Parameters
    ----------
    region : Cluster
        Organisations and events, as documented.
    clique_warning : SingleEventWarning
        What socluster says when one event alone is projected.
    network : Cluster
        The documented attendances, projected: derived ties.
    profile, roles : DataFrame
        Who is central, who brokers.
    outcome : Outcome
        The region with the hub against the region without.
    after : Cluster
        The network with every tie that the hub may form.
    """

    region: Cluster
    clique_warning: SingleEventWarning
    network: Cluster
    profile: pd.DataFrame
    roles: pd.DataFrame
    outcome: Outcome
    after: Cluster


# Partners and paths as they are counted, as in the comparison below, whose values are raw.
PROFILE: dict[str, Measure] = {
    "degree": partial(degree, normalized=False),
    "betweenness": partial(betweenness, normalized=False),
    "constraint": constraint,
    "effective_size": effective_size,
}


def hub_scenario(name: str) -> Scenario:
    """Return the what-if: a public psychological service joins, tied at the rates of its sector."""
    return (
        Scenario(name)
        .with_actor(HUB, name_lt=say(HUB, "lt"), sector="public", level="regional", place="Kelmė")
        .with_ties(HUB, Rates(by="sector"), layer="referral")
    )


def study(scenario_name: str, draws: int, seed: int) -> DemoResults:
    """Compute everything that the demonstration shows."""
    region = load_dataset("siauliai")
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", SingleEventWarning)
        region.select(groups=[ROUND_TABLE]).project()
    (warning,) = (each.message for each in said if isinstance(each.message, SingleEventWarning))
    network = region.project()
    profile = measure(network, PROFILE)
    scenario = hub_scenario(scenario_name)
    measures = [density, global_efficiency, betweenness, constraint]
    return DemoResults(
        region=region,
        clique_warning=warning,
        network=network,
        profile=profile,
        roles=brokerage_roles(network, group="level"),
        outcome=compare(network, [scenario], measures=measures, draws=draws, rng=seed),
        after=scenario.apply(network),
    )
