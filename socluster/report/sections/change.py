"""What would change: the answered what-ifs and rankings, each beside a random partner where that was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from socluster.plot.svg.ranges import Range, ranges
from socluster.report.blocks import Aside, Bullets, Cell, Figure, Paragraph, Part, Shown, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.beside import beside_plan, beside_ranking
from socluster.report.sections.cells import amount, decimals, heads, moved, share, text, with_ends
from socluster.report.sections.main_change import main_finding
from socluster.report.sections.planned import plan_finding, planned
from socluster.report.sections.ranked import first_said, ranked
from socluster.whatif.comparison.now import now_is
from socluster.whatif.comparison.outcome import Outcome
from socluster.whatif.phrases import assumed, caveat_of_gains, is_drawn, nothing_is_drawn
from socluster.words import DASH, Language, count, marked, measure_name, number, percent, say

__all__ = ["change"]

_THEN_IS = marked("Then is now, moved by the median change.")
_ALL_ALIKE = marked("A dash below the draws: what comes out is the same in each of them.")


def change(facts: Facts) -> Part | None:
    """Return what the what-ifs change, with intervals and what they assume."""
    if not facts.outcomes and not facts.rankings and not facts.plans:
        return None
    language = facts.language
    blocks: list[Shown] = []
    for outcome in facts.outcomes:
        blocks += _answers(outcome, language)
    for ranking in facts.rankings:
        said = ranking.sentences(language)[: len(ranking.to_frame())]
        said = said if is_drawn(ranking.outcome) else [first_said(ranking, language), nothing_is_drawn(language)]
        said += [*ranking.caveats(language), beside_ranking(ranking, facts.outcomes, language)]
        blocks += [Bullets(said), ranked(ranking, language)]
    for plan in facts.plans:
        blocks += planned(plan, language, beside_plan(plan, facts.outcomes, language))
    blocks += _rests_on_alone(facts)
    said, short = main_finding(facts)
    more = [[first_said(each, language), beside_ranking(each, facts.outcomes, language)] for each in facts.rankings[1:]]
    more += [[plan_finding(each, language), beside_plan(each, facts.outcomes, language)] for each in facts.plans]
    if not said:
        said, *more = more
    finding, qualified = said[0], " ".join(said[1:])
    first = [Paragraph(qualified)] if qualified else []
    listed = [" ".join(each) for each in more]
    heading = say("What would change", language)
    return Part(heading, finding, [*first, *blocks], short or (DASH, " ".join(said)), listed)


def _rests_on_alone(facts: Facts) -> list[Shown]:
    """Return what scenarios assume that are ranked or planned with, but not compared."""
    compared = {each.name for outcome in facts.outcomes for each in outcome.scenarios}
    alone = [pair for name, pair in facts.what_ifs.items() if name not in compared]
    said = [line for each, cluster in alone for line in each.assumptions(facts.language, cluster)]
    rest = [*assumed(said, facts.language), *([caveat_of_gains(facts.language)] if alone else [])]
    return [Aside(say("What this rests on", facts.language), rest)] if rest else []


def _answers(outcome: Outcome, language: Language) -> list[Shown]:
    table = outcome.to_frame()
    blocks: list[Shown] = []
    for measure in table.index.get_level_values("measure").unique():
        rows = table.xs(measure, level="measure")
        if not all(_is_unmoved(row) for _, row in rows.iterrows()):  # the table says that nothing moves
            blocks.append(_figure(measure, rows, outcome, language))
    blocks.append(_numbers(table, outcome, language))
    said = [sentence for sentence in outcome.sentences(language)[1:] if sentence]
    rest = said[len(table) :]  # what stands before says the table in sentences
    if rest:
        blocks.append(Aside(say("What this rests on", language), rest))
    return blocks


def _figure(measure: str, rows: pd.DataFrame, outcome: Outcome, language: Language) -> Figure:
    places = decimals(rows["delta"].to_numpy(float))

    def write(value: float) -> str:
        return number(value, language, decimals=places, sign=True)

    drawn = [
        Range(str(scenario), row["low"], row["delta"], row["high"], row.get("null"))
        for scenario, row in rows.iterrows()
    ]
    name = measure_name(measure, language)
    heading = say("Change of {measure}", language, measure=name)
    if outcome.is_certain:
        caption = say("Dot: the change. Nothing is drawn by chance here. Line: no change.", language)
    elif all(_is_alike(row) for _, row in rows.iterrows()):
        caption = say("Dot: the change, the same in every draw. Line: no change.", language)
    else:
        caption = say(
            "Dot: median of {draws}. Bar: {share} of the draws. Line: no change.",
            language,
            draws=count("{n} draw", "{n} draws", outcome.draws, language),
            share=percent(outcome.interval, language),
        )
    if "null" in rows and rows["null"].notna().any():
        caption += " " + say("Ring: a random partner of the same type with as many ties.", language)
    return Figure(heading, [ranges(drawn, name, write)], caption)


def _numbers(table: pd.DataFrame, outcome: Outcome, language: Language) -> ShownTable:
    has_null = "null" in table
    places = {name: decimals(rows["delta"].to_numpy(float)) for name, rows in table.groupby(level="measure")}
    rows = [
        _row(scenario, measure, row, language, has_null, places[measure])
        for (scenario, measure), row in table.iterrows()
    ]
    names = [
        say("what if", language),
        say("measure", language),
        say("now → then", language),
        say("change (from … to)", language),
    ]
    more = [say("draws with a rise", language), *([say("above a random partner", language)] if has_null else [])]
    caption = say("The same in numbers: exact, nothing is drawn.", language)
    notes = []
    if not outcome.is_certain:
        caption = say(
            "The same in numbers: medians and {share} intervals of {draws}.",
            language,
            share=percent(outcome.interval, language),
            draws=count("{n} draw", "{n} draws", outcome.draws, language),
        )
        has_alike = any(_is_alike(row) for _, row in table.iterrows())
        notes = [now_is(outcome.cluster, language, is_certain=False), say(_THEN_IS, language)]
        notes += [say(_ALL_ALIKE, language)] if has_alike else []
    note = " ".join(filter(None, notes))
    in_full = replace(_in_full(table, caption, more, places, language), note=note)
    return ShownTable(caption, heads(*names, *more, numbers=2 + len(more)), rows, note, in_full)


def _in_full(
    table: pd.DataFrame, caption: str, more: list[str], places: dict[str, int], language: Language
) -> ShownTable:
    """Return the table with each number in a cell of its own."""
    columns = {
        "before": say("now", language),
        "after": say("then", language),
        "delta": say("change", language),
        "low": say("change, from", language),
        "high": say("change, to", language),
    }
    shares = ["p_increase", "p_above_null"][: len(more)]
    titles = heads(say("what if", language), say("measure", language), *columns.values(), *more, numbers=5 + len(more))
    rows = [
        (
            text(scenario),
            text(measure_name(measure, language)),
            *(amount(_number_of(row, each, places[measure]), language, places[measure]) for each in columns),
            *(_share(row, each, language) for each in shares),
        )
        for (scenario, measure), row in table.iterrows()
    ]
    return ShownTable(caption, titles, rows)


def _row(
    scenario: Any, measure: str, row: pd.Series, language: Language, has_null: bool, places: int
) -> tuple[Cell, ...]:

    before, after = (
        number(_number_of(row, each, places), language, decimals=places, undefined=DASH) for each in ("before", "after")
    )
    return (
        text(scenario),
        text(measure_name(measure, language)),
        Cell(f"{before} → {after}", is_number=True),
        with_ends(row, "delta", language, places),
        _share(row, "p_increase", language),
        *((_share(row, "p_above_null", language),) if has_null else ()),
    )


def _share(row: pd.Series, column: str, language: Language) -> Cell:
    """Return a share of the draws; none where all of them agree, or a random partner does just the same."""
    is_same = column == "p_above_null" and row[column] == 0.5 and row["null"] == row["delta"]
    is_alike = column == "p_increase" and _is_alike(row)
    return share(np.nan if is_same or is_alike else float(row[column]), language)


def _is_alike(row: pd.Series) -> bool:
    """Whether the change is the same in every draw, as where a measure looks at no tie."""
    return bool(row["low"] == row["high"] and row["defined"] == 1 and row["p_increase"] + row["p_decrease"] in (0, 1))


def _is_unmoved(row: pd.Series) -> bool:
    """Whether nothing changes in any draw."""
    return bool(row["delta"] == row["low"] == row["high"] == 0 and row["p_increase"] + row["p_decrease"] == 0)


def _number_of(row: pd.Series, column: str, places: int) -> float:
    """Return a number of a row as it is shown: then is now, moved by the change."""
    return moved(row["before"], row["delta"], places) if column == "after" else float(row[column])
