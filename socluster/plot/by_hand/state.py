"""A figure as it is at one moment, and in what two moments differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self, TypeGuard

import numpy as np

__all__ = ["GONE", "LISTS", "FigureState", "differences", "is_many", "same"]

LISTS = ("annotations", "shapes", "images")  # of the layout, to which one adds
_WHOLE = ("template", "updatemenus", "sliders")  # changed as a whole
GONE = None  # what is no longer there; plotly takes it for its own default


@dataclass(frozen=True)
class FigureState:
    """A figure at one moment: its traces, to be told from those that come later, and all that it holds."""

    traces: tuple[Any, ...]
    data: tuple[dict[str, Any], ...]
    layout: dict[str, Any]

    @classmethod
    def of(cls, figure: Any) -> Self:
        """Return a figure as it is now."""
        data = tuple(trace.to_plotly_json() for trace in figure.data)
        return cls(tuple(figure.data), data, figure.layout.to_plotly_json())

    def __eq__(self, other: object) -> bool:
        """Whether nothing was changed in between."""
        return isinstance(other, FigureState) and same(
            {"data": self.data, "layout": self.layout}, {"data": other.data, "layout": other.layout}
        )

    __hash__ = None  # type: ignore[assignment]  # it holds lists


def is_many(value: Any) -> TypeGuard[Sequence[Any]]:
    """Whether a value is one for each of many."""
    return isinstance(value, list | tuple | np.ndarray)


def same(one: Any, other: Any) -> bool:
    """Whether two values of a figure are the same, lists and arrays included."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if is_many(one) and is_many(other):
        return len(one) == len(other) and all(map(same, one, other))
    both = one, other
    if any(is_many(each) or isinstance(each, Mapping) for each in both):
        return False
    return bool(one == other) or all(isinstance(each, float) and np.isnan(each) for each in both)


def differences(
    before: Mapping[str, Any], now: Mapping[str, Any], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield where two parts of a figure differ, and what stands there now; the lists of the layout are left out."""
    for key in [*before, *(key for key in now if key not in before)]:
        old, new = before.get(key), now.get(key, GONE)
        if (not path and key in LISTS) or same(old, new):
            continue
        if isinstance(old, Mapping) and isinstance(new, Mapping) and key not in _WHOLE:
            yield from differences(old, new, (*path, key))
        else:
            yield (*path, key), new
