"""An empty figure in our look, to draw on."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

import pandas as pd

from socluster.core.checked import at_home
from socluster.plot.style import template
from socluster.plot.text import in_room
from socluster.words import Language

if TYPE_CHECKING:
    from socluster.plot.offline import OfflineFigure

__all__ = ["blank", "for_any_width"]

_SIDES = 24  # pixels that stay free beside the words of a picture, left and right together
_P = ParamSpec("_P")


def blank(language: Language) -> OfflineFigure:
    """Return a figure without anything on it, whose buttons speak the language."""
    from socluster.plot.offline import OfflineFigure  # loads plotly, which is heavy

    figure = OfflineFigure(layout={"template": template(language)})
    figure._language = language
    return figure


def for_any_width(draw: Callable[_P, Any]) -> Callable[_P, Any]:
    """Return a picture whose lines are broken anew for the width for which it is saved.

    Where somebody changed it since it was drawn, the changes are made again, or it is saved as it is.
    """

    copied, in_room_of, sides = _copied, in_room, _SIDES  # for `at_home`

    @wraps(draw)
    def drawn(*args: _P.args, **kwargs: _P.kwargs) -> Any:
        kept = tuple(copied(each) for each in args), {name: copied(each) for name, each in kwargs.items()}

        def again(width: float, height: float | None) -> Any:
            with in_room_of(width - sides):
                return draw(*kept[0], **kept[1])

        figure = draw(*args, **kwargs)
        figure.is_drawn_by(again, places_names=False)
        return figure

    return at_home(drawn, draw)


def _copied(given: Any) -> Any:
    """Return a table by itself, so that what its owner changes later does not change the picture."""
    return given.copy() if isinstance(given, pd.DataFrame | pd.Series) else given
