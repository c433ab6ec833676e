"""How good the data are: on what ground they stand, who did not answer, what is not known."""

from __future__ import annotations

import pandas as pd

from socluster.core.data_notes import data_notes
from socluster.core.described import info_text
from socluster.report.blocks import Bullets, Part, ShownTable
from socluster.report.facts import Facts
from socluster.report.sections.cells import amount, heads, share, text
from socluster.words import Language, column_name, count, percent, say, value_name

__all__ = ["sound"]

_DOCUMENTED = ("documented", "confirmed", "reported")  # somebody says so, who was there or wrote it down


def sound(facts: Facts) -> Part | None:
    """Return by what the data are supported, and what is missing in them."""
    language, cluster = facts.language, facts.cluster
    if not cluster.n_actors:
        return None
    counts = _evidence(cluster.ties, cluster.affiliations)
    finding = _finding(counts, language)
    blocks = [_table(counts, language)] if counts.sum() else []
    items = [*_missing(facts), *(note.said(language) for note in data_notes(cluster)), *_drawn(facts), *_said(facts)]
    return Part(say("How good the data are", language), finding, [*blocks, Bullets(items)])


def _evidence(ties: pd.DataFrame, affiliations: pd.DataFrame) -> pd.Series:
    """Return how many ties and affiliations there are of each kind of evidence."""
    kinds = pd.concat([ties["evidence"].astype("object"), affiliations["evidence"].astype("object")])
    return kinds.value_counts()


def _finding(counts: pd.Series, language: Language) -> str:
    whole = int(counts.sum())
    if not whole:
        return say("Neither ties nor memberships are in the data.", language)
    known = int(counts.reindex(_DOCUMENTED).fillna(0).sum())
    return count(
        "{share} of {n} link in the data is documented, confirmed or reported; what is missing in them is not known.",
        "{share} of {n} links in the data are documented, confirmed or reported; what is missing in them is not known.",
        whole,
        language,
        share=percent(known / whole, language),
    )


def _table(counts: pd.Series, language: Language) -> ShownTable:
    whole = counts.sum()
    rows = [
        (text(value_name("evidence", str(kind), language)), amount(size, language), share(size / whole, language))
        for kind, size in counts.items()
        if size
    ]
    titles = heads(say("evidence", language), say("links", language), say("share", language), numbers=2)
    return ShownTable(say("Ties and memberships by evidence", language), titles, rows)


def _missing(facts: Facts) -> list[str]:
    """Say for how many actors each column that tells them apart is not stated."""
    actors, language = facts.cluster.actors, facts.language
    return [
        say(
            "The {column} of {n} of {whole} is not stated.",
            language,
            column=column_name(column, language),
            n=int(actors[column].isna().sum()),
            whole=len(actors),
        )
        for column in facts.columns
        if actors[column].isna().any()
    ]


def _drawn(facts: Facts) -> list[str]:
    """Say where uncertain ties were drawn instead, so that a number there may differ from the same one elsewhere."""
    if not facts.network.n_uncertain or not (facts.outcomes or facts.rankings or facts.plans):
        return []
    return [
        say(
            "What would change was asked otherwise: each uncertain tie is there in as many draws as it is sure, so "
            "that its values now may differ from those of the other sections.",
            facts.language,
        )
    ]


def _said(facts: Facts) -> list[str]:
    """Return what the cluster says of itself: its boundary and its note, in the words of the data."""
    told = (info_text(facts.cluster.info, key, facts.language) for key in ("boundary", "note"))
    return [each for each in told if each]
