"""Where a place of one drawing is in another: what was written beside a mark stands beside it again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from socluster.core.columns import Array
from socluster.plot.by_hand.state import FigureState, is_many

__all__ = ["MarkPlaces", "on_axes"]

_AXIS = re.compile(r"[xy]\d*")


def on_axes(ref: Any) -> bool:
    """Whether a reference of plotly is an axis, so that numbers are places in the drawing."""
    return bool(_AXIS.fullmatch(str(ref)))


@dataclass(frozen=True)
class MarkPlaces:
    """The marks of a pair of axes in two drawings, each row the same mark."""

    before: Array
    after: Array

    @classmethod
    def of(cls, before: FigureState, after: FigureState, x: str, y: str) -> Self | None:
        """Return the marks that two drawings share; None where they are none."""
        known, found = (_marks(each, x, y) for each in (before, after))
        shared = [label for label in known if label in found]
        if not shared:
            return None
        return cls(np.array([known[label] for label in shared]), np.array([found[label] for label in shared]))

    def moved(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Return where a place is now: as far off the nearest mark as it was, in the scale of the drawing.

        Of a place of which only one coordinate is known (None: the other is not), it is moved as the whole drawing is.
        """
        if x is None or y is None:
            return None if x is None else self._along(x, 0), None if y is None else self._along(y, 1)
        place = np.array([x, y], dtype=float)
        if np.isnan(place).any():
            return x, y
        nearest = int(np.hypot(*(self.before - place).T).argmin())
        found = self.after[nearest] + (place - self.before[nearest]) * self.scale
        return float(found[0]), float(found[1])

    def framed(self, low: Sequence[float], high: Sequence[float]) -> tuple[Array, Array]:
        """Return the corners of a frame so that it is around the same marks."""
        ends = np.array([low, high], dtype=float)
        ends = np.sort(ends, axis=0)
        inside = ((self.before >= ends[0]) & (self.before <= ends[1])).all(axis=1)
        if not inside.any():
            middle = ends.mean(axis=0)
            at, half = np.array(self.moved(*middle)), (ends[1] - middle) * self.scale
            return at - half, at + half
        old, new = self.before[inside], self.after[inside]
        return (
            new.min(axis=0) - (old.min(axis=0) - ends[0]) * self.scale,
            new.max(axis=0) + (ends[1] - old.max(axis=0)) * self.scale,
        )

    @property
    def scale(self) -> float:
        """How much longer a distance is now."""
        old, new = (np.hypot(*np.ptp(each, axis=0)) for each in (self.before, self.after))
        return float(new / old) if old > 0 and new > 0 else 1.0

    def _along(self, value: Any, axis: int) -> float:
        old, new = self.before[:, axis], self.after[:, axis]
        share = (float(value) - old.min()) / np.ptp(old) if np.ptp(old) > 0 else 0.0
        return float(new.min() + share * (np.ptp(new) or np.ptp(old)))


def _marks(state: FigureState, x: str, y: str) -> dict[str, tuple[float, float]]:
    """Return where the marks of actors and groups are, by what they are."""
    found = {}
    for trace in state.data:
        labels = trace.get("customdata")
        if trace.get("mode") != "markers" or not is_many(labels) or len(labels) != len(trace["x"]):
            continue
        if (trace.get("xaxis", "x"), trace.get("yaxis", "y")) == (x, y):
            for label, across, up in zip(labels, trace["x"], trace["y"], strict=True):
                found[str(label)] = float(across), float(up)
    return found
