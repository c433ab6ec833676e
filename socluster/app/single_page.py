"""The what-if page as one file: it opens from a disk or an e-mail, asks nobody, and holds all its answers."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from numpy.random import Generator

from socluster.app.answers.change import MOST_DRAWS
from socluster.app.answers.measures import USUAL, compared_measures
from socluster.app.answers.needed import met_measures
from socluster.app.answers.plain import in_both
from socluster.app.answers.what_ifs import goals_of
from socluster.app.page import joined, text_of
from socluster.app.page_sets import PageSets
from socluster.core.arguments import check_language, generator, positive_integer
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.notebook import notebook_language
from socluster.core.paths import path_of
from socluster.core.version import VERSION
from socluster.core.whole import write_text
from socluster.io.objects.dispatch import cluster_of
from socluster.measures.services.given import needs_of
from socluster.measures.shared.answers import Measures, named
from socluster.report.page.parts import data_script, hash_of
from socluster.whatif.scenarios.checked import checked_scenarios
from socluster.whatif.scenarios.files import questions_of
from socluster.whatif.scenarios.questions import Questions, questions_in
from socluster.whatif.scenarios.scenario import Scenario
from socluster.words import Language, count, say
from socluster.words.plain import on_page

__all__ = ["WhatIfPage", "draws_that_fit", "usual_draws", "whatif_page"]

MOST_CANDIDATES = 8
_DRAWS = ((3, 1000), (5, 500), (MOST_CANDIDATES, 200))  # up to so many candidates: so many draws of each set
_MOST_HELD = 51_000  # draws of all sets together, as usually for eight candidates


@dataclass(frozen=True, repr=False)
class WhatIfPage:
    """A what-if page, which a notebook shows and an e-mail carries. Its text says what it holds.

    Parameters
    ----------
    html : str
        The whole page.
    path : Path or None
        Where it was written.
    sets : int
        How many sets of candidates it holds the answers to.
    draws : int
        Of each set.
    """

    html: str = field(repr=False)
    path: Path | None
    sets: int
    draws: int

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what the page holds.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        check_language(language)
        sets = count("{n} set of candidates", "{n} sets of candidates", self.sets, language)
        draws = count("{n} draw", "{n} draws", self.draws, language)
        said = [say("What-if page: {sets}, each with {draws}.", language, sets=sets, draws=draws)]
        if self.path is not None:
            said.append(say("Written to {path}.", language, path=str(self.path)))
        return said

    def __repr__(self) -> str:
        """Return what the page holds."""
        return " ".join(self.sentences())

    def _repr_html_(self) -> str:
        """Return the page in a frame of its own, as a notebook shows it."""
        title = escape(say("What-if page", notebook_language()), quote=True)
        look = "width:100%;height:860px;border:1px solid #d3dae1"
        return f'<iframe title="{title}" style="{look}" srcdoc="{escape(self.html, quote=True)}"></iframe>'


@checked
def whatif_page(
    cluster: Any,
    scenarios: Scenario | Sequence[Scenario],
    path: str | os.PathLike[str] | None = None,
    /,
    *,
    measures: Measures | None = None,
    draws: int | None = None,
    rng: Generator | int,
    language: Language = "en",
    title: str | None = None,
    needs: Any = None,
    questions: Questions | Mapping[str, Any] | str | os.PathLike[str] | None = None,
) -> WhatIfPage:
    """What if these join, or those? A page that answers it for every combination, without a server.

    Everybody who gets the file ticks candidates and sees what would change and how sure that is, beside a random
    partner, with the picture of one draw; compares them; and sees who comes first for a goal, or which of them fit a
    budget. All answers are computed beforehand, with progress.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        With its groups, if it has any.
    scenarios : Scenario or sequence of Scenario
        Up to eight candidates of different names, to be ticked in any combination: 8 candidates have 255 sets.
    path : str or Path, optional
        The HTML file to write; it is replaced in one step, or not at all. Without it, a notebook shows the page.
    measures : callable, iterable of callables, or mapping from name to callable, optional
        What is watched, as in `compare`; fragmentation, global efficiency and constraint if not stated, and how much is
        met of what is needed, if that is known.
    draws : int, optional
        How many draws of each set; if not stated, 1,000 for up to three candidates, 500 for up to five, 200 for more.
        The page says how many.
    rng : int or numpy.random.Generator
        Seed, the same for all sets. Each answer is that of `compare` with this seed.
    language : {"en", "lt"}, default "en"
        The language in which the page opens; it holds both.
    title : str, optional
        Title of the page; that of the data if not stated.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it; the page then says how much of it is met, and what scenarios
        would add to that: it can be a goal.
    questions : mapping, or str or Path, optional
        What was asked of the scenarios, as the file of scenarios holds it under `questions`, or that file: goals with
        their directions, and plans with budget and costs. The page says them, and opens with the answers; it is drawn
        as often as they say if `draws` does not say it. The seed is `rng`.

    Returns
    -------
    WhatIfPage
        `.html`, `.path`, `.sets`, `.draws`.

    Raises
    ------
    InputError
        If there are more than eight candidates, two have one name, one does not fit the cluster, or the file cannot be
        written. Sets whose candidates contradict each other are in the page without an answer, and it says so.

    Notes
    -----
    A content security policy forbids the page every request and every script but its own. What comes from the data is
    shown letter by letter. What was ticked and kept is kept in the browser, where that is allowed.

    Examples
    --------
    >>> import socluster as sc
    >>> knoke = sc.load_dataset("knoke").layer("information")
    >>> clinic = sc.Scenario("clinic").with_actor("clinic").with_ties("clinic", ["MAYR", "EDUC"])
    >>> church = sc.Scenario("church").with_actor("church").with_ties("church", {"WELF": 0.5, "MAYR": 0.9})
    >>> sc.whatif_page(knoke, [clinic, church], measures=[sc.density], draws=20, rng=7)
    What-if page: 3 sets of candidates, each with 20 draws.
    """
    check_language(language)
    given = cluster_of(cluster)
    candidates = checked_scenarios(scenarios)
    if len(candidates) > MOST_CANDIDATES:
        raise InputError(
            "a page holds at most {most} candidates, since {n} have {sets} sets; leave some out, or make several pages",
            {"most": MOST_CANDIDATES, "n": len(candidates), "sets": float(2 ** len(candidates) - 1)},
        )
    target = None if path is None else path_of(path)
    asked = _asked(questions)
    usually = asked.draws or usual_draws(len(candidates))
    n = usually if draws is None else positive_integer("draws", draws)
    if n > MOST_DRAWS:
        raise InputError(
            Problem(
                "a page holds at most {most} draws of each set", column="draws", value=n, values={"most": MOST_DRAWS}
            )
        )
    drawn = generator(rng)
    seed = int(drawn.integers(2**31)) if isinstance(rng, Generator) else int(rng)
    if needs is not None:
        needs_of(needs)  # so that what is wrong with them is told before the work begins
    met = met_measures(needs)
    functions = compared_measures([*USUAL, *met], needs) if measures is None else dict(named(measures))
    for goal, measure in zip(asked.goals, goals_of(asked, met), strict=True):
        functions.setdefault(goal.goal, measure)
    sets = PageSets(given, candidates, functions, n, seed, needs, asked.goals)
    held = sets.held()
    if title is not None:
        held["overview"]["title"] = in_both(lambda language: on_page(title))
    page = _document(held, language)
    if target is not None:
        write_text(target, page)
    return WhatIfPage(page, target, len(sets.places), n)


def usual_draws(candidates: int) -> int:
    """Return how many draws of each set a page takes if nobody says so: the fewer, the more sets there are.

    Examples
    --------
    >>> [usual_draws(candidates) for candidates in (1, 3, 5, 8)]
    [1000, 1000, 500, 200]
    """
    return next(draws for most, draws in _DRAWS if candidates <= most)


def draws_that_fit(candidates: int, wanted: int | None) -> int:
    """Return the draws of each set that were asked for, or as many as may be made while somebody waits.

    Examples
    --------
    >>> draws_that_fit(4, 1000), draws_that_fit(8, 1000), draws_that_fit(8, 20), draws_that_fit(5, None)
    (1000, 200, 20, 500)
    """
    return min(wanted or usual_draws(candidates), _MOST_HELD // int(2**candidates - 1))


def _asked(questions: Questions | Mapping[str, Any] | str | os.PathLike[str] | None) -> Questions:
    """Return what was asked of the scenarios, of whichever form.

    Raises
    ------
    InputError
        If anything in it is wrong, with its place.
    """
    if questions is None or isinstance(questions, Questions):
        return questions or Questions()
    if not isinstance(questions, Mapping):
        return questions_of(questions)
    found, problems = questions_in(dict(questions))
    if problems:
        raise InputError(problems)
    return found


def _document(held: dict[str, Any], language: Language) -> str:
    """Return the page: its policy names its one style and its one script by what they hold."""
    style = text_of("tokens.css") + text_of("page.css")
    script = joined("single.js")
    policy = (
        f"default-src 'none'; script-src {hash_of(script)}; style-src {hash_of(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(on_page(held["overview"]["title"][language] or "socluster"))
    needs = escape(say("This page needs JavaScript.", language))
    return (
        f'<!doctype html>\n<html lang="{language}" data-language="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f'<meta name="generator" content="socluster {VERSION}">\n<link rel="icon" href="data:,">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body><noscript><p>{needs}</p></noscript>\n"
        f"{data_script('held', held)}\n"
        f'<script type="module">{script}</script>\n</body>\n</html>\n'
    )
