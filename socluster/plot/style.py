"""How all pictures look: one template, colours that colour-blind people can tell apart, and symbols that repeat them.

Blue, orange, green and so on are those of Okabe and Ito (2008), "Color universal design"; ties take the darker "muted"
scheme of Tol (2021), so that a tie is never mistaken for a sector.
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
    "CONTINUOUS",
    "FALL",
    "FONT",
    "GREY",
    "GROUP_LOOK",
    "INK",
    "LAYER_COLORS",
    "LINE",
    "MISSING_LOOK",
    "OTHER_LOOK",
    "PLAIN_LOOK",
    "RISE",
    "TRACK",
    "category_looks",
    "config",
    "rgba",
    "template",
]

INK, GREY, LINE, TRACK = "#1f2328", "#59636e", "#d0d7de", "#e6eaef"
RISE, FALL = "#0072B2", "#D55E00"
FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'
CONTINUOUS = "Cividis"

# Squares are kept for groups, the second mode. Each colour has a symbol of its own.
_SECTOR_LOOKS = {
    "public": ("#0072B2", "circle"),
    "private": ("#E69F00", "diamond"),
    "civic": ("#009E73", "triangle-up"),
    "science": ("#CC79A7", "cross"),
}
_FURTHER_LOOKS = (
    ("#56B4E9", "triangle-down"),
    ("#D55E00", "star"),
    ("#8C7A00", "pentagon"),
    ("#7A4FA3", "hourglass"),
)
_ALL_LOOKS = (*_SECTOR_LOOKS.values(), *_FURTHER_LOOKS)
MOST_CATEGORIES = len(_ALL_LOOKS)
OTHER_LOOK = ("#9AA4AF", "hexagon")
MISSING_LOOK = ("#FFFFFF", "circle")
PLAIN_LOOK = _SECTOR_LOOKS["public"]  # where nobody asked for colours
GROUP_LOOK = ("#F0E442", "square")

LAYER_COLORS = ("#3B4754", "#882255", "#117733", "#332288", "#B8560F", "#2F8F8B", "#AA4499", "#6B6B1F")

_UNWANTED_BUTTONS = ["sendChartToCloud", "lasso2d", "select2d", "autoScale2d", "toggleSpikelines", "zoom2d", "pan2d"]


def category_looks(categories: list[str]) -> dict[str, tuple[str, str]]:
    """Return colour and symbol by category: those of sectors are fixed, the others follow the alphabet.

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
    {'public': ('#0072B2', 'circle'), 'civic': ('#009E73', 'triangle-up')}
    """
    shown = categories if len(categories) <= MOST_CATEGORIES else categories[: MOST_CATEGORIES - 1]
    looks = {sector: look for sector, look in _SECTOR_LOOKS.items() if sector in shown}
    free = [look for look in _ALL_LOOKS if look not in looks.values()]
    further = alphabetical(category for category in shown if category not in looks)
    looks |= dict(zip(further, free, strict=False))
    return looks


def rgba(color: str, opacity: float) -> str:
    """Return a colour such as #0072B2 with an opacity.

    Examples
    --------
    >>> rgba("#0072B2", 0.5)
    'rgba(0, 114, 178, 0.5)'
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
                "font": {"size": 17},
                "subtitle": {"font": {"size": 12, "color": GREY}},
            },
            "paper_bgcolor": "white",
            "plot_bgcolor": "white",
            "colorway": [color for color, _ in _ALL_LOOKS],
            "separators": ",\u00a0" if language == "lt" else ".\u00a0",
            "hoverlabel": {
                "align": "left",
                "bgcolor": "white",
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
