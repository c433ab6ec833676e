"""An empty figure in our look, to draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socluster.plot.style import template
from socluster.words import Language

if TYPE_CHECKING:
    from socluster.plot.offline import OfflineFigure

__all__ = ["blank"]


def blank(language: Language) -> OfflineFigure:
    """Return a figure without anything on it, whose buttons speak the language."""
    from socluster.plot.offline import OfflineFigure  # loads plotly, which is heavy

    figure = OfflineFigure(layout={"template": template(language)})
    figure._language = language
    return figure
