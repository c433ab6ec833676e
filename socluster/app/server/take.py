"""What can be taken away, made in the worker: report, tables, scenarios, the page by e-mail, workbooks to fill in."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from socluster.app.answers.asked import scenarios_in
from socluster.app.answers.choosing import GOALS
from socluster.app.answers.needed import met_measures
from socluster.app.answers.what_ifs import goals_of, what_ifs
from socluster.app.server.settings import ServerLimits
from socluster.app.server.uploads import Brought
from socluster.app.single_page import MOST_CANDIDATES, draws_that_fit, whatif_page
from socluster.core.arguments import check_language
from socluster.core.errors import InputError, SoclusterWarning
from socluster.draws.settings import Draws
from socluster.plot.svg.png import png
from socluster.report.report import report
from socluster.starter.example import EXAMPLE, TEMPLATE, SheetRows
from socluster.starter.workbook import write_workbook
from socluster.whatif.scenarios.questions import questions_in
from socluster.whatif.scenarios.scenario import Scenario
from socluster.whatif.scenarios.text import written_together
from socluster.words import Language

__all__ = ["MAKERS", "Wanted", "has_pictures", "make", "offered"]

_DRAWS, _SEED = 1000, 1
_DOT = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="2"><path d="M0 0H2"/></svg>'
_KINDS = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
Made = tuple[str, str, bytes]


class Wanted:
    """What somebody wants to take away.

    Parameters
    ----------
    task : mapping
        As the page asks: language, scenarios (names with steps), questions (goals, draws, seed) as a file of scenarios
        has them.
    brought : Brought or None
        The data; None where none are needed.
    executor : object, optional
        A Dask client that draws are handed to.
    limits : ServerLimits
        How much of anything there may be.

    Raises
    ------
    InputError
        If something in it means nothing.
    """

    def __init__(self, task: Mapping[str, Any], brought: Brought | None, executor: Any, limits: ServerLimits) -> None:
        self.language: Language = check_language(task.get("language", "en"))
        self.scenarios: list[Scenario] = scenarios_in(task) if task.get("scenarios") else []
        self.questions, problems = questions_in(task.get("questions") or {})
        if problems:
            raise InputError(problems)
        self._draws = self.questions.draws or _DRAWS
        self.seed = _SEED if self.questions.seed is None else self.questions.seed
        if self._draws > limits.draws:
            raise InputError("draws must be a whole number from 1 to {most}, and the seed one", {"most": limits.draws})
        self._brought, self._executor = brought, executor

    @property
    def brought(self) -> Brought:
        """The data."""
        if self._brought is None:
            raise InputError("first bring data, or open a data set")
        return self._brought

    def outcomes(self) -> list[Any]:
        """The scenarios, compared with the cluster as it is and with random partners; each ranking, and each plan."""
        return what_ifs(
            self.brought.cluster,
            self.scenarios,
            self.questions,
            draws=Draws(self._draws, executor=self._executor),
            rng=self.seed,
            needs=self.brought.needs,
            language=self.language,
            goals=GOALS,
        )


def make(what: str, wanted: Wanted) -> Made:
    """Return the name, the kind and the content of a file to take away.

    Raises
    ------
    InputError
        If there is no such thing to take, or it cannot be made of these data.
    """
    if what not in MAKERS:
        raise InputError("there is no '{what}' to take away", {"what": what[:40]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # the page has told them already
        return MAKERS[what](wanted)


def offered() -> list[str]:
    """Return what can be made here: a document needs python-docx, which is an extra."""
    return [what for what in MAKERS if what != "document" or find_spec("docx") is not None]


def has_pictures() -> bool:
    """Return whether a document made here holds its pictures, which need resvg, an extra, and a font."""
    return png(_DOT) is not None


def _report(wanted: Wanted) -> Made:
    return _of_report(wanted, {"en": "report.html", "lt": "ataskaita.html"})


def _tables(wanted: Wanted) -> Made:
    return _of_report(wanted, {"en": "tables.xlsx", "lt": "lenteles.xlsx"}, "tables")


def _document(wanted: Wanted) -> Made:
    return _of_report(wanted, {"en": "report.docx", "lt": "ataskaita.docx"}, "docx")


def _of_report(wanted: Wanted, names: Mapping[Language, str], beside: str | None = None) -> Made:
    """Return the page of the report, or what is written beside it."""
    brought, outcomes = wanted.brought, wanted.outcomes()

    def write(path: Path) -> None:
        page = path if beside is None else path.with_name("page.html")
        tables, docx = (path if beside == each else None for each in ("tables", "docx"))
        report(
            brought.cluster,
            page,
            outcomes=outcomes,
            needs=brought.needs,
            language=wanted.language,
            tables=tables,
            docx=docx,
        )

    return _written(names[wanted.language], write)


def _page(wanted: Wanted) -> Made:
    """Return the page for e-mail: the scenarios as candidates to be ticked in any combination."""
    if not wanted.scenarios:
        raise InputError("keep a scenario first: the page by e-mail answers about those that were kept")
    names = {"en": "what_if.html", "lt": "kas_jeigu.html"}
    cluster, scenarios, language = wanted.brought.cluster, wanted.scenarios, wanted.language
    needs = wanted.brought.needs
    asked = replace(
        wanted.questions, draws=draws_that_fit(min(len(scenarios), MOST_CANDIDATES), wanted.questions.draws)
    )
    goals_of(asked, met_measures(needs), GOALS)  # refuses others

    def write(path: Path) -> None:
        whatif_page(cluster, scenarios, path, rng=wanted.seed, language=language, needs=needs, questions=asked)

    return _written(names[language], write)


def _scenarios(wanted: Wanted) -> Made:
    names = {"en": "scenarios.json", "lt": "scenarijai.json"}
    named = [(each.name, each.steps) for each in wanted.scenarios]
    text = written_together(named, "json", wanted.questions)
    return _written(names[wanted.language], lambda path: path.write_text(text, encoding="utf-8"))


def _template(wanted: Wanted) -> Made:
    return _workbook({"en": "cluster.xlsx", "lt": "klasteris.xlsx"}, TEMPLATE, wanted.language)


def _example(wanted: Wanted) -> Made:
    return _workbook({"en": "example.xlsx", "lt": "pavyzdys.xlsx"}, EXAMPLE, wanted.language)


def _workbook(names: Mapping[Language, str], rows: Mapping[Language, SheetRows], language: Language) -> Made:
    return _written(names[language], lambda path: write_workbook(path, rows[language], language))


MAKERS: dict[str, Callable[[Wanted], Made]] = {
    "report": _report,
    "tables": _tables,
    "document": _document,
    "page": _page,
    "scenarios": _scenarios,
    "template": _template,
    "example": _example,
}


def _written(name: str, write: Callable[[Path], object]) -> Made:
    """Return what is written to a file of this name, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="socluster-") as folder:
        path = Path(folder) / name
        write(path)
        return name, _KINDS[path.suffix], path.read_bytes()
