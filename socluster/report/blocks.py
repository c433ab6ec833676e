"""What a section of the report is made of: a finding, then text, pictures and tables, as plain values.

A block knows nothing of HTML: the template shows it in a page, the writer of documents in a document, and the writer of
workbooks takes the numbers behind what is shown.
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
class Cell:
    """A cell of a table as it is shown; numbers stand at the right.

    Parameters
    ----------
    text : str
        As it is shown.
    is_number : bool, default False
        Whether it is a number, or several.
    value : float or None
        The number behind the text, for a workbook; NaN where it is undefined, None where there is not exactly one.
    decimals : int, default 0
        With how many decimals it is shown.
    is_share : bool, default False
        Whether it is shown as a percentage.
    """

    text: str
    is_number: bool = False
    value: float | None = None
    decimals: int = 0
    is_share: bool = False


@dataclass(frozen=True)
class ShownTable:
    """A table with a caption above and a note below.

    Parameters
    ----------
    caption, note : str
        Above and below.
    heads, rows : sequences of Cell
        What is shown.
    in_full : ShownTable or None
        The same for a workbook, with all rows and each number in a cell of its own; None: as it is shown.
    finding : str
        What this table shows, where that is not the finding of its section.
    """

    caption: str
    heads: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    note: str = ""
    in_full: ShownTable | None = None
    finding: str = ""
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Figure:
    """Pictures side by side (SVG, made by `plot.svg`), with a heading above and a caption below.

    Parameters
    ----------
    heading, caption : str
        Above and below.
    pictures : sequence of str
        SVG; its `aria-label` says the result to those who do not see it.
    numbers : sequence of ShownTable
        The numbers that no other table of the section holds, for a workbook.
    """

    heading: str
    pictures: Sequence[str]
    caption: str = ""
    numbers: Sequence[ShownTable] = ()
    kind: str = field(default="figure", init=False)


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
    more : sequence of str
        What else stands in the summary, as a list below that sentence.
    """

    heading: str
    finding: str
    blocks: Sequence[Shown] = ()
    short: tuple[str, str] | None = None
    more: Sequence[str] = ()
