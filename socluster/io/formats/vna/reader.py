"""Reading files of NetDraw."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem
from socluster.core.schema import KEYS, TIE, canonical_columns
from socluster.core.tables import Tables
from socluster.io.formats.cells import Cells, cell_problems, relation_of
from socluster.io.formats.plain_text import parse_number, read_text
from socluster.io.formats.relations import FileNetwork, Labels, Relation, tables_of_network
from socluster.io.options import ReadingOptions
from socluster.words import counted, marked

__all__ = ["NOTHING", "read"]

_WORD = re.compile(r'"((?:[^"]|"")*)"|([^\s,"]+)')  # a quote inside of quotes is doubled
NOTHING = ("", ".", "NA", "na")
_MEANT = {"node data": "nodes", "tie data": "ties"}
_PICTURE = ("node properties", "tie properties", "node attributes", "tie attributes")


@dataclass
class _Section:
    """A section of the file: its columns, and its rows with their lines."""

    line: int
    columns: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a file of NetDraw.

    Columns of `*node data` become columns of the actors, and each column of `*tie data` a layer: undirected if all of
    its ties stand in both directions, else directed; 0 is no tie. How nodes and ties are drawn is not read.

    Parameters
    ----------
    path : Path
        The file (`.vna`).
    options : ReadingOptions, optional
        The encoding (without it: UTF-8, else Windows-1257, else Latin-1), and what to do about ties of an actor with
        itself.

    Returns
    -------
    Tables

    Raises
    ------
    InputError
        With every line that cannot be understood.

    References
    ----------
    S. Borgatti (2002): NetDraw, Graph Visualization Software, Analytic Technologies.
    """
    options = options or ReadingOptions()
    file = str(path)
    sections = _sections(read_text(path, options.encoding), file)
    nodes, ties = sections.get("nodes"), sections.get("ties")
    if nodes is None and ties is None:
        message = marked("has neither the section *node data nor *tie data")
        raise InputError(Problem(message, file=file))
    labels = _labels(nodes, ties)
    network = FileNetwork(labels, _relations(ties, labels, options, file), columns=_columns(nodes, labels))
    return tables_of_network(network, path)


def _sections(text: str, file: str) -> dict[str, _Section]:
    found: dict[str, _Section] = {}
    problems: list[Problem] = []
    section: _Section | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.lstrip().startswith("*"):
            title = " ".join(line.lstrip(" \t*").split()).casefold()
            section = _Section(number)
            if title in _MEANT:
                found.setdefault(_MEANT[title], section)
            elif title not in _PICTURE:
                message = marked("a section that is not known here")
                problems.append(Problem(message, row=number, value=title, file=file))
            continue
        words = [quoted.replace('""', '"') or word for quoted, word in _WORD.findall(line)]
        if not words:
            continue
        if section is None:
            raise InputError(Problem("a file of NetDraw begins with *node data or *tie data", row=number, file=file))
        if not section.columns:
            section.columns = words
        else:
            section.rows.append((number, words))
    for title, part in found.items():
        problems += _ragged(part, 1 if title == "nodes" else 2, file)
    problems += [
        Problem("an edge needs a source and a target", row=line, file=file)
        for line, words in (found["ties"].rows if "ties" in found else ())
        if not all(map(clean_text, words[:2]))
    ]
    if problems:
        raise InputError(problems)
    return found


def _ragged(section: _Section, fewest: int, file: str) -> list[Problem]:
    width = len(section.columns)
    if width < fewest:
        message = marked("the line under the title of a section names its columns")
        return [Problem(message, row=section.line, file=file)]
    must_have = counted(
        "must have {n} value, as the first line of its section",
        "must have {n} values, as the first line of its section",
        width,
    )
    return [Problem(must_have, row=line, file=file) for line, words in section.rows if len(words) != width]


def _labels(nodes: _Section | None, ties: _Section | None) -> Labels:
    """Return the nodes in the order of the file; those of ties that are in no list of nodes come last."""
    listed = [(words[0], line) for line, words in nodes.rows] if nodes else []
    known = {clean_text(name) for name, _ in listed}
    for line, words in ties.rows if ties else ():
        for name in words[:2]:
            if clean_text(name) not in known:
                known.add(clean_text(name))
                listed.append((name, line))
    return Labels.numbered([name for name, _ in listed], [line for _, line in listed])


def _relations(ties: _Section | None, labels: Labels, options: ReadingOptions, file: str) -> list[Relation]:
    if ties is None:
        return []
    place = {name: position for position, name in reversed(list(enumerate(labels.names)))}
    ends = np.array([[place[clean_text(name)] for name in words[:2]] for _, words in ties.rows], dtype=np.int64)
    ends = ends.reshape(len(ties.rows), 2)
    lines = np.array([line for line, _ in ties.rows], dtype=np.int64)
    relations: list[Relation] = []
    problems: list[Problem] = []
    for name, values in _strengths(ties, file, problems):
        tied = np.array([value != 0 for value in values], dtype=bool)
        cells = Cells(ends[tied, 0], ends[tied, 1], np.array(values, dtype=float)[tied], lines[tied])
        problems += cell_problems(cells, labels, labels, two_mode=False, options=options, file=file)
        relations.append(relation_of(name, cells, two_mode=False))
    if problems:
        raise InputError(sorted(problems, key=lambda problem: int(problem.row or 0)))
    return relations


def _strengths(ties: _Section, file: str, problems: list[Problem]) -> list[tuple[str, list[float]]]:
    """Return the name and the strengths of each relation; without a column all ties are 1, of one relation."""
    if len(ties.columns) == 2:
        return [(TIE, [1.0] * len(ties.rows))]
    only = len(ties.columns) == 3 and canonical_columns("ties", [ties.columns[2]])[ties.columns[2]] == "weight"
    found: dict[str, list[float]] = {}
    for position, column in enumerate(ties.columns[2:], start=2):
        values = []
        for line, words in ties.rows:
            value = 0.0 if words[position] in NOTHING else parse_number(words[position])
            if value is None:
                problems.append(Problem("is not a number", "ties", line, column, words[position], file=file))
            values.append(0.0 if value is None else value)
        name = TIE if only else clean_text(column)
        if name in found:
            problems.append(Problem("occurs more than once", "ties", ties.line + 1, column, file=file))
        found[name] = values
    return list(found.items())


def _columns(nodes: _Section | None, labels: Labels) -> dict[str, Sequence[object]]:
    """Return the attributes of the actors: numbers where all are, else text; nothing for nodes of ties only."""
    columns: dict[str, Sequence[object]] = {}
    for position, column in enumerate(nodes.columns[1:], start=1) if nodes else ():
        name = clean_text(column)
        if canonical_columns("actors", [name])[name] in KEYS["actors"] or name in columns:
            name = f"{name} (attribute)"
        words = [row[position] for _, row in nodes.rows] if nodes else []
        texts: list[str | None] = [None if word in NOTHING else word for word in words]
        numbers = [None if text is None else parse_number(text) for text in texts]
        is_number = any(texts) and numbers.count(None) == texts.count(None)
        values: list[object] = [*(numbers if is_number else texts)]
        columns[name] = [*values, *[None] * (len(labels.names) - len(values))]
    return columns
