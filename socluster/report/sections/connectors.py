"""Who connects: on whose shortest paths the others are."""

from __future__ import annotations

import numpy as np

from socluster.measures.brokerage.holes import constraint
from socluster.measures.centrality.degree import degree
from socluster.report.blocks import Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, not_shown, share, text
from socluster.words import listed, percent, say

__all__ = ["connectors"]

_ROWS = 10


def connectors(facts: Facts) -> Part | None:
    """Return who stands between others, with the numbers beside it."""
    language, network = facts.language, facts.network
    if not network.n_ties:
        return None
    heading, values = say("Who connects", language), facts.betweenness
    between = values[np.nan_to_num(values.to_numpy(float)) > 1e-12]
    if between.empty:
        finding = say("Nobody stands on a shortest path between two others.", language)
        return Part(heading, finding, [_table(facts, [])])
    most = float(between.iloc[0])
    first = [facts.name(actor) for actor, value in between.items() if abs(value - most) <= 1e-9 * most]
    finding = (
        say(
            "{names} stands between others most: on {share} of their shortest paths.",
            language,
            names=listed(first, language, most=3),
            share=percent(most, language),
        )
        if len(first) == 1
        else say(
            "{names} stand between others equally much, and most: each on {share} of their shortest paths.",
            language,
            names=listed(first, language, most=3),
            share=percent(most, language),
        )
    )
    return Part(heading, finding, [_table(facts, list(between.index[:_ROWS]))], (percent(most, language), finding))


def _table(facts: Facts, actors: list[object]) -> ShownTable:
    language, network = facts.language, facts.network
    partners, tied = degree(network, normalized=False), constraint(network)
    rows = [
        (
            text(facts.name(actor)),
            amount(float(partners[actor]), language),
            share(float(facts.betweenness[actor]), language, 1),
            amount(float(tied[actor]), language, 2),
        )
        for actor in actors
    ]
    titles = heads(
        say("name", language),
        say("partners", language),
        say("share of shortest paths (betweenness)", language),
        say("constraint", language),
        numbers=3,
    )
    return ShownTable(
        say("On the shortest paths between others", language),
        titles,
        rows,
        not_shown(network.n_actors - len(rows), language),
    )
