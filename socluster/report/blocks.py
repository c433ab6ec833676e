"""What a section of the report is made of: a finding, then text, pictures and tables, as plain values.

A block knows nothing of HTML: the template shows it in a page, the writer of documents in a document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Aside", "Bullets", "Cell", "Definitions", "Figure", "Paragraph", "Part", "Shown", "ShownTable"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of plain text."""

    text: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class Bullets:
    """Sentences, one a bullet."""

    items: Sequence[str]
    kind: str = field(default="bullets", init=False)


@dataclass(frozen=True)
class Aside:
    """What to keep in mind, beside a grey bar."""

    heading: str
    items: Sequence[str]
    kind: str = field(default="note", init=False)


@dataclass(frozen=True)
class Definitions:
    """Terms and what they mean."""

    items: Sequence[tuple[str, str]]
    kind: str = field(default="definitions", init=False)


@dataclass(frozen=True)
class Figure:
    """Pictures side by side (SVG, made by `plot.svg`), with a heading above and a caption below."""

    heading: str
    pictures: Sequence[str]
    caption: str = ""
    kind: str = field(default="figure", init=False)


@dataclass(frozen=True)
class Cell:
    """A cell of a table as it is shown; numbers stand at the right."""

    text: str
    is_number: bool = False


@dataclass(frozen=True)
class ShownTable:
    """A table with a caption above and a note below."""

    caption: str
    heads: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    kind: str = field(default="table", init=False)


Shown = Paragraph | Bullets | Aside | Definitions | Figure | ShownTable


@dataclass(frozen=True)
class Part:
    """A section: its heading, what was found in one sentence, and what shows it.

    Parameters
    ----------
    heading : str
        Short; it stands in the contents.
    finding : str
        The answer in a sentence.
    blocks : sequence of Shown
        In the order of reading.
    short : tuple of (str, str) or None
        The number and the sentence with which the section stands in the summary; None: it does not.
    """

    heading: str
    finding: str
    blocks: Sequence[Shown] = ()
    short: tuple[str, str] | None = None
