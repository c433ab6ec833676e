"""Three layouts of one thing: who answered what about whom, with the place of every answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socluster.core.errors import InputError, Problem, nearest
from socluster.io.survey.pages import Page
from socluster.words import later, listed, marked, phrase

__all__ = ["TIE_ITEM", "RosterAnswer", "RosterAnswers", "from_long", "from_matrices", "from_wide"]

TIE_ITEM = "tie"
"""What an item is called that has no name: the partner was ticked."""

_BETWEEN = "|"
_RESPONDENT = {"respondent", "rater", "from", "source", "ego", "respondentas", "nuo"}
_PARTNER = {"partner", "rated", "to", "target", "alter", "partneris", "iki", "tikslas"}


@dataclass(frozen=True)
class RosterAnswer:
    """One cell.

    Parameters
    ----------
    respondent, partner, item : str
        Who answered what about whom.
    text : str
        The answer; empty if it was skipped.
    page : Page
        Where it stands.
    row : int
        Its position there.
    column : str
        What its column is called.
    """

    respondent: str
    partner: str
    item: str
    text: str
    page: Page
    row: int
    column: str


@dataclass(frozen=True)
class RosterAnswers:
    """All answers of a survey.

    Parameters
    ----------
    answers : tuple of RosterAnswer
        Also the empty ones.
    respondents : dict of str to (Page, int)
        Who has a row, and where the first stands.
    items : tuple of str
        In alphabetical order, so that no layout has an order of its own.
    is_list : bool
        Whether only those partners stand there whom a respondent named.
    """

    answers: tuple[RosterAnswer, ...]
    respondents: dict[str, tuple[Page, int]]
    items: tuple[str, ...]
    is_list: bool = False


def from_long(page: Page) -> RosterAnswers:
    """Return the answers of a list: respondent, partner and a column for every item.

    Raises
    ------
    InputError
        If a column is missing, a row lacks a name, or a pair stands there twice; all such rows are listed.
    """
    place = {_role(name): at for at, name in enumerate(page.header) if _role(name)}
    lacking = [name for name in ("respondent", "partner") if name not in place]
    if lacking:
        message = marked("this column is needed in the long layout")
        raise InputError([page.problem(message, column=name, nearest=nearest(name, page.header)) for name in lacking])
    named = [(at, name) for at, name in enumerate(page.header) if at not in place.values() and name]
    _refuse_repeated(page, [name for _, name in named])
    answers: list[RosterAnswer] = []
    respondents: dict[str, tuple[Page, int]] = {}
    pairs: dict[tuple[str, str], int] = {}
    problems: list[Problem] = []
    for row, cells in enumerate(page.rows):
        respondent, partner = cells[place["respondent"]], cells[place["partner"]]
        if not respondent:
            problems.append(page.problem("is empty; every row needs it", row, page.header[place["respondent"]]))
            continue
        respondents.setdefault(respondent, (page, row))
        if not partner:
            if any(cells[at] for at, _ in named):
                problems.append(page.problem("is empty; every row needs it", row, page.header[place["partner"]]))
            continue
        if pairs.setdefault((respondent, partner), row) != row:
            values: dict[str, object] = {"row": page.origin.row(pairs[respondent, partner])}
            about = f"{respondent} - {partner}"
            problems.append(page.problem("is already in row {row}", row, value=about, values=values))
            continue
        if not named:
            answers.append(RosterAnswer(respondent, partner, TIE_ITEM, "1", page, row, page.header[place["partner"]]))
        answers += [RosterAnswer(respondent, partner, item, cells[at], page, row, item) for at, item in named]
    if problems:
        raise InputError(problems)
    items = tuple(sorted(name for _, name in named) or [TIE_ITEM])
    return RosterAnswers(tuple(answers), respondents, items, is_list=True)


def from_wide(page: Page) -> RosterAnswers:
    """Return the answers of a table with a row a respondent and a column a partner, or a partner and an item.

    Raises
    ------
    InputError
        If a respondent has two rows, a row names nobody, or a column stands there twice.
    """
    columns = [(at, *_split(name), name) for at, name in enumerate(page.header) if at and name]
    _refuse_repeated(page, [name for *_, name in columns])
    if not columns:
        message = marked("has no columns of partners; the first column names the respondents")
        raise InputError(page.problem(message))
    respondents = _respondents(page)
    answers = tuple(
        RosterAnswer(cells[0], partner, item, cells[at], page, row, name)
        for row, cells in enumerate(page.rows)
        if cells[0]
        for at, partner, item, name in columns
    )
    return RosterAnswers(answers, respondents, tuple(sorted({item for _, _, item, _ in columns})))


def from_matrices(pages: Sequence[Page]) -> RosterAnswers:
    """Return the answers of square sheets, one an item: rows are respondents, columns partners.

    Raises
    ------
    InputError
        If the names above and beside a sheet differ, one stands there twice, or the sheets name others.
    """
    answers: list[RosterAnswer] = []
    respondents: dict[str, tuple[Page, int]] = {}
    items: list[str] = []
    problems: list[Problem] = []
    for page in pages:
        item = _item_of(page, alone=len(pages) == 1)
        names = [name for name in page.header[1:] if name]
        _refuse_repeated(page, names)
        rows = _respondents(page)
        problems += _differ(page, list(rows), names)
        items.append(item)
        for name, place in rows.items():
            respondents.setdefault(name, place)
        for row, cells in enumerate(page.rows):
            if cells[0]:
                named = zip(page.header[1:], cells[1:], strict=True)
                answers += [RosterAnswer(cells[0], name, item, text, page, row, name) for name, text in named if name]
    twice = sorted({item for item in items if items.count(item) > 1})
    problems += [Problem("two sheets are of the item '{item}'", values={"item": item}) for item in twice]
    if problems:
        raise InputError(problems)
    return RosterAnswers(tuple(answers), respondents, tuple(sorted(items)))


def _role(name: str) -> str | None:
    word = name.casefold()
    return "respondent" if word in _RESPONDENT else "partner" if word in _PARTNER else None


def _split(name: str) -> tuple[str, str]:
    """Return partner and item of a column such as `Kelmė | trust`."""
    partner, between, item = name.rpartition(_BETWEEN)
    return (partner.strip(), item.strip()) if between and partner.strip() and item.strip() else (name, TIE_ITEM)


def _item_of(page: Page, *, alone: bool) -> str:
    """Return the item that a sheet is of: what stands in its corner, or what the sheet is called."""
    corner = page.header[0]
    if corner and _role(corner) is None:
        return corner
    return TIE_ITEM if alone and page.origin.sheet is None and not corner else page.name


def _respondents(page: Page) -> dict[str, tuple[Page, int]]:
    found: dict[str, tuple[Page, int]] = {}
    problems = []
    for row, cells in enumerate(page.rows):
        name = cells[0]
        if not name and any(cells):
            problems.append(page.problem("is empty; every row needs it", row, page.header[0] or None))
        elif name in found:
            values: dict[str, object] = {"row": page.origin.row(found[name][1])}
            message = marked("this respondent has a row already, row {row}; keep one")
            problems.append(page.problem(message, row, value=name, values=values))
        elif name:
            found[name] = (page, row)
    if problems:
        raise InputError(problems)
    return found


def _refuse_repeated(page: Page, names: Sequence[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError([page.problem("occurs more than once", column=name) for name in twice])


def _differ(page: Page, rows: list[str], columns: list[str]) -> list[Problem]:
    beside, above = [name for name in rows if name not in columns], [name for name in columns if name not in rows]
    if not beside and not above:
        return []
    message = marked(
        "rows and columns differ: only rows name {beside}, only columns name {above}; who did not answer has an empty "
        "row"
    )
    return [page.problem(message, values={"beside": _names(beside), "above": _names(above)})]


def _names(names: list[str]) -> object:
    return later(listed, names, most=5) if names else phrase("nobody")
