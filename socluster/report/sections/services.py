"""Services and bottlenecks: how much of what is needed is offered, and what only one provider offers."""

from __future__ import annotations

import pandas as pd

from socluster.measures.services.coverage import coverage
from socluster.measures.services.offers import SERVICE
from socluster.report.blocks import Bullets, Part, Shown, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, not_shown, share, text
from socluster.words import DASH, Language, marked, number, percent, say

__all__ = ["services"]

_ROWS = 12
_HOW = marked(
    "A service stands among the groups with the kind service, and with its service, place and unit; who offers how "
    "much of it stands among the affiliations in the layer provides."
)


def services(facts: Facts) -> Part | None:
    """Return what is needed, offered and met; None where no needs were given."""
    if facts.needs is None:
        return None
    language = facts.language
    if not _is_any_service(facts):
        finding = say("The data name no services, so that it is not known how much of what is needed is met.", language)
        return Part(say("Services and needs", language), finding, [Bullets([say(_HOW, language)])], (DASH, finding))
    found = coverage(facts.cluster, needs=facts.needs)
    table = found.to_frame()
    most_first = table.assign(missing=table["needed"] - table["met"]).sort_values(
        "missing", ascending=False, kind="stable"
    )
    units = len(found.totals)
    if units > 1:  # people and places do not add up
        said = found.sentences(language)
        of_units, rest = said[:units], said[units:]
        return Part(
            say("Services and needs", language),
            " ".join(of_units),
            [_gaps(most_first, facts), Bullets(rest)],
            _of_several_units(table, language),
            of_units,
        )
    finding = found.sentences(language)[0]
    blocks: list[Shown] = [_gaps(most_first, facts), Bullets(found.sentences(language)[1:])]
    return Part(say("Services and needs", language), finding, blocks, (percent(found.share, language), finding))


def _of_several_units(table: pd.DataFrame, language: Language) -> tuple[str, str]:
    """Return how many needs are met in full, which can be told where amounts of several units do not add up."""
    needs = table[table["needed"] > 0]
    met = int((needs["met_low"] >= needs["needed"]).sum())
    n, whole = number(met, language), number(len(needs), language)
    short = say("{n} of {whole}", language, n=n, whole=whole)
    return short, say("Needs met in full: {n} of {whole}.", language, n=n, whole=whole)


def _is_any_service(facts: Facts) -> bool:
    kinds = facts.cluster.groups.get("kind")
    return kinds is not None and bool((kinds == SERVICE).any())


def _gaps(table: pd.DataFrame, facts: Facts) -> ShownTable:
    language = facts.language
    rows = [
        (
            *(text(each if pd.notna(each) and each != "" else say("anyone", language)) for each in key),
            amount(row["needed"], language),
            amount(row["met"], language),
            amount(row["missing"], language),
            share(row["share"], language),
        )
        for key, (_, row) in zip(table.index, table.iterrows(), strict=True)
    ]
    titles = heads(
        say("place", language),
        say("service", language),
        say("for whom", language),
        say("needed", language),
        say("met", language),
        say("missing", language),
        say("share met", language),
        numbers=4,
    )
    caption = say("Where most is missing", language)
    left_out = not_shown(len(rows) - len(rows[:_ROWS]), language)
    return ShownTable(caption, titles, rows[:_ROWS], left_out, in_full=ShownTable(caption, titles, rows))
