"""Which names are in the picture, and where: none lies on another, or on a mark, at the widths that matter.

A name stands beside its mark. Where there is no room, a name that matters stands farther off, with a line to its mark;
where there is none for that either, it is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from socluster.core.columns import Array
from socluster.plot.clusters.name_places import SIDES, USUAL_SIZE, MarkNames, Place, beside, farther_off, take
from socluster.plot.clusters.name_room import NONE, Room
from socluster.plot.text import alphabetical, wrap

__all__ = ["PHONE", "SCREENS", "Place", "Spread", "as_many_as_usual", "is_cut", "place_labels"]

_SMALLEST_SIZE = 10.5  # pixels of the letters; on paper 7 points, below which nobody reads
_DIGITS = "00"  # room for a number that is not known yet
_ATTEMPTS = 6  # at finding room for every number: those for which there is none come first then
_MOST_NUMBERED = 60  # of more, nobody looks for a number in a key

Spread = Callable[[float], Array]  # from the width of a drawing to where everybody is in it, in pixels from below

PHONE = 350.0
SCREENS = (544.0, 604.0, 660.0, 720.0, 900.0)  # columns of sites and of notebooks, whose width is not known
_WRAP, _LONGER = 20, (22, 24)
_CUT = " …"  # by `wrap`
_SLIM_WRAP, _SLIM_LINES = 13, 5  # of a name that must be written and finds no room in lines of the usual length
_FOREMOST = 4  # names that stand farther off rather than not at all
_TRIED = 40  # of many, so many may: hardly one of the foremost, in their middle, finds a way out past the others
_FEW = 60  # of so few, everybody is named whose name finds room
_WIDTH_OF_A_LINE = 45.0  # pixels of a drawing for each name that has a line, where others have numbers
_MUCH_NEARER = 2.0  # times as long a line may be if it crosses no mark
_MOST_LED = 150  # names that may have lines; of more, those without room beside their marks are left out


def place_labels(
    marks: pd.DataFrame,
    spread: Spread,
    height: float,
    *,
    width: float | None = None,
    wanted: Sequence[int] | None = None,
    blocked: Callable[[float], list[Array]] | None = None,
    numbered: bool = False,
    must: int = 0,
    heads: Callable[[float], Array] | None = None,
    cells: Callable[[float], Array] | None = None,
) -> pd.DataFrame:
    """Return where labels go.

    Parameters
    ----------
    marks : DataFrame
        name, short (name or id), size, importance and weight (bold: a group) of everything that has a mark.
    spread : function
        From a width to where the marks are then, in pixels from the left and from below.
    height : float
        Height of the drawing in pixels.
    width : float, optional
        Its width (default: not known; names then find room at all usual widths).
    wanted : sequence of int, optional
        Rows that are to be named, and nobody else, as far as they find room beside their marks or farther off (default:
        the foremost who find room).
    blocked : function, optional
        From a width to boxes (left, bottom, right, top, in pixels) where something else is written.
    numbered : bool, default False
        Whether all names become smaller where not all who are wanted find room, and those who then still find none
        (of up to 60) have a number instead; so have those beyond the few for whose lines there is room.
    must : int, default 0
        How many of the foremost are named in any case: in more and shorter lines, and where there is no room at all,
        on the marks of others.
    heads : function, optional
        From a width to where the heads of arrows are, in pixels, which a name hides only where it has no other place.
    cells : function, optional
        From a width to the areas (left, bottom, right, top, in pixels) in which the names of the marks have to stay.

    Returns
    -------
    DataFrame
        Row number of the mark (index), text (wrapped and escaped), side (a plotly textposition), narrow (whether
        there is room for it on the screen of a phone as well, or at the width that is given), place (a `Place`), font
        (size of the letters in pixels) and number (that the text is, in place of the name; 0 for a name).
        Of those who are wanted, whoever is not among the rows finds no room.
    """
    bold = (marks["weight"] == "bold").to_numpy()
    shown = [
        _fitting(str(name), str(short), 3 if heavy else 2)
        for name, short, heavy in zip(marks["name"], marks["short"], bold, strict=True)
    ]
    slim = [wrap(str(name), _SLIM_WRAP, _SLIM_LINES) for name in marks["name"]]
    names = MarkNames.of(shown, bold, USUAL_SIZE, slim)
    order = np.argsort(-marks["importance"].to_numpy(float), kind="stable").tolist()
    sizes = marks["size"].to_numpy(float)

    def canvases(widths: Sequence[float]) -> list[Room]:
        return [
            Room(
                spread(each), sizes, each, height,
                taken=list(blocked(each)) if blocked else [],
                heads=heads(each) if heads else NONE,
                cells=cells(each) if cells else None,
            )
            for each in widths
        ]  # fmt: skip

    if wanted is not None:
        chosen = set(wanted)
        rows = [row for row in order if row in chosen]
        return _all_wanted(rows, names, bold, lambda: canvases([width] if width else SCREENS), numbered, must)
    n_bold = int(bold.sum())
    if width is not None:
        most = max(as_many_as_usual(width, height), len(order) if len(order) <= _FEW else 0)
        few = len(order) <= _FEW
        led = max(len(order) if few else _TRIED, n_bold)
        lines = max(_lines_for(width), n_bold) if few else None
        found = _greedy(order, names, canvases([width]), {}, max(most, n_bold), led, must, lines=lines)
        return _table(names, found, found)
    phone = _greedy(
        order, names, canvases([PHONE, *SCREENS]), {}, 10, max(_FOREMOST, n_bold), must if cells else max(must, 1)
    )
    wide = _greedy(order, names, canvases(SCREENS), phone, 20, 2 * _FOREMOST)
    return _table(names, wide, phone)


def as_many_as_usual(width: float, height: float) -> int:
    """Return how many names a drawing of that size holds where nobody says how many."""
    return int(np.clip(width * height / 12_000, 6, 60))


def _table(names: MarkNames, found: dict[int, Place], narrow: dict[int, Place]) -> pd.DataFrame:
    rows = sorted(found)
    columns = {
        "text": [names.texts[row] for row in rows],
        "side": [found[row].side for row in rows],
        "narrow": [row in narrow for row in rows],
        "place": [found[row] for row in rows],
        "font": [names.size] * len(rows),
        "number": [names.numbers.get(row, 0) for row in rows],
    }
    return pd.DataFrame(columns, index=rows)


def _fitting(name: str, short: str, lines: int) -> str:
    """Return the name, or the short one where the name is too long for its lines and the short one is not.

    Rather than cut a name, let its lines be a little longer, or have one line more.
    """
    too_long = len(name) > lines * _WRAP
    said = short if too_long and len(short) <= lines * _WRAP else name
    ways = [(_WRAP, lines), *((letters, lines) for letters in _LONGER), (_WRAP, lines + 1)]
    whole = (found for way in ways if not is_cut(found := wrap(said, *way)))
    return next(whole, wrap(said, _WRAP, lines + 1))


def is_cut(text: str) -> bool:
    """Whether a name was too long, so that its end is missing."""
    return text.endswith(_CUT)


def _all_wanted(
    rows: list[int], names: MarkNames, bold: Array, canvases: Callable[[], list[Room]], numbered: bool, must: int
) -> pd.DataFrame:
    """Return where those stand who are wanted: in smaller letters where not all find room; then, in place of their
    names, the numbers of those who still find none, if that is asked for.
    """
    if not numbered:
        found = _greedy(rows, names, canvases(), {}, len(rows), len(rows), must)
        return _table(names, found, found)
    lines = _lines_for(canvases()[0].width)
    smaller = MarkNames.of(names.texts, bold, _SMALLEST_SIZE, names.slim[0])
    found = _greedy(rows, names, canvases(), {}, len(rows), len(rows), must, lines=lines)
    if len(found) == len(rows):
        return _table(names, found, found)
    more = _greedy(rows, smaller, canvases(), {}, len(rows), len(rows), must, lines=lines)
    if len(more) > len(found):
        names, found = smaller, more
    left = [row for row in rows if row not in found]
    if not left or len(rows) > _MOST_NUMBERED:
        return _table(names, found, found)
    best, first = _table(names, found, found), list[int]()
    for _ in range(_ATTEMPTS):
        tried = _with_numbers(rows, first, names, bold, canvases(), must)
        best = tried if len(tried) > len(best) else best
        missing = [row for row in rows if row not in tried.index and row not in first]
        if not missing:
            break
        first = [*first, *missing]
    return (
        best if len(best) == len(rows) else _with_numbers(rows, first, names, bold, canvases(), must, all_of_them=True)
    )


def _lines_for(width: float) -> int:
    """Return how many names may have lines, so that these do not become a thicket."""
    return int(width // _WIDTH_OF_A_LINE)


def _with_numbers(
    rows: list[int],
    first: list[int],
    names: MarkNames,
    bold: Array,
    canvases: list[Room],
    must: int,
    *,
    all_of_them: bool = False,
) -> pd.DataFrame:
    """Return where all stand: the foremost, who must have a name, by it; the first by a number, then who has room for
    a name, then the others by a number, too.

    Numbers follow the order of the names. Where all of them are to stand, lines to those without room cross marks.
    """
    all_digits = [_DIGITS] * len(names.texts)
    digits = MarkNames.of(all_digits, bold, names.size, all_digits)
    foremost = _greedy(rows[:must], names, canvases, {}, len(rows), len(rows), must)
    anywhere = [replace(each, cells=None) for each in canvases]  # a number beside its area is still read as its own
    first = [row for row in first if row not in foremost]
    by_number = _greedy(first, digits, anywhere, {}, len(rows), len(rows))
    others = [row for row in rows if row not in first and row not in foremost]
    lines = _lines_for(canvases[0].width)
    named = foremost | _greedy(others, names, canvases, {}, len(rows), len(rows), lines=lines)
    rest = [row for row in [*first, *others] if row not in named and row not in by_number]
    by_number |= _greedy(rest, digits, anywhere, {}, len(rows), len(rows))
    if all_of_them:
        last = [row for row in rest if row not in by_number]
        by_number |= _greedy(last, digits, anywhere, {}, len(rows), 0, len(rows))
    order = {text: place for place, text in enumerate(alphabetical({names.texts[row] for row in by_number}))}
    numbers = {row: n for n, row in enumerate(sorted(by_number, key=lambda row: order[names.texts[row]]), start=1)}
    texts = [str(numbers.get(row, text)) for row, text in enumerate(names.texts)]
    found = named | by_number
    return _table(replace(names, texts=texts, numbers=numbers), found, found)


def _greedy(
    order: list[int],
    names: MarkNames,
    canvases: list[Room],
    fixed: dict[int, Place],
    most: int,
    led: int,
    must: int = 0,
    *,
    lines: int | None = None,
) -> dict[int, Place]:
    """Return where each name stands that finds room on every canvas, the most important first; fixed ones keep theirs.

    Parameters
    ----------
    order : list of int
        Rows, the most important first.
    names : MarkNames
        What would be written.
    canvases : list of Room
        The drawings in which it must find room.
    fixed : dict
        Where names stand already.
    most : int
        How many there may be at all.
    led : int
        How many of the foremost may stand farther off, with a line.
    must : int
        How many of the foremost are named in any case.
    lines : int, optional
        How many names may have lines at most.
    """
    chosen = dict(fixed)
    for row, place in fixed.items():
        take(row, place, names, canvases)
    foremost, n_led = set(order[: min(led, _MOST_LED)]), 0
    for row in order[: 3 * most]:  # whoever matters little stays unnamed, also where there is room
        if row in chosen or len(chosen) >= most:
            continue
        found, n_heads = beside(row, names, canvases)
        if (found is None or n_heads) and row in foremost and (lines is None or n_led < lines):
            led_off = farther_off(row, names, canvases)
            n_led += led_off is not None
            found = led_off or found
        if found is None and row in order[:must]:
            found = _in_any_case(row, names, canvases)
        if found is not None:
            chosen[row] = found
            take(row, found, names, canvases)
    return chosen


def _in_any_case(row: int, names: MarkNames, canvases: list[Room]) -> Place:
    """Return the nearest place in the whole drawing, if need be for more and shorter lines; else the least bad one.

    Its line goes past the marks of others rather than across the whole drawing.
    """
    found = beside(row, names, canvases, is_nearest=False)[0] or _shortest_line(row, names, canvases)
    if found is None and names.slim[0][row] != names.texts[row]:
        usual = names.texts[row], names.extents[row]
        names.make_slim(row)
        found = farther_off(row, names, canvases) or _shortest_line(row, names, canvases)
        if found is None:
            names.texts[row], names.extents[row] = usual
    return found or Place(_least_bad(row, names, canvases))


def _shortest_line(row: int, names: MarkNames, canvases: list[Room]) -> Place | None:
    """Return the nearest place anywhere whose line crosses no mark, unless one whose line does is much nearer."""
    clear = farther_off(row, names, canvases, anywhere=True)
    across = farther_off(row, names, canvases, anywhere=True, past_marks=True)
    if clear is None or across is None:
        return clear or across
    far, near = (_length(each, canvases[0]) for each in (clear, across))
    return clear if far <= _MUCH_NEARER * near else across


def _length(place: Place, canvas: Room) -> float:
    assert place.end is not None
    return float(np.hypot(*(place.end * np.ptp(canvas.points, axis=0))))


def _least_bad(row: int, names: MarkNames, canvases: list[Room]) -> str:
    """Return the side on which a name, for which there is no room, lies on least."""

    def price(side: str) -> tuple[float, ...]:
        boxes = [(canvas, canvas.box(row, names.extents[row], side)) for canvas in canvases]
        return (
            sum(canvas.outside(box) for canvas, box in boxes),
            sum(canvas.shared(box) for canvas, box in boxes),
            sum(canvas.hidden(box, row) for canvas, box in boxes),
        )

    return min(SIDES, key=price)
