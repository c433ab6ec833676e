"""Reading GML."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from socluster.core.errors import InputError, Problem
from socluster.core.tables import Tables
from socluster.io.formats.graph_file import GraphFile, tables_of_file
from socluster.io.formats.plain_text import read_text
from socluster.io.formats.xml_tree import Element
from socluster.io.objects.description import KEY
from socluster.io.options import ReadingOptions
from socluster.words import Phrase, counted, phrase

__all__ = ["ID_OF_OURS", "read"]

_NO_NUMBERS = {"nan": math.nan, "inf": math.inf}  # as igraph and networkx (_NAN) write what GML does not know
_TOKEN = re.compile(
    r"""(?P<skip>\s+|\#[^\n]*)|(?P<key>[A-Za-z_][\w.-]*)|(?P<open>\[)|(?P<close>\])|"(?P<text>[^"]*)"
    |(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?(?:inf|nan)\b)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_DEEPEST = 100
ID_OF_OURS = "label"  # in a file that socluster wrote, whose nodes are numbered
_PICTURE = frozenset(("graphics", "labelgraphics"))  # where and how a node or an edge is drawn
_OF_NODE, _OF_EDGE = frozenset(("id", "gid", "isgroup")), frozenset(("id", "source", "target", "directed"))


class _Entry(NamedTuple):
    """A key with its value, which is a number, a text, or the entries of a list; and its line in the file."""

    key: str
    value: Any
    line: int


def read(path: Path, options: ReadingOptions | None = None) -> Tables:
    """Read a GML file.

    Ids become actors, labels their names, and further keys columns. Colours, places and shapes are not read.

    Parameters
    ----------
    path : Path
        The file (`.gml`).
    options : ReadingOptions, optional
        The encoding, and what to do about directions, layers, repeated edges, and edges from a node to itself.

    Returns
    -------
    Tables

    Raises
    ------
    InputError
        If the file is no GML (says the line), or an edge or node is not complete.

    References
    ----------
    M. Himsolt (1997): GML: A portable graph file format, Universität Passau.
    """
    options = options or ReadingOptions()
    entries = _Parser(read_text(path, options.encoding), str(path)).entries()
    graphs = [entry for entry in entries if entry.key.casefold() == "graph" and isinstance(entry.value, list)]
    if not graphs:
        raise InputError(Problem("holds no graph", file=str(path)))
    file = GraphFile(str(path))
    if len(graphs) > 1:
        n = len(graphs) - 1
        file.losses.append(counted("{n} graph after the first", "{n} graphs after the first", n))
    _collect(graphs[0].value, file)
    return tables_of_file(file, options)


def _collect(entries: list[_Entry], file: GraphFile) -> None:
    own = {entry.key.casefold(): entry.value for entry in entries if not isinstance(entry.value, list)}
    name = own.get("name") or own.get("label")
    file.name = str(name) if name else None
    described = own.get(KEY)
    file.description = described if isinstance(described, str) else None
    ids: dict[str | None, str] = {}
    file.note_of_graph({entry.key: entry.value for entry in entries if not isinstance(entry.value, list)})
    lists: dict[str, int] = {}
    n_inside = 0
    for entry in entries:
        key, element = entry.key.casefold(), Element(entry.key, {}, entry.line)
        if key not in ("node", "edge") or not isinstance(entry.value, list):
            continue
        given = {each.key.casefold(): each.value for each in entry.value if not isinstance(each.value, list)}
        attributes = _attributes(entry.value, _OF_NODE if key == "node" else _OF_EDGE, lists)
        if key == "node":
            n_inside += "gid" in given
            node = _id(given.get("id"))
            if file.description is not None:
                attributes.pop(ID_OF_OURS, None)
                ids[node] = node = str(given.get(ID_OF_OURS, node))
            file.add_node(element, node, attributes)
        else:
            directed = given.get("directed", own.get("directed")) == 1
            source, target = (_id(given.get(end)) for end in ("source", "target"))
            file.add_edge(element, ids.get(source, source), ids.get(target, target), directed, attributes)
    file.note_nested(n_inside)
    file.losses += [phrase("the lists '{name}' of nodes or edges", name=name) for name in lists]


def _id(value: Any) -> str | None:
    return None if value is None else str(value)


def _attributes(entries: list[_Entry], leave_out: frozenset[str], lists: dict[str, int]) -> dict[str, Any]:
    """Return the single values; counts the lists, and keys that stand several times."""
    found: dict[str, Any] = {}
    for key, value, _ in entries:
        if isinstance(value, list) or key in found:
            if key.casefold() not in _PICTURE:
                lists[key] = lists.get(key, 0) + 1
        elif key.casefold() not in leave_out and value != "":
            found[key] = value
    return found


class _Parser:
    """Goes through the text once; every problem says its line."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.line = 1

    def stop(self, message: str | Phrase) -> NoReturn:
        raise InputError(Problem(message, row=self.line, file=self.file))

    def entries(self) -> list[_Entry]:
        """Return what the file holds."""
        whole: list[_Entry] = []
        open_lists = [whole]
        key: tuple[str, int] | None = None
        for kind, word in self._tokens():
            if kind == "close":
                if key is not None or len(open_lists) == 1:
                    self.stop("a closing bracket stands where it closes nothing")
                open_lists.pop()
            elif kind == "key" and key is None:
                key = (word, self.line)
            elif key is None or (kind == "key" and word.strip("_").casefold() not in _NO_NUMBERS):
                self.stop(phrase("a key with its value must stand here, not '{word}'", word=word[:40]))
            else:
                value: Any = [] if kind == "open" else _value(kind, word)
                open_lists[-1].append(_Entry(key[0], value, key[1]))
                key = None
                if kind == "open":
                    open_lists.append(value)
                    if len(open_lists) > _DEEPEST:
                        self.stop("is nested too deeply")
        if key is not None or len(open_lists) > 1:
            self.stop("the file ends inside of a list; is it complete?")
        return whole

    def _tokens(self) -> Iterator[tuple[str, str]]:
        position = 0
        while position < len(self.text):
            match = _TOKEN.match(self.text, position)
            if match is None:
                rest = self.text[position : position + 40].partition("\n")[0]
                self.stop(phrase("a key with its value must stand here, not '{word}'", word=rest))
            kind = str(match.lastgroup)
            if kind != "skip":
                yield kind, match[kind]
            self.line += match[0].count("\n")
            position = match.end()


def _value(kind: str, word: str) -> Any:
    if kind == "text":
        return html.unescape(word)
    if kind == "key":
        return _NO_NUMBERS[word.strip("_").casefold()]
    whole = word.removeprefix("+")
    return int(whole) if re.fullmatch(r"-?\d{1,19}", whole, re.ASCII) else float(word)
