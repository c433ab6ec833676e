"""What can be taken away, made in the worker: report, tables, scenarios, the page by e-mail, workbooks to fill in."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from socluster.app.answers.asked import scenarios_in
from socluster.app.answers.change import joins_with_ties
from socluster.app.answers.choosing import GOALS
from socluster.app.answers.needed import called, met_measures
from socluster.app.server.settings import ServerLimits
from socluster.app.server.uploads import Brought
from socluster.app.single_page import whatif_page
from socluster.core.arguments import check_language
from socluster.core.errors import InputError, SoclusterWarning
from socluster.core.public_names import public_object
from socluster.draws.settings import Draws
from socluster.measures.brokerage.holes import constraint
from socluster.measures.cohesion.density import global_efficiency
from socluster.measures.cohesion.distance import fragmentation
from socluster.measures.shared.answers import Measure, named
from socluster.measures.shared.network import one_mode
from socluster.plot.svg.png import png
from socluster.report.report import report
from socluster.starter.example import EXAMPLE, TEMPLATE, SheetRows
from socluster.starter.workbook import write_workbook
from socluster.whatif.choice.rank import rank_partners
from socluster.whatif.comparison.compare import compare
from socluster.whatif.scenarios.files import write_scenarios
from socluster.whatif.scenarios.scenario import Scenario
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
_MEASURES: Sequence[Measure] = (fragmentation, global_efficiency, constraint)
Made = tuple[str, str, bytes]


class Wanted:
    """What somebody wants to take away.

    Parameters
    ----------
    task : mapping
        As the page asks: language, scenarios (names with steps), question (draws, seed, goal, better).
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
        question = task.get("question") or {}
        self._draws, self.seed = question.get("draws", _DRAWS), question.get("seed", _SEED)
        if type(self._draws) is not int or not 1 <= self._draws <= limits.draws or type(self.seed) is not int:
            raise InputError("draws must be a whole number from 1 to {most}, and the seed one", {"most": limits.draws})
        self._goal, self._better = question.get("goal"), question.get("better")
        self._brought, self._executor = brought, executor

    @property
    def brought(self) -> Brought:
        """The data."""
        if self._brought is None:
            raise InputError("first bring data, or open a data set")
        return self._brought

    def outcomes(self) -> list[Any]:
        """The scenarios, compared with the cluster as it is and with random partners, and whom to invite first."""
        if not self.scenarios:
            return []
        network, draws = one_mode(self.brought.cluster), Draws(self._draws, executor=self._executor)
        joins = any(joins_with_ties(each) for each in self.scenarios)
        met = met_measures(self.brought.needs)
        measures: dict[str, Measure] = dict(named(_MEASURES))
        measures.update({called(each, self.language): each for each in met.values()})
        found: list[Any] = [compare(network, self.scenarios, measures=measures, draws=draws, rng=self.seed, null=joins)]
        if len(self.scenarios) > 1 and self._goal in (*GOALS, *met) and self._better in ("higher", "lower"):
            name = str(self._goal)
            goal = replace(met[name], name=called(met[name], self.language)) if name in met else public_object(name)
            found.append(
                rank_partners(network, self.scenarios, goal=goal, better=self._better, draws=draws, rng=self.seed)
            )
        return found


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
    return _written(
        names[language],
        lambda path: whatif_page(cluster, scenarios, path, rng=wanted.seed, language=language, needs=needs),
    )


def _scenarios(wanted: Wanted) -> Made:
    names = {"en": "scenarios.json", "lt": "scenarijai.json"}
    return _written(names[wanted.language], lambda path: write_scenarios(wanted.scenarios, path))


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
