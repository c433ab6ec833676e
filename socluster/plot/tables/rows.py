"""Pictures in rows: some lines of text over the whole width, and a strip for marks below them.

Text above the marks instead of beside them leaves the marks the whole width of a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from socluster.core.columns import Array
from socluster.plot.caption import head_height
from socluster.plot.cropping import ROWS
from socluster.plot.style import GREY
from socluster.plot.text import fitted

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["FigureRows", "lines_of_text", "scale"]

_LINE, _STRIP, _AIR = 16, 26, 14  # pixels: a line of text, the strip for marks, the room between two rows
_SLIM_STRIP, _SLIM_AIR = 18, 6  # the same, where there are many rows
_MANY = 10  # rows
_AXIS_ABOVE = 30  # ticks and their labels


@dataclass(frozen=True)
class FigureRows:
    """The rows of a picture; a unit of their axis is a pixel, counted downwards.

    Parameters
    ----------
    texts : tuple of str
        Of each row, escaped, its lines separated by <br>.
    """

    texts: tuple[str, ...]

    @property
    def _strip(self) -> int:
        return _SLIM_STRIP if len(self.texts) > _MANY else _STRIP

    @property
    def _air(self) -> int:
        return _SLIM_AIR if len(self.texts) > _MANY else _AIR

    @property
    def reach(self) -> float:
        """How long a line across the strip may be, in plotly's sizes, so that it reaches no text."""
        return 0.5 * self._strip

    @property
    def heights(self) -> Array:
        """Height of each row."""
        lines = np.array([text.count("<br>") + 1 for text in self.texts], dtype=float)
        return _LINE * lines + self._strip + self._air

    @property
    def tops(self) -> Array:
        """Where the text of each row begins."""
        ends: Array = np.cumsum(self.heights)
        return ends - self.heights

    @property
    def strips(self) -> Array:
        """Where the marks of each row are: the middle of its strip."""
        middles: Array = self.tops + self.heights - self._air - self._strip / 2
        return middles

    @property
    def total(self) -> float:
        """Height of all rows."""
        return float(self.heights.sum()) if self.texts else 40.0

    def dress(self, figure: go.Figure, axis_title_lines: int, foot: str = "") -> None:
        """Write the texts, and give the figure the height that they need; its scales are above the rows.

        Parameters
        ----------
        figure : Figure
            With its title.
        axis_title_lines : int
            Lines that the longest title of a scale takes.
        foot : str
            Escaped text below the rows.
        """
        head = head_height(figure.layout.title.to_plotly_json()) + _AXIS_ABOVE + 17 * axis_title_lines
        bottom = 12 + (24 * (foot.count("<br>") + 1) if foot else 0)
        left = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False}
        for text, top in zip(self.texts, self.tops, strict=True):
            figure.add_annotation(text=text, y=top, yref="y", font={"size": 12}, borderpad=0, **left)
        if foot:
            figure.add_annotation(text=foot, y=self.total, yref="y", font={"size": 12, "color": GREY}, **left)
        figure.update_layout(
            height=head + self.total + bottom,
            margin={"l": 12, "r": 12, "t": head, "b": bottom},
            yaxis={"visible": False, "fixedrange": True, "range": [self.total, 0], "automargin": False},
            hovermode="closest",
            dragmode=False,
            meta={**(figure.layout.meta or {}), ROWS: [*self.tops.tolist(), self.total]},
        )


def scale(title: str, **more: Any) -> dict[str, Any]:
    """Return a scale that is above the rows, with grid lines through all of them."""
    return {
        "side": "top",
        "title": {"text": title, "standoff": 4, "font": {"size": 12, "color": GREY}},
        "ticks": "outside",
        "tickfont": {"size": 11, "color": GREY},
        "fixedrange": True,
        "automargin": False,
        **more,
    }


def lines_of_text(name: str, *lines: str) -> str:
    """Return the text of a row: the name in bold, further lines (not escaped yet; empty ones are left out) below it."""
    written = [fitted(line) for line in lines if line]
    return "<br>".join([f"<b>{fitted(name, bold=True)}</b>", *written])
