"""XML files as plain trees that know their lines, read safely; and XML text that every program can open."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from socluster.core.errors import InputError, Problem
from socluster.io.formats.plain_text import read_bytes
from socluster.words import marked, phrase

__all__ = ["Element", "read_tree", "write_tree"]

_SEPARATOR = "\x1f"  # between namespace and name; XML cannot hold it, while a blank may end a careless address
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Element:
    """An element of an XML file; names are without their namespace.

    Parameters
    ----------
    tag : str
        Its name.
    attributes : dict of str to str
        Its attributes.
    line : int
        The line of the file on which it begins.
    """

    __slots__ = ("attributes", "children", "line", "tag", "texts")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: list[Element] = []
        self.texts: list[str] = []

    @property
    def text(self) -> str:
        """The text directly in the element."""
        return "".join(self.texts)

    def get(self, name: str) -> str | None:
        """Return an attribute."""
        return self.attributes.get(name)

    def all(self, *tags: str) -> Iterator[Element]:
        """Give the children of this name; of several names, the children of children, and so on."""
        for child in self.children:
            if child.tag == tags[0]:
                if len(tags) == 1:
                    yield child
                else:
                    yield from child.all(*tags[1:])

    def descendants(self, tag: str, through: Collection[str] | None = None) -> Iterator[Element]:
        """Give all elements of this name below this one, in the order of the file.

        With `through`, only elements of these names are entered.
        """
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            if element.tag == tag:
                yield element
            if through is None or element.tag in through:
                waiting.extend(reversed(element.children))


def read_tree(path: Path, root: str) -> Element:
    """Return the tree of an XML file.

    Parameters
    ----------
    path : Path
        The file, in any encoding that it declares and Python knows.
    root : str
        What the outermost element must be.

    Raises
    ------
    InputError
        If the file is no XML (says line and column), is another kind of XML, or declares a document type: entities
        could make a small file huge or read other files.
    """
    file = str(path)
    builder = _Builder(file)
    try:
        builder.parser.Parse(read_bytes(path), True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        values = {"line": error.lineno, "column": error.offset + 1, "reason": reason}
        message = marked("is no valid XML at line {line}, column {column}: {reason}")
        raise InputError(Problem(message, file=file, values=values)) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        why = {"reason": str(error)}
        raise InputError(Problem("is in an encoding that cannot be read: {reason}", file=file, values=why)) from None
    tree = builder.root
    if tree is None or tree.tag != root:
        values = {"wanted": f"<{root}>", "found": phrase("nothing") if tree is None else f"<{tree.tag}>"}
        raise InputError(Problem("must hold {wanted}, not {found}", file=file, values=values))
    return tree


class _Builder:
    """Collects what the parser finds; the parser goes by bytes and encodings, so nothing can hide from it."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self.open: list[Element] = []
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self.refuse_doctype
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.add_text

    def refuse_doctype(self, *_: object) -> NoReturn:
        message = marked(
            "line {line} declares a document type (<!DOCTYPE ...>), which may hide harm; delete that declaration"
        )
        raise InputError(Problem(message, file=self.file, values={"line": self.parser.CurrentLineNumber}))

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = {key.rpartition(_SEPARATOR)[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition(_SEPARATOR)[2], local, self.parser.CurrentLineNumber)
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def add_text(self, text: str) -> None:
        self.open[-1].texts.append(text)


def write_tree(root: ET.Element, path: Path) -> None:
    """Write XML in UTF-8, an element per line.

    Raises
    ------
    InputError
        If a text holds a character that XML cannot hold.
    """
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    unfit = _UNFIT.search(text)
    if unfit:
        around = text[max(0, unfit.start() - 20) : unfit.end() + 20]
        code = {"character": f"U+{ord(unfit[0]):04X}"}
        raise InputError(
            Problem("XML cannot hold the character {character}", value=around, file=str(path), values=code)
        )
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8", newline="\n")
