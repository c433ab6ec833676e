"""The words around a picture: its title, the notes below it, their room, and the description of what it shows."""

from __future__ import annotations

from typing import Any

from socluster.plot.text import wrap
from socluster.words import Language, say

__all__ = ["described", "head_height", "title"]

_TITLE_WIDTH = 40  # letters that fit on the screen of a phone


def title(text: str, notes: list[str], language: Language) -> dict[str, Any]:
    """Return a plotly title that shows the text as it is, with notes below it, in lines short enough for a phone.

    Parameters
    ----------
    text : str
        Of the title; empty for none.
    notes : list of str
        What the marks are, escaped. Where there are no marks and so no notes, it says that there is nothing to show.
    language : {"en", "lt"}
        The language.
    """
    wrapped = wrap(text, _TITLE_WIDTH, 4)
    # plotly moves a title up with each of its lines; it must stay below the buttons
    padding = {"t": 30 + 7 * wrapped.count("<br>"), "l": 10}
    return {"text": wrapped or " ", "pad": padding, "subtitle": {"text": _joined(notes or [_nothing(language)])}}


def head_height(titled: dict[str, Any]) -> int:
    """Return the room in pixels above a drawing: for the buttons, the lines of the title and the notes below it."""
    first = 78 if str(titled["text"]).strip() else 58
    return first + 22 * str(titled["text"]).count("<br>") + 17 * str(titled["subtitle"]["text"]).count("<br>")


def described(text: str, told: list[str], language: Language) -> str:
    """Return the picture in words for those who do not see it: its title, and a sentence for each thing that it shows.

    Where there is none, it says that there is nothing to show.

    Examples
    --------
    >>> described("Who gains?", ["Clinic: +2", "NGO: −1"], "en"), described("", [], "en")
    ('Who gains? Clinic: +2. NGO: −1.', 'There is nothing to show.')
    """
    sentences = [text, *(told or [_nothing(language)])]
    return " ".join(each if each[-1] in ".?!…" else f"{each}." for each in sentences if each)


def _nothing(language: Language) -> str:
    return say("There is nothing to show.", language)


def _joined(notes: list[str], width: int = 58) -> str:
    """Return notes with dots between them, in lines short enough for a phone."""
    lines: list[str] = []
    for note in notes:
        if lines and len(lines[-1]) + len(note) + 3 <= width:
            lines[-1] += " · " + note
        else:
            lines.append(note)
    return "<br>".join(lines)
