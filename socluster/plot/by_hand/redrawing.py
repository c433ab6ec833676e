"""How a figure is drawn for another size when somebody changed it since it was drawn: the changes are made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from socluster.core.errors import SoclusterWarning
from socluster.core.warn import warn
from socluster.plot.by_hand.layout import change_layout
from socluster.plot.by_hand.state import FigureState
from socluster.plot.by_hand.traces import change_traces
from socluster.words import marked

__all__ = ["Redrawing", "unchanging"]

_NARROW = 544.0  # pixels, below which names for wide screens have no room


@dataclass(frozen=True)
class Redrawing:
    """How a figure is drawn anew, what it was when it was drawn, and whether its names depend on the width."""

    draw: Callable[[float, float | None], Any]
    drawn: FigureState
    places_names: bool

    @classmethod
    def of(cls, figure: Any, draw: Callable[[float, float | None], Any], *, places_names: bool = True) -> Self:
        """Return how a figure that was just drawn is drawn for another size."""
        return cls(draw, FigureState.of(figure), places_names)

    def anew(self, now: FigureState, kind: type[Any], width: float, height: float | None) -> Any:
        """Return the figure drawn for a width and a height in pixels, with what was changed in it.

        What cannot be carried over to another drawing is kept by leaving the drawing as it is: where names would have
        been placed anew, a warning says so.

        Parameters
        ----------
        now : FigureState
            The figure, with whatever was changed.
        kind : type
            Of the figure.
        width, height : float
            Of the new figure.
        """
        if now == self.drawn:
            return self.draw(width, height)
        tall = now.layout.get("height")
        wished = float(tall) if tall is not None and tall != self.drawn.layout.get("height") else None
        fresh = self.draw(width, height or wished)
        if change_traces(self.drawn, now, fresh) and change_layout(self.drawn, now, fresh):
            return fresh
        if self.places_names and abs((now.layout.get("width") or 0) - width) >= 1:
            warn(_CANNOT, SoclusterWarning, width=round(width, 1))
        return kind(data=[trace for trace in now.data if not _for_wide(trace, width)], layout=now.layout)


_CANNOT = marked(
    "what was changed by hand in this figure cannot be carried over to another width, so it is saved as it stands, and "
    "names may lie on marks; to have them placed, draw it with width={width} and change it then"
)


def _for_wide(trace: dict[str, Any], width: float) -> bool:
    return width < _NARROW and trace.get("meta") == "labels for wide screens"


def unchanging(redrawing: Redrawing, figure: Any) -> Callable[[float, float | None], Any]:
    """Return how a figure is drawn anew with what was changed in it so far; what is changed later is left out."""
    now, kind = FigureState.of(figure), type(figure)
    return lambda width, height: redrawing.anew(now, kind, width, height)
