"""The changes that somebody made to the layout of a figure, made again in another drawing of it."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

import numpy as np

from socluster.plot.by_hand.places import MarkPlaces, on_axes
from socluster.plot.by_hand.state import LISTS, FigureState, differences, is_many, same
from socluster.plot.caption import head_height

__all__ = ["change_layout"]

_Item = dict[str, Any]


def change_layout(drawn: FigureState, now: FigureState, fresh: Any) -> bool:
    """Change the layout of a fresh drawing as that of the first was changed; return whether all could be changed."""
    after = FigureState.of(fresh)
    for kind in LISTS:
        changed = _changed_items(kind, drawn, now, after)
        if changed is None:
            return False
        if not same(changed, after.layout.get(kind, [])):
            fresh.layout[kind] = changed
    changes = dict(differences(drawn.layout, now.layout))
    for path, value in changes.items():
        if path == ("width",):
            continue
        if path[-1] == "range" and is_many(value):
            value = _range(path[0], value, drawn, after)
            if value is None:
                return False
        part: Any = fresh.layout
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = value
    if any(path[0] == "title" for path in changes):
        more = head_height(fresh.layout.title.to_plotly_json()) - head_height(after.layout.get("title", {}))
        _make_room(fresh, more, {path[0] for path in changes})
    return True


def _make_room(fresh: Any, more: int, changed: set[str]) -> None:
    """Let what is above the drawing take as much as a title of somebody's own needs, unless its room was set, too."""
    if "margin" not in changed:
        fresh.layout.margin.t += more
        fresh.layout.height += 0 if "height" in changed else more


def _range(axis: str, value: Any, drawn: FigureState, after: FigureState) -> list[Any] | None:
    """Return which part of an axis is shown, so that it is the same part of the drawing."""
    number = axis.removeprefix("xaxis").removeprefix("yaxis")
    places = MarkPlaces.of(drawn, after, f"x{number}", f"y{number}")
    if places is None:
        return None
    along = [places.moved(*((end, None) if axis[0] == "x" else (None, end))) for end in value]
    return [each[0] if axis[0] == "x" else each[1] for each in along]


def _changed_items(kind: str, drawn: FigureState, now: FigureState, after: FigureState) -> list[_Item] | None:
    """Return the notes or shapes of a drawing with what was added, changed and taken away; None if one is unknown."""
    before, own = ([*state.layout.get(kind, [])] for state in (drawn, now))
    fresh: list[_Item | None] = [*after.layout.get(kind, [])]
    matcher = SequenceMatcher(a=list(map(repr, before)), b=list(map(repr, own)), autojunk=False)
    find = _finder(before, [each for each in fresh if each is not None])
    added = []
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        pairs = min(last - first, end - start)
        for place in range(first, last):
            counterpart = find(place)
            if counterpart is None:
                return None
            of_it = place - first
            item = None if of_it >= pairs else _changed_item(before[place], own[start + of_it], fresh[counterpart])
            if of_it < pairs and item is None:
                return None
            fresh[counterpart] = item
        added += own[start + pairs : end]
    moved = [_moved(each, drawn, after) for each in added]
    if any(each is None for each in moved):
        return None
    return [each for each in [*fresh, *moved] if each is not None]


def _finder(before: list[_Item], fresh: list[_Item]) -> Callable[[int], int | None]:
    """Return a function from the place of a note to its place in the fresh drawing: what says the same is the same."""
    keys, found = ([_said(each) for each in items] for items in (before, fresh))

    def find(place: int) -> int | None:
        if len(before) == len(fresh):
            return place
        key = keys[place]
        if keys.count(key) == found.count(key):
            return [i for i, each in enumerate(found) if each == key][keys[:place].count(key)]
        return None

    return find


def _said(item: _Item) -> str:
    return str(item.get("name") or " ".join(str(item.get("text", "")).replace("<br>", " ").split()))


def _changed_item(was: _Item, now: _Item, fresh: _Item | None) -> _Item | None:
    """Return a note of the fresh drawing with the changes of the first; None where it was moved to another place."""
    changes = list(differences(was, now))
    if fresh is None or any(path[0] in ("x", "y", "x0", "x1", "y0", "y1", "ax", "ay") for path, _ in changes):
        return None
    item = _copied(fresh)
    for path, value in changes:
        part = item
        for key in path[:-1]:
            part = part.setdefault(key, {})
        part[path[-1]] = value
    return item


def _copied(item: _Item) -> _Item:
    return {key: _copied(value) if isinstance(value, dict) else value for key, value in item.items()}


def _moved(item: _Item, drawn: FigureState, after: FigureState) -> _Item | None:
    """Return what was added, at the same marks; None where it cannot be found again where that is."""
    x, y = (item.get(f"{axis}ref", "paper" if "source" in item else axis) for axis in "xy")
    across, up = on_axes(x), on_axes(y)
    if not across and not up:
        return item
    number = (x if across else y)[1:]
    places = MarkPlaces.of(drawn, after, x if across else f"x{number}", y if up else f"y{number}")
    if places is None or "path" in item:
        return None
    if "x0" in item or "y0" in item:
        return _moved_shape(item, places, across, up)
    found = dict(item)
    _put(found, ("x", "y"), places, across, up)
    if on_axes(item.get("axref", "")) and on_axes(item.get("ayref", "")):
        _put(found, ("ax", "ay"), places, True, True)
    if "sizex" in item and across and up:
        found |= {size: item[size] * places.scale for size in ("sizex", "sizey") if size in item}
    return found


def _moved_shape(item: _Item, places: MarkPlaces, across: bool, up: bool) -> _Item:
    found = dict(item)
    if across and up and item.get("type") != "line":
        low, high = places.framed((item["x0"], item["y0"]), (item["x1"], item["y1"]))
        ends = dict(zip(("x0", "y0", "x1", "y1"), np.concatenate([low, high]).tolist(), strict=True))
        return found | ends
    for end in "01":
        _put(found, (f"x{end}", f"y{end}"), places, across, up)
    return found


def _put(item: _Item, keys: tuple[str, str], places: MarkPlaces, across: bool, up: bool) -> None:
    x, y = (item.get(key) if on else None for key, on in zip(keys, (across, up), strict=True))
    for key, value in zip(keys, places.moved(x, y), strict=True):
        if value is not None:
            item[key] = value
