"""The changes that somebody made to the traces of a figure, made again in another drawing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np

from socluster.plot.by_hand.places import MarkPlaces
from socluster.plot.by_hand.state import FigureState, differences, is_many, same

__all__ = ["change_traces"]

_COORDINATES = ("x", "y", "z")
_NAMES, _LINES = "names", "lines of names"
_Key = tuple[str, ...]


def change_traces(drawn: FigureState, now: FigureState, fresh: Any) -> bool:
    """Change the traces of a fresh drawing as those of the first were changed; return whether all could be changed."""
    at = [next((i for i, known in enumerate(drawn.traces) if known is trace), None) for trace in now.traces]
    kept = [place for place in at if place is not None]
    if kept != sorted(kept):
        return False
    keys, counterparts = _keys(drawn.data), _by_key(fresh)
    added = [dict(trace) for trace, place in zip(now.data, at, strict=True) if place is None]
    placed = [_moved(trace, drawn, FigureState.of(fresh)) for trace in added]
    if None in placed:
        return False
    for place, was in zip(at, now.data, strict=True):
        if place is None:
            continue
        changes = list(differences(drawn.data[place], was))
        if changes and not _change(keys[place], drawn.data[place], changes, counterparts.get(keys[place], [])):
            return False
    left = {keys[place] for place in kept}
    gone = [each for key in set(keys) - left for each in counterparts.get(key, [])]
    fresh.data = [trace for trace in fresh.data if not any(trace is each for each in gone)]
    fresh.add_traces(placed)
    return True


def _keys(traces: Sequence[dict[str, Any]]) -> list[_Key]:
    """Return what each trace is in any drawing of the same: all names are one, of all others each is by itself."""
    seen: dict[_Key, int] = defaultdict(int)
    keys: list[_Key] = []
    for trace in traces:
        meta = str(trace.get("meta") or "")
        axes = str(trace.get("xaxis") or "x")
        if meta.startswith("labels") or meta == _LINES:
            keys.append((_NAMES if meta.startswith("labels") else _LINES, axes))
            continue
        name = " ".join(str(trace.get("name") or "").replace("<br>", " ").split())
        look = (str(trace.get("type")).removesuffix("gl"), str(trace.get("mode")), meta, name, axes)
        keys.append((*look, str(seen[look])))
        seen[look] += 1
    return keys


def _by_key(figure: Any) -> dict[_Key, list[Any]]:
    found: dict[_Key, list[Any]] = defaultdict(list)
    for key, trace in zip(_keys([trace.to_plotly_json() for trace in figure.data]), figure.data, strict=True):
        found[key].append(trace)
    return found


def _change(
    key: _Key, was: dict[str, Any], changes: list[tuple[tuple[str, ...], Any]], counterparts: list[Any]
) -> bool:
    """Change the counterparts of a trace; return whether that was possible."""
    for path, value in changes:
        if path[0] in _COORDINATES or path[0] == "customdata":
            return False
        if _is_for_each(path, value, was):
            if not _change_each(path, value, was, counterparts):
                return False
        elif not counterparts and key[0] not in (_NAMES, _LINES):
            return False
        else:
            for trace in counterparts:
                _put(trace, path, value)
    return True


def _is_for_each(path: tuple[str, ...], value: Any, was: dict[str, Any]) -> bool:
    return is_many(value) and "color" not in " ".join(path[1:-1]) and len(value) == len(was.get("x", []))


def _change_each(path: tuple[str, ...], value: Any, was: dict[str, Any], counterparts: list[Any]) -> bool:
    """Change what is there for each mark or name, by what it is; only those that were changed."""
    before = _at(was, path)
    before = list(before) if is_many(before) and len(before) == len(value) else [before] * len(value)
    ids = list(_ids(was, len(value)))
    mine = {each: new for each, old, new in zip(ids, before, value, strict=True) if not same(old, new)}
    found = set()
    for trace in counterparts:
        n = len(trace.x)
        seen = trace.to_plotly_json()
        usual, own = _at(seen, path), list(_ids(seen, n))
        if path == ("text",) and seen.get("meta") == "labels: numbers" and mine.keys() & set(own):
            return False
        each = list(usual) if is_many(usual) else [usual] * n
        _put(trace, path, [mine.get(one, old) for one, old in zip(own, each, strict=True)])
        found |= set(own)
    return mine.keys() <= found


def _ids(trace: dict[str, Any], n: int) -> Sequence[Any]:
    """Return what the points of a trace are: who or what they say, else their places in it."""
    ids = trace.get("customdata")
    return [str(each) for each in ids] if is_many(ids) and len(ids) == n else range(n)


def _at(part: dict[str, Any], path: tuple[str, ...]) -> Any:
    for key in path:
        part = part.get(key, {}) if isinstance(part, dict) else {}
    return None if part == {} else part


def _put(part: Any, path: tuple[str, ...], value: Any) -> None:
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value


def _moved(trace: dict[str, Any], drawn: FigureState, fresh: FigureState) -> dict[str, Any] | None:
    """Return a trace that was added, its points at the same marks; None where they cannot be found again."""
    if not is_many(trace.get("x")) or not is_many(trace.get("y")) or len(trace["x"]) != len(trace["y"]):
        return None
    places = MarkPlaces.of(drawn, fresh, trace.get("xaxis", "x"), trace.get("yaxis", "y"))
    if places is None:
        return None
    known = [
        (np.nan if x is None else x, np.nan if y is None else y) for x, y in zip(trace["x"], trace["y"], strict=True)
    ]
    points = [places.moved(*each) for each in known]
    return {**trace, "x": [x for x, _ in points], "y": [y for _, y in points]}
