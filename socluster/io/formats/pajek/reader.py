"""Reading Pajek networks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from socluster.core.errors import InputError, LossWarning, Problem, nearest
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.io.formats.pajek.columns import VertexValues, actor_columns, told_apart
from socluster.io.formats.pajek.links import Link, relations_of_links
from socluster.io.formats.plain_text import MOST_NODES, empty_promise, parse_count, parse_number, read_text
from socluster.io.formats.relations import FileNetwork, Labels, tables_of_network
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, marked, phrase

__all__ = ["read"]

_DOUBLE = re.compile(r'"((?:[^"\\]|\\.|"")*)"(?=\s|$)')
_PLAIN_DOUBLE = re.compile(r'"([^"]*)"')
_SINGLE = re.compile(r"'([^']*)'(?=\s|$)")
_HEADER = re.compile(r"\*\s*(\w+)\s*(.*)")
_RELATION = re.compile(r":\s*(\d{1,9})\s*(.*)")
_LINE_RELATION = re.compile(r"(\d{1,9})\s*:\s*(?=\d)")
_TIMES = re.compile(r"\[\s*[\d*][^\]]*\]\s*$")  # behind the place and the shape of a vertex
_COORDINATES = re.compile(r"[-+]?\d*\.\d+(e[-+]?\d+)?\s+[-+]?[\d.]+(e[-+]?\d+)?(\s|$)", re.IGNORECASE)
_LINE_LABEL = re.compile(r"\sl\s+[\"']", re.IGNORECASE)
_SIGNED = marked(
    "the value of a line is a number above zero, as socluster holds no signed ties; leave the line out, or write it "
    'without the minus in a relation of its own, such as *Edges :2 "conflict"'
)
_LINKS = {"arc": ("arc", 2), "edge": ("edge", 2), "arclist": ("arc", 0), "edgelist": ("edge", 0)}
_OTHER_OBJECTS = ("permutation", "cluster", "hierarchy")
_COLUMNS = ("partition", "vector")
_SECTIONS = ("Vertices", "Arcs", "Edges", "Arcslist", "Edgeslist", "Matrix", "Network")


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a Pajek network.

    Each relation becomes a layer with the name that the file gives it. A relation of arcs is directed, one of edges is
    not; one that holds both is directed, each edge counting as two arcs, which `info["note"]` then says. A matrix
    always holds arcs, as in Pajek. In a two-mode network the first mode are the actors, the second the groups.
    Partitions and vectors of a project are columns of the actors. Where several vertices have the same label, their
    numbers are the actors and the labels their names; a vertex with coordinates and no label is called by its number.
    Coordinates, colours, shapes and times are not read.

    Parameters
    ----------
    path : Path
        The file (`.net`, or a project `.paj` with one network).
    options : ReadingOptions, optional
        The encoding (without it: UTF-8, else Windows-1257, else Latin-1), and what to do about ties of an actor with
        itself, which a cluster cannot hold.

    Returns
    -------
    Tables
        With actors and ties or, from a two-mode network, with actors, groups and affiliations.

    Raises
    ------
    InputError
        With every line that cannot be understood.

    References
    ----------
    W. de Nooy, A. Mrvar, V. Batagelj (2018): Exploratory Social Network Analysis with Pajek, 3rd ed.,
    doi:10.1017/9781108565691.
    """
    options = options or ReadingOptions()
    return _Reader(path, options).read(read_text(path, options.encoding).split("\n"))


