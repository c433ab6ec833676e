"""A static picture as pixels, for documents that hold no SVG."""

from __future__ import annotations

from functools import cache

__all__ = ["png"]

_FONTS = "'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, Helvetica, 'DejaVu Sans', sans-serif"
_TEXT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20"><text x="0" y="15">{letter}</text></svg>'
)


def png(svg: str, zoom: float = 2.0) -> bytes | None:
    """Return a picture of `plot.svg` as PNG, or None where nothing can draw it.

    Parameters
    ----------
    svg : str
        The picture.
    zoom : float, default 2
        Pixels in each unit of the picture.

    Returns
    -------
    bytes or None
        None if resvg is not installed (extra `report`), or the computer has no font for its words.

    Examples
    --------
    >>> drawn = png('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" width="2"><path d="M0 0H2"/></svg>')
    >>> drawn is None or drawn[1:4] == b"PNG"
    True
    """
    return _drawn(svg, zoom) if _can_write() else None


def _drawn(svg: str, zoom: float) -> bytes:
    import resvg_py

    style = f"text {{ font-family: {_FONTS} }}"
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=zoom, background="white", style_sheet=style))


@cache
def _can_write() -> bool:
    """Whether a letter leaves a mark; without a font it would be left out in silence."""
    try:
        return _drawn(_TEXT.format(letter="A"), 1.0) != _drawn(_TEXT.format(letter=" "), 1.0)
    except ImportError:
        return False
