"""What a report says, before it becomes a page, a document or a workbook: its front, and its sections."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from socluster.core.cluster import Cluster
from socluster.core.described import info_text, meaning_in
from socluster.core.errors import ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.core.version import VERSION
from socluster.report.blocks import Part
from socluster.report.facts import Facts
from socluster.report.sections import SECTIONS
from socluster.words import Language, Phrase, counted, say, value_name
from socluster.words.doors import told_at

__all__ = ["Content", "carries", "content_of"]


@dataclass(frozen=True)
class Content:
    """A report, in its language.

    Parameters
    ----------
    title, kicker, lead : str
        The title, what stands above it, and what stands below it.
    meta : sequence of (str, str)
        What the report rests on: names and values.
    carries : sequence of str
        How far it carries.
    parts : sequence of Part
        The sections.
    source : str
        One line that says from what it was made, to stand below each table of a workbook.
    language : {"en", "lt"}
        Of all of it.
    """

    title: str
    kicker: str
    lead: str
    meta: Sequence[tuple[str, str]]
    carries: Sequence[str]
    parts: Sequence[Part]
    source: str
    language: Language

    @property
    def short(self) -> list[tuple[str, str, Sequence[str]]]:
        """The number and the sentence of each section that stands in the summary, and what else there is to say."""
        return [(*part.short, part.more) for part in self.parts if part.short]


def content_of(facts: Facts, title: str | None = None) -> Content:
    """Return what there is to say; what the report itself says of ties is not warned of as well."""
    language, cluster = facts.language, facts.cluster
    with warnings.catch_warnings(), told_at("page"):
        for said_in_the_report in (ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning):
            warnings.simplefilter("ignore", said_in_the_report)
        parts = [part for part in (section(facts) for section in SECTIONS) if part is not None]
    return Content(
        title=title or _title(_name(cluster), language),
        kicker=say("Network report", language),
        lead=info_text(cluster.info, "title", language) or _lead(facts),
        meta=_meta(facts),
        carries=carries(facts),
        parts=parts,
        source=_source_line(facts),
        language=language,
    )


def _source_line(facts: Facts) -> str:
    return say(
        "Source: {source}. Computed with socluster {version} from the data {fingerprint}.",
        facts.language,
        source=_source(facts).rstrip("."),
        version=VERSION,
        fingerprint=facts.cluster.fingerprint,
    )


def _source(facts: Facts) -> str:
    return info_text(facts.cluster.info, "source", facts.language) or say("not stated", facts.language)


def _name(cluster: Cluster) -> str:
    return re.sub(r"\s+", " ", str(cluster.name or "")).strip()


def _title(name: str, language: Language) -> str:
    if not name:
        return say("Who holds the cluster together?", language)
    return say("Who holds the cluster together? {name}", language, name=name)


def _lead(facts: Facts) -> str:
    """Return what the data say of their boundary where they have no title, or how many there are of what."""
    told = info_text(facts.cluster.info, "boundary", facts.language)
    return told or ", ".join(each.said(facts.language) for each in _counted(facts.cluster))


def _counted(cluster: Cluster) -> list[Phrase]:
    data = [counted("{n} actor", "{n} actors", cluster.n_actors)]
    if cluster.n_ties:
        data.append(counted("{n} tie", "{n} ties", cluster.n_ties))
    if cluster.n_affiliations:
        data.append(counted("{n} membership or attendance", "{n} memberships or attendances", cluster.n_affiliations))
    return data


def _meta(facts: Facts) -> list[tuple[str, str]]:
    language, cluster = facts.language, facts.cluster
    compared = [*facts.outcomes, *(ranking.outcome for ranking in facts.rankings)]
    drawn = [outcome for outcome in compared if not outcome.is_certain]
    computed = [f"socluster {VERSION}"]
    if drawn:
        computed.append(counted("{n} draw", "{n} draws", drawn[0].draws).said(language))
        if drawn[0].seed is not None:
            computed.append(say("seed {seed}", language, seed=drawn[0].seed))
    return [
        (say("Data", language), ", ".join(each.said(language) for each in _counted(cluster))),
        (say("Source", language), _source(facts)),
        (say("Computed", language), ", ".join(computed)),
        (say("Fingerprint of the data", language), cluster.fingerprint),
    ]


def carries(facts: Facts) -> list[str]:
    """Return what a tie means, and what cannot be concluded from it."""
    language, cluster = facts.language, facts.cluster
    said = [
        say(
            "{layer}: {meaning}.",
            language,
            layer=value_name("layer", each.name, language),
            meaning=meaning.rstrip("."),
        )
        for each in cluster.layers.values()
        if (meaning := meaning_in(cluster.info, each, language))
    ]
    said += [
        say(
            "What a tie of the layer '{layer}' means is not stated in the data.",
            language,
            layer=value_name("layer", name, language),
        )
        for name in cluster.tie_layers
        if not meaning_in(cluster.info, cluster.layers[name], language)
    ]
    if facts.is_projected:
        said.append(
            say(
                "A tie between two of them follows from a shared group or event; that they work together is not "
                "documented by it.",
                language,
            )
        )
    said.append(say("Who is not in the data is not in the report.", language))
    said.append(say("Structure is not effectiveness: more ties do not yet mean better care.", language))
    return said
