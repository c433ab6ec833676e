"""One report for those who decide: who holds the cluster together, what would change, and how sure that is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem
from socluster.core.paths import path_of
from socluster.core.whole import whole
from socluster.io.objects.dispatch import cluster_of
from socluster.report.content import Content, content_of
from socluster.report.document import document
from socluster.report.facts import Facts
from socluster.report.word_file import word_file
from socluster.report.workbook import workbook
from socluster.whatif.choice.plan_result import Plan
from socluster.whatif.choice.ranking import Ranking
from socluster.whatif.comparison.outcome import Outcome
from socluster.words import Language

__all__ = ["report"]

_Path = str | os.PathLike[str]


@checked
def report(
    cluster: Any,
    path: _Path,
    /,
    *,
    outcomes: Iterable[Any] = (),
    needs: Any = None,
    language: Language = "en",
    title: str | None = None,
    tables: _Path | None = None,
    docx: _Path | None = None,
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
    outcomes : iterable of Outcome, Ranking or Plan
        Answers of `compare`, `rank_partners` and `plan_partners`, in the order of reading.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it and `read_needs` reads it; then the report says how much is met.
    language : {"en", "lt"}, default "en"
        Of all that is said; names are those of the data, in Lithuanian where they have one (`name_lt`).
    title : str, optional
        Title of the report.
    tables : str or Path, optional
        A workbook (``.xlsx``) to write as well: each table of the report on a sheet, with all its rows, numbers as
        numbers, and below them the source; the definitions on the last. Text is never a formula.
    docx : str or Path, optional
        A document (``.docx``) to write as well: the same sections, tables and pictures, to edit and to comment on.

    Returns
    -------
    Path
        Where the page was written.

    Raises
    ------
    InputError
        If an outcome is none of these three, a name of a file has the wrong ending or is given twice, what writes it
        is not installed (extra `report`), or a file cannot be written.

    Warns
    -----
    LossWarning
        If the document holds no pictures, as nothing can draw them: it takes resvg (extra `report`) and a font.

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
    targets = _targets(path, tables, docx)
    given = cluster_of(cluster)
    answers = _answers(list(outcomes))
    found = [each for each in answers if isinstance(each, Outcome)]
    ranked = [each for each in answers if isinstance(each, Ranking)]
    plans = [each for each in answers if isinstance(each, Plan)]
    content = content_of(Facts(given, found, ranked, spoken, needs, plans=plans), title)
    written = [(target, make(content)) for target, make in targets]  # all of them, before the first is put in its place
    for target, whole_file in written:
        with whole(target) as scratch:
            scratch.write_bytes(whole_file)
    return written[-1][0]


def _targets(page: _Path, tables: _Path | None, docx: _Path | None) -> list[tuple[Path, Callable[[Content], bytes]]]:
    """Return what is to be written where, and by what; the page last."""
    wanted = [("tables", tables, ".xlsx", workbook), ("docx", docx, ".docx", word_file)]
    given = [(name, path_of(path), ending, make) for name, path, ending, make in wanted if path is not None]
    problems = [
        Problem(
            "the name of this file ends in {ending}",
            is_argument=True,
            column=name,
            value=str(path),
            values={"ending": ending},
        )
        for name, path, ending, _ in given
        if path.suffix.lower() != ending
    ]
    target = path_of(page)
    problems += [
        Problem("is the file of the page as well", is_argument=True, column=name, value=str(path))
        for name, path, *_ in given
        if path.absolute() == target.absolute()
    ]
    if problems:
        raise InputError(problems)
    return [*((path, make) for _, path, _, make in given), (target, _page)]


def _page(content: Content) -> bytes:
    return document(content).encode(errors="replace")  # half of a character of two halves cannot be written


def _answers(given: list[Any]) -> list[Any]:
    problems = [
        Problem(
            "is no outcome of compare, rank_partners or plan_partners",
            row=place,
            column="outcomes",
            value=type(each).__name__,
        )
        for place, each in enumerate(given, start=1)
        if not isinstance(each, Outcome | Ranking | Plan)
    ]
    if problems:
        raise InputError(problems)
    return given
