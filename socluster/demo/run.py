"""Writes the page of the demonstration and prints the same in short."""

from __future__ import annotations

import os
from pathlib import Path

from socluster.core.terminal import tell
from socluster.demo.sections import sections
from socluster.demo.study import DemoResults, study
from socluster.demo.tables import brokers, headed, most_central, named, printed
from socluster.report import page
from socluster.words import Language, marked, say

__all__ = ["run"]

_TITLE = marked(
    "The Šiauliai region: who holds the care-reform cluster together, and what would a psychologist hub change?"
)


def run(output: str | os.PathLike[str], *, language: Language = "en", draws: int = 1000, seed: int = 7) -> Path:
    """Write the page of the demonstration, then print the same in short, so that a closed pager costs no page.

    Parameters
    ----------
    output : str or path
        The HTML page to write.
    language : {"en", "lt"}, default "en"
        Language of all that is said.
    draws : int, default 1000
        Draws of what is not known.
    seed : int, default 7
        Seed of the draws.

    Returns
    -------
    Path
        Where the page was written.
    """
    results = study(say("psychologist hub in Kelmė", language), draws, seed)
    written = page(output, sections(results, language, draws, seed), say(_TITLE, language), language)
    _tell(results, language)
    tell(say("The page with the pictures: {path}", language, path=written.resolve()))
    return written


def _tell(results: DemoResults, language: Language) -> None:
    profile, roles = most_central(results.profile).round(3), brokers(results.roles)
    if language == "lt":  # the ids are English
        profile, roles = (named(table, results.region, language) for table in (profile, roles))
    else:
        profile, roles = (headed(table, language) for table in (profile, roles))
    tell(say(_TITLE, language), results.region.summary(language), "")
    tell(say("Why one event is not enough", language), f"  {results.clique_warning.in_language(language)}", "")
    tell(say("Who is central", language), results.network.summary(language), *printed(profile, language), "")
    tell(say("Who brokers between levels", language), *printed(roles, language), "")
    question = say("What if a psychologist hub joined in Kelmė?", language)
    tell(question, *(f"  {line}" for line in results.outcome.sentences(language)), "")
