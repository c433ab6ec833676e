"""Coverage in sentences: how much is met, how far it looked, where most is missing, and what the numbers leave open."""

from __future__ import annotations

from typing import Any

import pandas as pd

from socluster.measures.services.offers import NOT_STATED, cell_name
from socluster.measures.services.sharing import Sharing
from socluster.words import Language, as_sentence, count, listed, number, percent, say, value_name

__all__ = [
    "caveat",
    "how_far",
    "if_distance_did_not_matter",
    "largest_gaps",
    "met_of_unit",
    "met_of_units",
    "not_determined",
    "nothing_needed",
]

_MOST_NAMED = 3
_MOST_SERVICES = 6


def nothing_needed(language: Language) -> str:
    """Return that no needs are stated."""
    return say("No needs are stated, so there is nothing to cover.", language)


def met_of_unit(unit: str, row: pd.Series[Any], language: Language) -> str:
    """Return how much is met of what is needed in one unit.

    Parameters
    ----------
    unit : str
        The unit, or `NOT_STATED`.
    row : Series
        Its needed and met.
    language : {"en", "lt"}
        Language of the sentence.
    """
    if not row["needed"]:
        return say("Nothing is needed.", language)
    values: dict[str, Any] = {
        "met": number(row["met"], language, digits=6),
        "needed": number(row["needed"], language, digits=6),
        "share": percent(row["met"] / row["needed"], language),
        "gap": number(row["needed"] - row["met"], language, digits=6),
        "unit": value_name("unit", unit, language),
    }
    if unit == NOT_STATED:
        return say("{met} of {needed} needed are met ({share}); {gap} are missing.", language, **values)
    return as_sentence(
        say("{unit}: {met} of {needed} needed are met ({share}); {gap} are missing.", language, **values)
    )


def met_of_units(totals: pd.DataFrame, needs: pd.DataFrame, served: Sharing, language: Language) -> list[str]:
    """Return how much is met in each unit, and of which services where a unit adds up several.

    Parameters
    ----------
    totals : DataFrame
        A row per unit: needed, met.
    needs : DataFrame
        What is needed: service, unit, amount.
    served : Sharing
        Who may serve what, a column per need.
    language : {"en", "lt"}
        Language of the sentences.
    """
    return [
        " ".join([met_of_unit(str(unit), row, language), *_by_service(needs, served, str(unit), language)])
        for unit, row in totals.iterrows()
    ]


def _by_service(needs: pd.DataFrame, served: Sharing, unit: str, language: Language) -> list[str]:
    """Return what is met of each service, where a total adds up several: a place in one is none in another."""
    of_unit = (needs["unit"] == unit) & (needs["amount"] > 0)
    services = list(dict.fromkeys(needs.loc[of_unit, "service"]))
    if len(services) < 2:
        return []
    told = []
    for service in services:
        mine = (of_unit & (needs["service"] == service)).to_numpy()
        part = Sharing(served.amounts[mine], served.capacity, served.serves[:, mine])
        met, needed = number(part.total, language, digits=6), number(part.amounts.sum(), language, digits=6)
        told.append(say("{service} {met} of {needed}", language, service=service, met=met, needed=needed))
    names = listed(told, language, most=_MOST_SERVICES)
    return [say("This adds up different services; met of each: {names}.", language, names=names)]


def how_far(reach: float | None, language: Language) -> str:
    """Return from how far away an offer counted."""
    if reach is None:
        return say("Only what is offered in the place of the need counts.", language)
    return say(
        "What is offered at a distance of at most {reach} counts, and is shared out so that most is met.",
        language,
        reach=number(reach, language, digits=6),
    )


def if_distance_did_not_matter(totals: pd.DataFrame, language: Language) -> list[str]:
    """Return what would be met of each unit if distance did not matter, where that is more.

    Parameters
    ----------
    totals : DataFrame
        A row per unit: met, anywhere.
    language : {"en", "lt"}
        Language of the sentences.
    """
    more = totals[totals["anywhere"] > totals["met"] * (1 + 1e-9) + 1e-9]
    return [
        say(
            "If distance did not matter, {met} would be met: some capacity is free where it is not needed.",
            language,
            met=number(row["anywhere"], language, digits=6),
        )
        if unit == NOT_STATED
        else say(
            "If distance did not matter, {met} would be met ({unit}): some capacity is free where it is not needed.",
            language,
            met=number(row["anywhere"], language, digits=6),
            unit=value_name("unit", str(unit), language),
        )
        for unit, row in more.iterrows()
    ]


def largest_gaps(cells: pd.DataFrame, language: Language) -> list[str]:
    """Return in which of several needs most is missing; nothing where units differ, since gaps then do not compare.

    Parameters
    ----------
    cells : DataFrame
        A row per need, as in `ServiceCoverage.to_frame`.
    language : {"en", "lt"}
        Language of the sentence.
    """
    gaps = cells["gap"].dropna()
    missing = gaps[gaps > 0]
    if len(missing) < 1 or len(cells) < 2 or len(set(cells["unit"])) > 1:
        return []
    largest = missing.sort_values(ascending=False, kind="stable").head(_MOST_NAMED)
    names = [f"{cell_name(cell)} ({number(gap, language, digits=6)})" for cell, gap in largest.items()]
    return [say("Most is missing in: {names}.", language, names="; ".join(names))]


def not_determined(cells: pd.DataFrame, language: Language) -> list[str]:
    """Return of how many needs (a row each) it is open how much of them is met."""
    n = int(cells["met"].isna().sum())
    if not n:
        return []
    return [
        count(
            "How much of {n} need is met is not determined: several ways of sharing out meet the same total.",
            "How much of {n} needs is met is not determined: several ways of sharing out meet the same total.",
            n,
            language,
        )
    ]


def caveat(language: Language) -> str:
    """Return what coverage does not say."""
    return say("It counts what is offered where, not whether people reach it or whether it helps.", language)
