"""One report for those who decide: who holds the cluster together, what would change, and how sure that is."""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning
from socluster.core.paths import path_of
from socluster.core.version import VERSION
from socluster.core.whole import write_text
from socluster.io.objects.dispatch import cluster_of
from socluster.report.document import document
from socluster.report.facts import Facts
from socluster.report.sections import SECTIONS
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.outcome import Outcome
from socluster.words import Language, counted, say, value_name

__all__ = ["report"]


@checked
def report(
    cluster: Any,
    path: str | os.PathLike[str],
    /,
    *,
    outcomes: Iterable[Any] = (),
    needs: Any = None,
    language: Language = "en",
    title: str | None = None,
) -> Path:
    """What is there to put before those who decide? A report in one page, that prints to A4.

    It says in short sentences who is in the cluster, how it hangs together, who connects, what breaks if one of them is
    lost, what the what-ifs would change and how sure that is, how good the data are, and how all of it was computed.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        With its groups, if it has any; its ties then follow from them.
    path : str or Path
        The HTML file to write. It is replaced in one step, or not at all.
    outcomes : iterable of Outcome or Ranking
        Answers of `compare` and `rank_partners`, in the order of reading.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it and `read_needs` reads it; then the report says how much is met.
    language : {"en", "lt"}, default "en"
        Of all that is said; names are those of the data, in Lithuanian where they have one (`name_lt`).
    title : str, optional
        Title of the report.

    Returns
    -------
    Path
        Where it was written.

    Raises
    ------
    InputError
        If an outcome is neither an Outcome nor a Ranking, Jinja2 is not installed (extra `report`), or the file cannot
        be written.

    Notes
    -----
    The page holds no script and asks nothing of the internet; a content security policy says so. Everything that comes
    from the data is escaped. The sentences say no more than was computed: structure is not effectiveness.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> import socluster as sc
    >>> written = sc.report(sc.load_dataset("siauliai"), Path(tempfile.mkdtemp()) / "report.html")
    >>> written.name, "<h1>" in written.read_text(encoding="utf-8")
    ('report.html', True)
    """
    spoken = check_language(language)
    given = cluster_of(cluster)
    answers = _answers(list(outcomes))
    found = [each for each in answers if isinstance(each, Outcome)]
    ranked = [each for each in answers if isinstance(each, Ranking)]
    facts = Facts(given, found, ranked, spoken, needs)
    with warnings.catch_warnings():
        for said_in_the_report in (ProjectionWarning, UncertainTiesWarning, UnknownTiesWarning):
            warnings.simplefilter("ignore", said_in_the_report)
        parts = [part for part in (section(facts) for section in SECTIONS) if part is not None]
    name = _name(given)
    page = document(
        title=title or _title(name, spoken),
        kicker=say("Network report", spoken),
        lead=str(given.info.get("title") or _lead(facts)),
        meta=_meta(facts),
        carries=_carries(facts),
        parts=parts,
        language=spoken,
    )
    target = path_of(path)
    write_text(target, page)
    return target


def _answers(given: list[Any]) -> list[Any]:
    problems = [
        Problem("is no outcome of compare or rank_partners", row=place, column="outcomes", value=type(each).__name__)
        for place, each in enumerate(given, start=1)
        if not isinstance(each, Outcome | Ranking)
    ]
    if problems:
        raise InputError(problems)
    return given


def _name(cluster: Cluster) -> str:
    return re.sub(r"\s+", " ", str(cluster.name or "")).strip()


def _title(name: str, language: Language) -> str:
    if not name:
        return say("Who holds the cluster together?", language)
    return say("Who holds the cluster together? {name}", language, name=name)


def _lead(facts: Facts) -> str:
    return facts.cluster.summary(facts.language).strip("<>")


def _meta(facts: Facts) -> list[tuple[str, str]]:
    language, cluster = facts.language, facts.cluster
    data = [counted("{n} actor", "{n} actors", cluster.n_actors)]
    if cluster.n_ties:
        data.append(counted("{n} tie", "{n} ties", cluster.n_ties))
    if cluster.n_affiliations:
        data.append(counted("{n} membership or attendance", "{n} memberships or attendances", cluster.n_affiliations))
    drawn = [outcome for outcome in facts.outcomes if not outcome.is_certain]
    computed = [f"socluster {VERSION}"]
    if drawn:
        computed.append(counted("{n} draw", "{n} draws", drawn[0].draws).said(language))
        if drawn[0].seed is not None:
            computed.append(say("seed {seed}", language, seed=drawn[0].seed))
    return [
        (say("Data", language), ", ".join(each.said(language) for each in data)),
        (say("Source", language), str(cluster.info.get("source") or say("not stated", language))),
        (say("Computed", language), ", ".join(computed)),
        (say("Fingerprint of the data", language), cluster.fingerprint),
    ]


def _carries(facts: Facts) -> list[str]:
    """Return what a tie means, and what cannot be concluded from it."""
    language, cluster = facts.language, facts.cluster
    said = [
        say(
            "{layer}: {meaning}.",
            language,
            layer=value_name("layer", each.name, language),
            meaning=each.meaning.rstrip("."),
        )
        for each in cluster.layers.values()
        if each.meaning
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