class _Reader:
    """Goes through the lines once; the section decides how a line is read."""

    def __init__(self, path: Path, options: ReadingOptions) -> None:
        self.path = path
        self.options = options
        self.problems: list[Problem] = []
        self.name: str | None = None
        self.size: int | None = None
        self.first_mode: int | None = None
        self.vertices_line = 0
        self.names: dict[int, tuple[str, int]] = {}
        self.links: list[Link] = []
        self.relation = 1
        self.relation_names: dict[int, str] = {}
        self.headers: dict[int, set[str]] = {}
        self.matrix_row = 0
        self.matrix_line: int | None = None
        self.skipped: list[str] = []
        self.n_timed = 0
        self.n_labelled = 0
        self.n_placed = 0
        self.columns: list[VertexValues] = []
        self.section: Callable[[str, int], None] = self._outside

    def read(self, lines: list[str]) -> Tables:
        in_comment = False
        for number, raw in enumerate(lines, start=1):
            line = raw.strip()
            if in_comment or line.startswith("/*"):
                in_comment = "*/" not in line
            elif line.startswith("*"):
                self._header(line, number)
            elif line and not line.startswith("%"):
                self.section(line, number)
        self._end_matrix()
        return self._tables()

    def problem(self, message: str | Phrase, line: int | None, value: object = None, near: str | None = None) -> None:
        self.problems.append(Problem(message, row=line, value=value, nearest=near, file=str(self.path)))

    def stop(self, message: str | Phrase, line: int | None, value: object = None) -> NoReturn:
        """Give up where every further line would only add noise."""
        self.problem(message, line, value)
        raise InputError(self.problems)

    # Headers

    def _header(self, line: str, number: int) -> None:
        self._end_matrix()
        match = _HEADER.match(line)
        word, rest = match.groups() if match else (line, "")
        key = word.lower()
        if key == "network":
            self._network_header(rest, number)
        elif key in _COLUMNS:
            self.columns.append(VertexValues(key, rest))
            self.section = self._value
        elif self.section == self._value and key in ("vertices", "vertex"):
            return
        elif key in _OTHER_OBJECTS:
            self.skipped.append(f"{key} {rest}".strip())
            self.section = self._ignored
        elif self.section == self._ignored:
            return
        elif key in ("vertices", "vertex"):
            self._vertices_header(rest, number)
        elif key == "matrix" or key.replace("s", "") in ("arc", "edge", "arclit", "edgelit"):
            self._links_header(key, rest, number)
        else:
            near = nearest(word, _SECTIONS)
            self.problem("a section that is not known here", number, word, f"*{near}" if near else None)
            self.section = self._unknown

    def _network_header(self, rest: str, number: int) -> None:
        if self.size is not None:
            self.stop("a second network begins here; save each network in a file of its own", number)
        self.name = rest.strip() or None
        self.section = self._outside

    def _vertices_header(self, rest: str, number: int) -> None:
        words = rest.split()
        counts = [parse_count(word) for word in words[:2]]
        size = counts[0] if counts else None
        if self.size is not None:
            self.stop("a second list of vertices begins here; a file holds one network", number)
        if size is None or size > MOST_NODES:
            self.stop(phrase("after *Vertices stands their number, up to {most}", most=MOST_NODES), number, rest)
        if len(counts) == 2 and (counts[1] is None or not 0 < counts[1] <= size):
            message = phrase("the size of the first mode is a number from 1 to {most}", most=size)
            self.stop(message, number, words[1])
        self.first_mode = counts[1] if len(counts) == 2 and counts[1] != size else None
        self.size, self.vertices_line = size, number
        self.section = self._vertex

    def _links_header(self, key: str, rest: str, number: int) -> None:
        match = _RELATION.match(rest)
        self.relation = int(match.group(1)) if match else 1
        label = match.group(2).strip() if match else ""
        name = _label(label)[0] if label.startswith(("'", '"')) else label
        if name:
            self.relation_names.setdefault(self.relation, name)
        if self.size is None:
            self.stop("the *Vertices are to come before the lines between them", number)
        kind = "edge" if key.startswith("edge") else "arc"
        self.headers.setdefault(self.relation, set()).add(kind)
        if key == "matrix":
            self.matrix_row, self.matrix_line = 0, number
            self.section = self._matrix
        else:
            is_list = key.endswith(("list", "lists"))
            self.section = lambda line, at: (self._list if is_list else self._pair)(kind, line, at)

    # Lines of the sections

    def _outside(self, line: str, number: int) -> None:
        self.stop("a Pajek network begins with *Vertices and their number", number, line)

    def _unknown(self, line: str, number: int) -> None:
        """Pass over the lines of a section that has been complained about already."""

    def _ignored(self, line: str, number: int) -> None:
        """Pass over the lines of an object that is no network."""

    def _value(self, line: str, number: int) -> None:
        """Take the value of the next vertex in a partition or a vector."""
        self.columns[-1].values.append(line)

    def _vertex(self, line: str, number: int) -> None:
        word, *rest = line.split(None, 1)
        vertex = self._node(word, number)
        if vertex is None:
            return
        if vertex in self.names:
            earlier = self.names[vertex][1]
            message = phrase("vertex {vertex} is already in line {line}", vertex=word, line=earlier)
            self.problem(message, number)
        name, is_closed = _label(rest[0]) if rest else ("", True)
        if rest and _COORDINATES.match(rest[0]):
            name = ""  # the label is left out, so that the number of the vertex is its name
            self.n_placed += 1
        if not is_closed:
            self.problem("the quotation mark before the name has no partner after it", number, rest[0])
        self.names[vertex] = (name, number)
        self.n_timed += bool(rest) and bool(_TIMES.search(rest[0].removeprefix(name)))

    def _pair(self, kind: str, line: str, number: int) -> None:
        relation, words = self._words(line)
        if len(words) < 2:
            self.problem("a line between two vertices has two numbers and perhaps a value", number, line)
            return
        source, target = self._node(words[0], number), self._node(words[1], number)
        has_value = len(words) > 2 and not words[2].startswith("[")
        weight = self._weight(words[2], number) if has_value else 1.0
        self.n_timed += any(word.startswith("[") for word in words[2:])
        self.n_labelled += bool(_LINE_LABEL.search(line))
        if source is not None and target is not None and weight is not None:
            self.links.append(Link(relation, kind, source, target, weight, number))

    def _list(self, kind: str, line: str, number: int) -> None:
        relation, words = self._words(line)
        source, *targets = [self._node(word, number) for word in words] or [None]
        if source is not None:
            self.links += [
                Link(relation, kind, source, target, 1.0, number) for target in targets if target is not None
            ]

    def _matrix(self, line: str, number: int) -> None:
        self.matrix_row += 1
        rows, columns, shift = self._matrix_shape()
        values = [parse_number(word) for word in line.split()]
        if self.matrix_row > rows:
            self.problem(phrase("the matrix has more than its {rows} rows", rows=rows), number)
        elif len(values) != columns:
            message = phrase(
                "a row of the matrix has {wanted} numbers, this one has {found}", wanted=columns, found=len(values)
            )
            self.problem(message, number)
        else:
            for column, (value, word) in enumerate(zip(values, line.split(), strict=True)):
                if value is None or value < 0:
                    self.problem("a cell is a number from 0 on", number, word)
                elif value > 0:
                    self.links.append(Link(self.relation, "arc", self.matrix_row - 1, shift + column, value, number))

    def _matrix_shape(self) -> tuple[int, int, int]:
        """Return rows, columns, and the vertex (from 0) of the first column."""
        size = self.size or 0
        return (
            (size, size, 0) if self.first_mode is None else (self.first_mode, size - self.first_mode, self.first_mode)
        )

    def _end_matrix(self) -> None:
        if self.matrix_line is not None and self.matrix_row < self._matrix_shape()[0]:
            rows = self._matrix_shape()[0]
            message = phrase("the matrix has {wanted} rows, here are {found}", wanted=rows, found=self.matrix_row)
            self.problem(message, self.matrix_line)
        self.matrix_line = None

    def _words(self, line: str) -> tuple[int, list[str]]:
        """Return the relation, which a line may name itself, and the words before a comment."""
        match = _LINE_RELATION.match(line)
        relation = int(match.group(1)) if match else self.relation
        return relation, line[match.end() if match else 0 :].split("%", 1)[0].split()

    def _node(self, word: str, number: int) -> int | None:
        """Return the vertex, counted from 0."""
        vertex = parse_count(word)
        if vertex is None or not 1 <= vertex <= (self.size or 0):
            self.problem(phrase("a vertex is a number from 1 to {most}", most=self.size or 0), number, word)
            return None
        return vertex - 1

    def _weight(self, word: str, number: int) -> float | None:
        weight = parse_number(word)
        if weight is not None and weight > 0:
            return weight
        if weight == 0 and self.options.zero_weight == "drop":
            return None
        if weight is None:
            self.problem("the value of a line is a number above zero", number, word)
        elif weight == 0:
            way = self.options.way(zero_weight="drop")
            self.problem(
                phrase("the value of a line is a number above zero; {way} leaves it out", way=way), number, word
            )
        else:
            self.problem(_SIGNED, number, word)
        return None

    # The whole

    def _tables(self) -> Tables:
        if self.size is None and not self.problems:
            self.problem("there are no *Vertices in this file", None)
        mentioned = {*self.names, *(end for link in self.links for end in (link.source, link.target))}
        unkept = empty_promise(self.size or 0, len(mentioned))
        if unkept:
            self.stop(unkept, self.vertices_line)
        names = [self.names.get(vertex, ("", self.vertices_line)) for vertex in range(self.size or 0)]
        labels = Labels.numbered([name for name, _ in names], [line for _, line in names] if self.names else None)
        labels, named = told_apart(labels)
        kept = self._kept_links(labels)
        if self.problems:
            raise InputError(self.problems)
        if named is not None:
            warn(
                "{file}: several vertices have the same label, so the numbers are the actors",
                LossWarning,
                file=self.path,
            )
        if self.n_placed:
            message = marked(
                "{file}: where coordinates stand in place of a label, the number of the vertex is its name"
            )
            warn(message, LossWarning, file=self.path)
        if self.n_labelled:
            warn("{file}: the labels of lines were left out", LossWarning, file=self.path)
        if self.n_timed:
            message = marked("{file}: the times at which vertices and lines are there were left out")
            warn(message, LossWarning, file=self.path)
        values, left_out = actor_columns(self.columns, len(names) if self.first_mode is None else None)
        self.skipped += left_out
        if self.skipped:
            skipped = ", ".join(self.skipped)
            warn("{file}: only the network was read, not: {skipped}", LossWarning, file=self.path, skipped=skipped)
        relations, note = relations_of_links(kept, self.headers, self.relation_names, first_mode=self.first_mode)
        actors, groups = labels, None
        if self.first_mode is not None:
            actors, groups = labels.part(0, self.first_mode), labels.part(self.first_mode, len(names))
        info = {"note": note} if note else None
        columns = values if named is None or groups is not None else {"name": named, **values}
        network = FileNetwork(actors, relations, groups, columns)
        return tables_of_network(network, self.path, name=self.name, info=info)

    def _kept_links(self, labels: Labels) -> list[Link]:
        kept = []
        for link in self.links:
            if link.source == link.target:
                if not self.options.drops_self_ties:
                    message = phrase(
                        "a cluster has no ties of an actor with itself; {way} leaves them out",
                        way=self.options.way(self_ties="drop"),
                    )
                    self.problem(message, link.line, labels.names[link.source])
            elif self.first_mode is not None and (link.source < self.first_mode) == (link.target < self.first_mode):
                message = phrase(
                    "in a network of two modes, a line goes from 1-{last} to a higher number", last=self.first_mode
                )
                self.problem(message, link.line, f"{link.source + 1} {link.target + 1}")
            else:
                kept.append(link)
        return kept


def _label(text: str) -> tuple[str, bool]:
    """Return the name at the beginning of the text, and whether its quotation marks are in order."""
    for pattern in (_DOUBLE, _PLAIN_DOUBLE) if text.startswith('"') else (_SINGLE,):
        match = pattern.match(text)
        if match:
            return re.sub(r'\\([\\"])|"(")', r"\1\2", match.group(1)) if pattern is _DOUBLE else match.group(1), True
    return text.split()[0], not text.startswith('"')
