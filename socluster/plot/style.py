"""How all pictures look: one template, colours that colour-blind people can tell apart, and symbols that repeat them.

The hues of categories follow Okabe and Ito (2008), "Color universal design", darkened until each stands out from white
at 3 to 1; ties take the "muted" scheme of Tol (2021), so that a tie is never mistaken for a sector. Vermilion says
"what if": who would join, what would be new, what a scenario would change; nothing else has that colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.plot.text import alphabetical
from socluster.words import Language, marked, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = [
    "ACCENT",
    "CONTINUOUS",
    "FALL",
    "FONT",
    "GREY",
    "GRID",
    "GROUP_LOOK",
    "INK",
    "LAYER_COLORS",
    "LINE",
    "MISSING_LOOK",
    "OBSERVED",
    "OTHER_LOOK",
    "PALE",
    "PAPER",
    "PLAIN_LOOK",
    "RISE",
    "TRACK",
    "WHAT_IF",
    "category_looks",
    "config",
    "rgba",
    "template",
]

INK, GREY, LINE, TRACK = "#17212b", "#55606b", "#d3dae1", "#e6eaef"
PAPER, PALE, GRID = "#ffffff", "#f4f6f8", "#e9edf1"
ACCENT, WHAT_IF = "#0b4f8a", "#b84a00"
OBSERVED = "#332288"  # what is new in the later of two observations
RISE, FALL = ACCENT, "#c77d00"
FONT = '"Source Sans 3", "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
# From little, pale, to much, dark: in print and to the colour-blind the same order.
CONTINUOUS = ((0.0, "#b9d3ea"), (0.35, "#6ea5d2"), (0.7, "#0b4f8a"), (1.0, "#06233f"))

# Squares are kept for groups, the second mode. Each colour has a symbol of its own.
_LOOKS = {
    "public": ("#0b4f8a", "circle"),
    "private": ("#c77d00", "diamond"),
    "civic": ("#00795a", "triangle-up"),
    "science": ("#a8518a", "cross"),
}
_LEVEL_LOOKS = dict(zip(("national", "regional", "local"), list(_LOOKS.values())[:3], strict=True))
_FURTHER_LOOKS = (
    ("#3a8dc4", "triangle-down"),
    ("#9c2f2f", "star"),
    ("#7d6c00", "pentagon"),
    ("#7a4fa3", "hourglass"),
)
_ALL_LOOKS = (*_LOOKS.values(), *_FURTHER_LOOKS)
MOST_CATEGORIES = len(_ALL_LOOKS)
OTHER_LOOK = ("#7f8a95", "hexagon")
MISSING_LOOK = (PAPER, "circle")
PLAIN_LOOK = _LOOKS["public"]  # where nobody asked for colours
GROUP_LOOK = (PAPER, "square")

LAYER_COLORS = ("#3B4754", "#882255", "#117733", "#332288", "#5c3a21", "#2F8F8B", "#AA4499", "#6B6B1F")

_UNWANTED_BUTTONS = ["sendChartToCloud", "lasso2d", "select2d", "autoScale2d", "toggleSpikelines", "zoom2d", "pan2d"]


def category_looks(categories: list[str]) -> dict[str, tuple[str, str]]:
    """Return colour and symbol by category: those of sectors and levels are fixed, the others follow the alphabet.

    Parameters
    ----------
    categories : list of str
        Distinct categories, the most frequent first. Of more than eight only the first seven are returned.

    Returns
    -------
    dict of str to (colour, symbol)
        In the order of the legend.

    Examples
    --------
    >>> category_looks(["civic", "public"])
    {'public': ('#0b4f8a', 'circle'), 'civic': ('#00795a', 'triangle-up')}
    """
    shown = categories if len(categories) <= MOST_CATEGORIES else categories[: MOST_CATEGORIES - 1]
    known = _LEVEL_LOOKS if set(shown) & set(_LEVEL_LOOKS) and not set(shown) & set(_LOOKS) else _LOOKS
    looks = {each: look for each, look in known.items() if each in shown}
    free = [look for look in _ALL_LOOKS if look not in looks.values()]
    further = alphabetical(category for category in shown if category not in looks)
    looks |= dict(zip(further, free, strict=False))
    return looks


def rgba(color: str, opacity: float) -> str:
    """Return a colour such as #0b4f8a with an opacity.

    Examples
    --------
    >>> rgba("#0b4f8a", 0.5)
    'rgba(11, 79, 138, 0.5)'
    """
    red, green, blue = (int(color[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {round(opacity, 3)})"


def template(language: Language) -> go.layout.Template:
    """Return the template of all pictures; it also takes away the button that would upload the data."""
    import plotly.graph_objects as go

    axis = {"zeroline": False, "showgrid": False, "linecolor": LINE, "tickcolor": LINE, "automargin": True}
    legend = {"font": {"size": 12}, "title": {"font": {"size": 12, "color": GREY}}, "itemsizing": "constant"}
    return go.layout.Template(
        layout={
            "font": {"family": FONT, "size": 13, "color": INK},
            "title": {
                "x": 0,
                "xref": "container",
                "xanchor": "left",
                "y": 1,
                "yref": "container",
                "yanchor": "top",
                "pad": {"t": 30, "l": 10},
                "font": {"size": 17, "weight": 600},
                "subtitle": {"font": {"size": 12, "color": GREY}},
            },
            "paper_bgcolor": PAPER,
            "plot_bgcolor": PAPER,
            "colorway": [color for color, _ in _ALL_LOOKS],
            "separators": ",\u00a0" if language == "lt" else ".\u00a0",
            "hoverlabel": {
                "align": "left",
                "bgcolor": PAPER,
                "bordercolor": LINE,
                "font": {"size": 13, "color": INK},
            },
            "legend": legend,
            "legend2": legend,
            "xaxis": axis,
            "yaxis": axis,
            "modebar": {"remove": _UNWANTED_BUTTONS, "orientation": "h", "bgcolor": "rgba(255, 255, 255, 0)"},
        }
    )


# What plotly calls its buttons and hints; it asks for them by these English names.
_BUTTONS = (
    marked("Download plot as a PNG"),
    marked("Download plot"),
    marked("Pan"),
    marked("Reset axes"),
    marked("Zoom"),
    marked("Zoom in"),
    marked("Zoom out"),
    marked("Double-click to zoom back out"),
)


@checked
def config(language: str = "en") -> dict[str, Any]:
    """Return plotly.js's configuration for our figures: no upload, no logo, buttons named in the language.

    Parameters
    ----------
    language : {"en", "lt"}, default "en"
        Of the buttons.

    Returns
    -------
    dict
        For ``figure.show(config=...)``.

    Raises
    ------
    InputError
        If the language is another one.
    """
    spoken = check_language(language)
    settings: dict[str, Any] = {"displaylogo": False, "responsive": True, "showSendToCloud": False}
    if spoken != "en":
        buttons = {button: say(button, spoken) for button in _BUTTONS}
        settings |= {"locale": spoken, "locales": {spoken: {"dictionary": buttons, "format": {}}}}
    return settings
