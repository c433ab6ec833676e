"""The elements of which static pictures are made; every text that comes from outside is escaped here."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from socluster.words.plain import on_page

__all__ = ["BOLD", "SMALL", "element", "in_one_line", "lines_of", "picture", "title", "width_of", "words"]

SMALL, BOLD = 10.5, 600
_LETTER = 0.54  # width of a letter on average, in parts of the size of the font


def written(text: object) -> str:
    """Return text as it may stand in an element or in an attribute, letter by letter."""
    return escape(on_page(text), quote=True)


def element(tag: str, content: str = "", /, **attributes: object) -> str:
    """Return an element; its content is SVG already, its attributes are not.

    Examples
    --------
    >>> element("circle", cx=1.25, r=3, stroke_width=2)
    '<circle cx="1.2" r="3" stroke-width="2"/>'
    """
    given = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{written(f"{value:.1f}" if isinstance(value, float) else value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>{content}</{tag}>" if content else f"<{tag}{given}/>"


def words(text: object, x: float, y: float, /, **attributes: object) -> str:
    """Return a text at a place.

    Examples
    --------
    >>> words("A & B", 0, 5)
    '<text x="0" y="5">A &amp; B</text>'
    """
    return element("text", written(text), x=x, y=y, **attributes)


def title(text: object) -> str:
    """Return what appears under the pointer: the whole of what a picture shortens.

    Examples
    --------
    >>> title("A & B")
    '<title>A &amp; B</title>'
    """
    return element("title", written(text))


def picture(width: float, height: float, label: str, parts: Iterable[str]) -> str:
    """Return a whole picture, with the text that says its result to those who do not see it."""
    return element(
        "svg",
        "".join(parts) or " ",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        role="img",
        aria_label=label,
    )


def width_of(text: str, size: float = SMALL) -> float:
    """Return about how wide a text is, in pixels, before anybody has drawn it."""
    return len(text) * size * _LETTER


def in_one_line(text: str, letters: int) -> str:
    """Return a text in one line of so many letters; what is too long is cut in the middle, so that its end is seen.

    Names of offices often begin alike and differ at the end.

    Examples
    --------
    >>> in_one_line("Municipality of Kaunas, social services", 26), in_one_line("Municipality", 8)
    ('Municipality of… services', 'Munic…ty')
    """
    whole = " ".join(text.split())
    if len(whole) <= letters:
        return whole
    head, _, last = whole.rpartition(" ")
    if not head or len(last) > letters // 2:
        last = whole[-(letters // 3) :].lstrip()
        return f"{whole[: letters - 1 - len(last)].rstrip()}…{last}"
    room = letters - len(last) - 2
    begins = whole[: room + 1].rpartition(" ")[0] or whole[:room]
    begins = begins if len(begins) > room // 2 else whole[:room]
    return f"{begins.rstrip(' ,;–-')}… {last}"


def lines_of(text: str, letters: int, most: int = 2) -> list[str]:
    """Return a text in at most so many lines of so many letters; what does not fit is cut, with an ellipsis.

    Examples
    --------
    >>> lines_of("Ministry of Social Security and Labour", 20), lines_of("Municipality", 8, 1)
    (['Ministry of Social', 'Security and Labour'], ['Municip…'])
    """
    lines: list[str] = []
    for word in text.split():  # textwrap would leave nothing of a first word that is too long
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    shown = lines[:most] or [""]
    if len(lines) > most:
        shown[-1] += "…"
    return [line if len(line) <= letters else f"{line[: letters - 1].rstrip('…')}…" for line in shown]
