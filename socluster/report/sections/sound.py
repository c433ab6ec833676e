"""How good the data are: on what ground they stand, who did not answer, what is not known."""

from __future__ import annotations

import pandas as pd

from socluster.core.data_notes import data_notes
from socluster.core.described import info_text
from socluster.core.link_rules import GROUND
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
    ties, memberships = (_evidence(each) for each in (cluster.ties, cluster.affiliations))
    blocks = [_table(ties, memberships, language)] if ties.sum() + memberships.sum() else []
    items = [*_missing(facts), *(note.said(language) for note in data_notes(cluster)), *_drawn(facts), *_said(facts)]
    finding = _finding(ties, memberships, language)
    return Part(say("How good the data are", language), finding, [*blocks, Bullets(items)])


def _evidence(links: pd.DataFrame) -> pd.Series:
    """Return how many of these links there are of each kind of evidence, the most frequent first."""
    counts = links["evidence"].astype("object").value_counts()
    return counts[counts > 0]


def _finding(ties: pd.Series, memberships: pd.Series, language: Language) -> str:
    """Return which share of the ties, and which of the memberships, somebody says to be there."""
    said = []
    n = int(ties.sum())
    if n and _may_be_unstated(ties):
        said.append(
            count(
                "{n} tie counts as reported: so does a tie whose evidence is not stated.",
                "All {n} ties count as reported: so does a tie whose evidence is not stated.",
                n,
                language,
            )
        )
    elif n:
        said.append(
            count(
                "{share} of {n} tie is documented, confirmed or reported.",
                "{share} of {n} ties are documented, confirmed or reported.",
                n,
                language,
                share=_known(ties, language),
            )
        )
    n = int(memberships.sum())
    if n and _may_be_unstated(memberships):
        said.append(
            count(
                "{n} membership or attendance counts as reported: so does one whose evidence is not stated.",
                "All {n} memberships or attendances count as reported: so does one whose evidence is not stated.",
                n,
                language,
            )
        )
    elif n:
        said.append(
            count(
                "{share} of {n} membership or attendance is documented, confirmed or reported.",
                "{share} of {n} memberships or attendances are documented, confirmed or reported.",
                n,
                language,
                share=_known(memberships, language),
            )
        )
    if not said:
        return say("Neither ties nor memberships are in the data.", language)
    return " ".join([*said, say("What is missing in the data is not known.", language)])


def _may_be_unstated(counts: pd.Series) -> bool:
    """Whether all are reported, which is also what counts where a table has no column of evidence."""
    return list(counts.index) == [GROUND]


def _known(counts: pd.Series, language: Language) -> str:
    return percent(counts.reindex(_DOCUMENTED).fillna(0).sum() / counts.sum(), language)


def _table(ties: pd.Series, memberships: pd.Series, language: Language) -> ShownTable:
    """Return the links by evidence: ties between actors and memberships apart, since they are counted apart."""
    named = ((say("ties", language), ties), (say("memberships or attendances", language), memberships))
    rows = [
        (
            text(name),
            text(value_name("evidence", str(kind), language)),
            amount(size, language),
            share(size / counts.sum(), language),
        )
        for name, counts in named
        for kind, size in counts.items()
    ]
    titles = heads(
        say("what", language),
        say("evidence", language),
        say("how many", language),
        say("share", language),
        numbers=2,
    )
    is_told = any(GROUND in counts for counts in (ties, memberships))
    note = say("Where no evidence is stated, it counts as reported.", language) if is_told else ""
    return ShownTable(say("Ties and memberships by evidence", language), titles, rows, note)


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
