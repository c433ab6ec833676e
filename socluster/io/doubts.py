"""What is not wrong in a cluster, but probably a slip: names that differ in capitals, and nearly known sectors."""

from __future__ import annotations

import difflib
import re

from socluster.core.cluster import Cluster
from socluster.core.schema import SECTORS
from socluster.words import LANGUAGES, Phrase, counted, later, listed, marked, phrase, value_name

__all__ = ["doubts"]

_ALIKE = 0.8
_DATE = re.compile(
    r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?([T/].*| \d.*)?$"
)  # and what follows: a time, or the end of a span


def doubts(cluster: Cluster) -> list[Phrase]:
    """Return what a person should look at once more; none of it keeps the cluster from being read.

    A sector is free text, so a misspelt one is a sector of its own, and measures by sector count it as such.

    Parameters
    ----------
    cluster : Cluster
        The cluster.

    Returns
    -------
    list of Phrase
        The actors whose names differ in capitals only; for each word that is nearly one of ours, or another one that
        more actors have, what it may mean; the words that socluster does not know; and last, dates that are none.

    Examples
    --------
    >>> import pandas as pd
    >>> import socluster as sc
    >>> actors = pd.DataFrame({"actor": ["School", "Clinic"], "sector": ["pubic", "public"]})
    >>> [str(doubt) for doubt in doubts(sc.Cluster.from_tables(actors))]
    ["the sector 'pubic' (1 actor): did you mean 'public'?"]
    """
    counts = cluster.actors["sector"].dropna().value_counts()
    words: dict[str, int] = {str(word): int(n) for word, n in counts.items()}
    found, own = [], []
    for word, n in words.items():
        if word in SECTORS:
            continue
        meant = _meant(word, [*SECTORS, *(other for other, times in words.items() if times > n)])
        if meant is None:
            own.append(word)
        else:
            message = marked("the sector '{word}' ({actors}): did you mean '{meant}'?")
            found.append(phrase(message, word=word, meant=meant, actors=counted("{n} actor", "{n} actors", n)))
    if own:
        message = marked("sectors of your own: {words} (socluster itself knows {known})")
        found.append(phrase(message, words=later(listed, own, most=10), known=later(listed, [*SECTORS])))
    return [*_in_capitals(cluster), *found, *_odd_dates(cluster)]


def _odd_dates(cluster: Cluster) -> list[Phrase]:
    """Return the dates that are kept as they are written, but that nothing can put in the order of time."""
    odd = [str(date) for date in cluster.groups["date"].dropna().unique() if not _DATE.match(str(date))]
    message = marked("the dates {dates}: write the year, year-month or year-month-day, as in 2025-03")
    return [phrase(message, dates=later(listed, odd, most=5))] if odd else []


def _in_capitals(cluster: Cluster) -> list[Phrase]:
    """Return the actors that may be one, written with and without capitals."""
    alike: dict[str, list[str]] = {}
    for actor in map(str, cluster.actors.index):
        alike.setdefault(actor.casefold(), []).append(actor)
    message = marked("the actors {names}, who differ in capitals only: are they one?")
    return [phrase(message, names=later(listed, names)) for names in alike.values() if len(names) > 1]


def _meant(word: str, known: list[str]) -> str | None:
    """Return the known word that is nearly this one, be it only the same in capitals or in another language."""
    folded = {other.casefold(): other for other in reversed(known)}
    folded |= {value_name("sector", sector, language): sector for sector in SECTORS for language in LANGUAGES}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=_ALIKE)
    return folded[close[0]] if close else None
