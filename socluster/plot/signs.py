"""A sign of the notes above a picture, in the colour of the marks that it stands for."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["sign", "signs_drawn"]

_PALEST = 0.6  # of a colour: what is paler would not be seen as a sign


def sign(mark: str, color: str, words: str, *, strength: float = 1.0) -> str:
    """Return a note: a sign in the colour of the marks, and what they are.

    Parameters
    ----------
    mark : str
        The sign, such as ●.
    color : str
        Of the marks, as #rrggbb.
    words : str
        What they are, escaped.
    strength : float
        How firm the marks are, 0 to 1.

    Examples
    --------
    >>> sign("●", "#0b4f8a", "observed")
    "<span style='color:#0b4f8a'>●</span> observed"
    """
    part = max(strength, _PALEST)
    parts = (round(255 - part * (255 - int(color[start : start + 2], 16))) for start in (1, 3, 5))
    return f"<span style='color:#{''.join(f'{each:02x}' for each in parts)}'>{mark}</span> {words}"


def signs_drawn(mark: str, among: Iterable[str], drawn: Iterable[str], words: str) -> list[str]:
    """Return one note with the sign in each colour that is drawn, in their order; none where none of them is.

    Parameters
    ----------
    mark : str
        The sign, such as ●.
    among : iterable of str
        The colours that such marks may have.
    drawn : iterable of str
        The colours of all marks of the picture.
    words : str
        What they are, escaped.

    Examples
    --------
    >>> signs_drawn("●", ["#0b4f8a"], ["#0b4f8a"], "high"), signs_drawn("○", ["#55606b"], ["#0b4f8a"], "low")
    (["<span style='color:#0b4f8a'>●</span> high"], [])
    """
    there = set(drawn)
    found = [sign(mark, color, "").rstrip() for color in among if color in there]
    return [" ".join([*found, words])] if found else []
