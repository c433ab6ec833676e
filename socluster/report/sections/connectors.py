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
        return Part(heading, finding, [_table(facts, 0)])
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
    shown = _table(facts, min(_ROWS, len(between)))
    return Part(heading, finding, [shown], (percent(most, language), finding))


def _table(facts: Facts, shown: int) -> ShownTable:
    """Return the table with the first so many, and all of them in full."""
    language, network = facts.language, facts.network
    partners, tied = degree(network, normalized=False), constraint(network)
    rows = [
        (
            text(facts.name(actor)),
            amount(float(partners[actor]), language),
            share(float(facts.betweenness[actor]), language, 1),
            amount(float(tied[actor]), language, 2),
        )
        for actor in facts.betweenness.index
    ]
    titles = heads(
        say("name", language),
        say("partners", language),
        say("share of shortest paths (betweenness)", language),
        say("constraint", language),
        numbers=3,
    )
    caption = say("On the shortest paths between others", language)
    left_out = not_shown(len(rows) - shown, language)
    return ShownTable(caption, titles, rows[:shown], left_out, in_full=ShownTable(caption, titles, rows))
