"""The words around a picture: its title, the notes below it, and the room that they take."""

from __future__ import annotations

from typing import Any

from socluster.plot.words import wrap

__all__ = ["head_height", "title"]

_TITLE_WIDTH = 40  # letters that fit on the screen of a phone


def title(text: str, notes: list[str]) -> dict[str, Any]:
    """Return a plotly title that shows the text as it is, with notes below it, in lines short enough for a phone."""
    wrapped = wrap(text, _TITLE_WIDTH, 4)
    # plotly moves a title up with each of its lines; it must stay below the buttons
    padding = {"t": 30 + 7 * wrapped.count("<br>"), "l": 10}
    return {"text": wrapped or " ", "pad": padding, "subtitle": {"text": _joined(notes)}}


def head_height(titled: dict[str, Any]) -> int:
    """Return the room in pixels above a drawing: for the buttons, the lines of the title and the notes below it."""
    first = 78 if str(titled["text"]).strip() else 58
    return first + 22 * str(titled["text"]).count("<br>") + 17 * str(titled["subtitle"]["text"]).count("<br>")


def _joined(notes: list[str], width: int = 58) -> str:
    """Return notes with dots between them, in lines short enough for a phone."""
    lines: list[str] = []
    for note in notes:
        if lines and len(lines[-1]) + len(note) + 3 <= width:
            lines[-1] += " · " + note
        else:
            lines.append(note)
    return "<br>".join(lines)
