"""From a questionnaire with a roster, in any of three layouts, to a cluster."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.columns import Array
from socluster.core.errors import InputError, Problem, SoclusterWarning, nearest
from socluster.core.scales import SCALES, Scale
from socluster.core.warn import warn
from socluster.io.survey.answers import RosterAnswer, RosterAnswers, from_long, from_matrices, from_wide
from socluster.io.survey.codes import code_of, ladders_of
from socluster.io.survey.confirmation import Confirm, Strength
from socluster.io.survey.dyads import Reports, dyads_of
from socluster.io.survey.near_actors import warn_of_near_actors
from socluster.io.survey.pages import only_page, pages_of
from socluster.words import counted, later, listed, marked

__all__ = ["read_roster"]

Ladder = str | Scale | Iterable[float]


@checked
def read_roster(
    path: str | os.PathLike[str],
    *,
    layout: Literal["long", "wide", "matrix"] = "long",
    confirm: Confirm = "any",
    blank: Literal["no", "unknown"] | None = None,
    actors: Any = None,
    directed: str | Iterable[str] = (),
    received: Mapping[str, str] | None = None,
    scale: Mapping[str, Ladder] | None = None,
    strength: Strength = "mean",
    sheet: str | None = None,
) -> Cluster:
    """How does our questionnaire become a cluster?

    Everybody was shown a list of organisations (the roster) and asked about each. The three layouts say the same and
    give the same cluster:

    * long: columns `respondent`, `partner`, and a column for every item; a row for every pair;
    * wide: a row a respondent (the first column), a column a partner, or a partner and an item, as ``Kelmė | trust``;
    * matrix: a square sheet for every item (sheets of a workbook, or files of a folder), rows respondents, columns
      partners; what stands in the corner, or else the name of the sheet, is the item.

    Every item becomes a layer. Empty is not no: who answered nothing at all is silent (`responded` is false), and its
    dyads are unknown as far as nobody else tells; where a row is answered in part, `blank` says what the rest means.

    Parameters
    ----------
    path : str or path
        A `.csv`, `.tsv`, `.txt` or `.xlsx` file, or for matrices a folder of such text files.
    layout : {"long", "wide", "matrix"}, default "long"
        How the answers are laid out.
    confirm : {"any", "both"}, default "any"
        When an undirected tie exists: if one of the two says so, or only if both do. If one of them is silent, a yes is
        a tie ("any") or unknown ("both"), and a no is unknown ("any") or no tie ("both").
    blank : {"no", "unknown"}, optional
        What an empty cell means of somebody who answered about others: that there is no tie, or that nobody knows. It
        is needed where that occurs. Without it, a partner who is not in the list of a respondent (layout long) was not
        ticked, and who answers one item with no means no in the others; ``"unknown"`` leaves both open. An item that
        was skipped on a partner of whom another item was answered with yes is unknown in any case.
    actors : DataFrame, Cluster or iterable, optional
        The roster: names, a table as of `Cluster.from_tables` (column `actor`, and attributes), or a cluster, whose
        actors are meant. Without it, all who are named, in alphabetical order. A column `responded` overrules who is
        taken to be silent.
    directed : str or iterable of str, optional
        Items that the respondent says of the partner, such as trust or "I send clients to": ties from the respondent to
        the partner, which nobody else can confirm. All others are undirected.
    received : mapping, optional
        From a directed item to its counterpart, as ``{"receive clients from": "send clients to"}``: two reports of one
        arc, which `confirm` settles as it does those of an undirected tie. Only the counterpart becomes a layer.
    scale : mapping, optional
        From item to its ladder: a name in `SCALES`, a `Scale`, or the codes that are allowed, as ``{"trust": [1, 2, 3,
        4]}``; 0 and no always mean that there is no tie. Without it, any number from 0.
    strength : {"min", "mean", "max"}, default "mean"
        How strong an undirected tie is if both say how strong. What each said is kept in the columns `said_by_source`
        and `said_by_target`.
    sheet : str, optional
        Which sheet of a workbook holds the answers (long and wide).

    Returns
    -------
    Cluster
        Ties that both ends of an undirected item stated are `confirmed`, all others `reported`. Dyads of which nobody
        knows stand in the table `unknown`, or follow from `responded`.

    Raises
    ------
    InputError
        If a name is not on the roster, an answer is off its ladder, a respondent has two rows, rows and columns of a
        matrix differ, or `blank` is needed; all such cells are listed with file, row and column.

    Warns
    -----
    SoclusterWarning
        If somebody answered about itself, which is left out.
    NearNameWarning
        If, without a roster, names differ in capitals and blanks only.

    Notes
    -----
    State the response rate with every result (`response_rate`), and between what values a measure lies (`bounds`). Of
    silent actors, what others report stays. On a named ladder a mean of two steps need be no step: such a layer is one
    of plain strengths.

    References
    ----------
    Kossinets, G. (2006). Effects of missing data in social networks. Social Networks, 28, 247-268.
    doi:10.1016/j.socnet.2005.07.002

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> from socluster.io.survey.roster import read_roster
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "answers.csv"
    ...     _ = file.write_text("respondent,partner,contact\\nA,B,3\\nB,A,1\\nA,C,2\\nB,C,0\\n", encoding="utf-8")
    ...     cluster = read_roster(file)
    >>> cluster.ties[["source", "target", "weight", "evidence"]]
      source target  weight   evidence
    0      A      B     2.0  confirmed
    1      A      C     2.0   reported
    >>> cluster.unknown[["source", "target"]]
      source target
    0      B      C
    """
    answered = _laid_out(path, layout, sheet)
    table, names = _roster(actors, answered)
    _refuse_strangers(answered, names, known=actors is not None)
    counterparts = _counterparts(received, answered.items)
    is_arc = _directed([*_listed(directed), *counterparts, *counterparts.values()], answered.items)
    ladders = ladders_of(scale, answered.items)
    values = _values(answered, names, ladders)
    responded = _who_responded(values, answered, table, names)
    _settle_blanks(values, responded, _asked(answered, names), names, blank)
    other_end = {item: values[other].T for other, item in counterparts.items()}
    reports = {
        item: Reports(values[item], other_end.get(item, None if is_arc[item] else values[item].T), is_arc[item])
        for item in answered.items
        if item not in counterparts
    }
    dyads = [dyads_of(item, each, responded, names, (confirm, strength)) for item, each in reports.items()]
    ties, unknown = (pd.concat([each[part] for each in dyads], ignore_index=True) for part in (0, 1))
    described = {item: {"directed": is_arc[item]} | _scale_of(ladders.get(item), ties, item) for item in reports}
    return Cluster.from_tables(
        table.assign(responded=responded), _without_empty(ties), unknown=unknown, layers=described
    )


def _laid_out(path: Any, layout: str, sheet: str | None) -> RosterAnswers:
    pages = pages_of(path)
    if layout == "matrix":
        if sheet is not None:
            raise InputError("every sheet of a matrix layout is an item; leave sheet out")
        return from_matrices(pages)
    page = only_page(pages, sheet)
    return from_long(page) if layout == "long" else from_wide(page)


def _roster(actors: Any, answered: RosterAnswers) -> tuple[pd.DataFrame, list[str]]:
    """Return the table of actors, and their names in its order."""
    if actors is None:
        everybody = {*answered.respondents, *(each.partner for each in answered.answers)}
        warn_of_near_actors(everybody, answered.respondents)
        return pd.DataFrame({"actor": sorted(everybody)}), sorted(everybody)
    if isinstance(actors, Cluster):
        table = actors.parts.to_tables().actors
    elif isinstance(actors, pd.DataFrame):
        table = actors.reset_index() if actors.index.name == "actor" and "actor" not in actors else actors
    elif isinstance(actors, Iterable) and not isinstance(actors, str | Mapping):
        table = pd.DataFrame({"actor": [str(each) for each in actors]})
    else:
        message = marked("the roster is a table with a column 'actor', or a list of names")
        raise InputError(Problem(message, is_argument=True, column="actors", value=actors))
    given = Cluster.from_tables(table)  # whatever is wrong with it is said here
    return given.actors.reset_index(), [str(name) for name in given.ids]


def _refuse_strangers(answered: RosterAnswers, names: list[str], *, known: bool) -> None:
    if not known:
        return
    everybody = set(names)
    message = marked("is not on the roster")
    problems = [
        page.problem(message, row, value=name, nearest=nearest(name, names))
        for name, (page, row) in answered.respondents.items()
        if name not in everybody
    ]
    partners = {each.partner: each for each in reversed(answered.answers) if each.partner not in everybody}
    problems += [
        each.page.problem(message, each.row, each.column, value=name, nearest=nearest(name, names))
        for name, each in partners.items()
        if name not in answered.respondents
    ]
    if problems:
        raise InputError(problems)


def _listed(names: Iterable[str]) -> list[str]:
    return [names] if isinstance(names, str) else [str(each) for each in names]


def _counterparts(received: Mapping[str, str] | None, items: tuple[str, ...]) -> dict[str, str]:
    """Return which item tells of the arcs of which other from their other end."""
    stated = dict(received or {})
    message = marked("is no item of the answers; there are {items}")
    problems = [
        Problem(
            message,
            is_argument=True,
            column="received",
            value=each,
            nearest=nearest(str(each), items),
            values={"items": list(items)},
        )
        for each in [*stated, *stated.values()]
        if each not in items
    ]
    both_ways = set(stated) & set(stated.values())
    if both_ways or len(set(stated.values())) < len(stated):
        twice = marked("an item has one counterpart, which is none itself")
        problems.append(Problem(twice, is_argument=True, column="received", value=stated))
    if problems:
        raise InputError(problems)
    return stated


def _directed(directed: Iterable[str], items: tuple[str, ...]) -> dict[str, bool]:
    stated = _listed(directed)
    message = marked("is no item of the answers; there are {items}")
    problems = [
        Problem(
            message,
            is_argument=True,
            column="directed",
            value=each,
            nearest=nearest(each, items),
            values={"items": list(items)},
        )
        for each in stated
        if each not in items
    ]
    if problems:
        raise InputError(problems)
    return {item: item in stated for item in items}


def _values(
    answered: RosterAnswers, names: list[str], ladders: Mapping[str, Scale | frozenset[float]]
) -> dict[str, Array]:
    """Return a matrix for every item: respondents x partners, NaN where nothing was answered."""
    place = {name: position for position, name in enumerate(names)}
    values = {item: np.full((len(names), len(names)), np.nan) for item in answered.items}
    problems: list[Problem] = []
    of_itself: list[RosterAnswer] = []
    for each in answered.answers:
        if not each.text:
            continue
        if each.respondent == each.partner:
            of_itself.append(each)
            continue
        code = code_of(each, ladders.get(each.item), problems)
        values[each.item][place[each.respondent], place[each.partner]] = code
    if problems:
        raise InputError(problems)
    _warn_of_itself(of_itself)
    return values


def _warn_of_itself(answers: list[RosterAnswer]) -> None:
    told = [each for each in answers if each.text not in ("0", "-", "–", "x", "X")]
    if told:
        names = later(listed, list(dict.fromkeys(each.respondent for each in told)), most=5)
        message = counted(
            "{n} answer about oneself was left out ({names})",
            "{n} answers about oneself were left out ({names})",
            len(told),
            names=names,
        )
        warn(message, SoclusterWarning)


def _who_responded(
    values: Mapping[str, Array], answered: RosterAnswers, table: pd.DataFrame, names: list[str]
) -> Array:
    """Return who answered anything, or of whom the roster says so."""
    n = len(names)
    told = np.zeros(n, dtype=bool)
    for matrix in values.values():
        told |= ~np.isnan(matrix).all(axis=1) if n else told
    if "responded" not in table:
        return told
    stated = table["responded"].astype(object).to_numpy()
    is_stated = ~pd.isna(stated)
    wrong = [names[at] for at in range(n) if is_stated[at] and not stated[at] and told[at]]
    if wrong:
        message = marked("has answers, but the roster says that it did not respond")
        problems = []
        for name in wrong:
            page, row = answered.respondents[name]
            problems.append(page.problem(message, row, value=name))
        raise InputError(problems)
    return np.array([bool(stated[at]) if is_stated[at] else told[at] for at in range(n)], dtype=bool)


def _asked(answered: RosterAnswers, names: list[str]) -> Array:
    """Return about whom a cell of its own stands there; of a list, only those who are in it."""
    place = {name: position for position, name in enumerate(names)}
    asked = np.full((len(names), len(names)), not answered.is_list)
    for each in answered.answers:
        asked[place[each.respondent], place[each.partner]] = True
    return asked


def _settle_blanks(
    values: dict[str, Array], responded: Array, asked: Array, names: list[str], blank: str | None
) -> None:
    """Fill in what is empty in rows that are answered in part, or ask what it means.

    Of a partner about whom any item is answered with no, and who is not on the list of a respondent, the rest means no
    as well, unless somebody says that it is unknown: whoever has no tie is not asked how strong it is.
    """
    if not values:
        return
    stacked = np.array(list(values.values()))
    is_ticked = (np.nan_to_num(stacked) > 0).any(axis=0)
    is_open = np.isnan(stacked).any(axis=0) & ~is_ticked & responded[:, None] & ~np.eye(len(names), dtype=bool)
    is_no = (stacked == 0).any(axis=0) | ~asked
    in_doubt = is_open & ~is_no
    if in_doubt.any() and blank is None:
        message = marked(
            "answered about some and left {n} of {all} partners empty: say whether that means no tie (blank='no') or "
            "that nobody knows (blank='unknown')"
        )
        raise InputError(
            [
                Problem(message, row=names[at], values={"n": int(in_doubt[at].sum()), "all": len(names) - 1})
                for at in np.flatnonzero(in_doubt.any(axis=1))
            ]
        )
    if blank != "unknown":
        for matrix in values.values():
            matrix[is_open & np.isnan(matrix)] = 0.0


def _scale_of(ladder: Scale | frozenset[float] | None, ties: pd.DataFrame, item: str) -> dict[str, object]:
    """Return the ladder of a layer, if all of its strengths are steps of one that has a name."""
    if not isinstance(ladder, Scale) or ladder.name not in SCALES:
        return {}
    steps = set(ladder.strengths)
    used = ties.loc[ties["layer"] == item, "weight"]
    return {"scale": ladder.name} if not steps or set(used) <= steps else {}


def _without_empty(ties: pd.DataFrame) -> pd.DataFrame:
    """Return the ties without columns that say nothing, as where all items are directed."""
    empty = [name for name in ("said_by_source", "said_by_target") if name in ties and ties[name].isna().all()]
    return ties.drop(columns=empty)
