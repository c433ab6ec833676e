"""The words around a picture: title, what it rests on, the notes below it, its source, and what it shows in words.

The title says the finding or asks the question; the line below it says which cluster, how many, at which level the
intervals are and how many draws were made (`about`); then come the notes that say what the marks are. Below the drawing
stands where the data come from and on what evidence (`source_of`, `add_caption`). All of it is broken anew when a
figure is made for another width (`refit`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from socluster.core.described import info_text
from socluster.core.schema import TIE
from socluster.plot.style import GREY
from socluster.plot.text import flowing, glued, plain
from socluster.words import Language, count, number, percent, say, value_name

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from socluster.core.cluster import Cluster

__all__ = ["PHONE", "about", "add_caption", "described", "head_height", "refit", "source_of", "title"]

PHONE = 374  # pixels: the narrowest drawing that has to be readable; text flows for it where the width is not known
_TITLE_LINES = 8  # on a phone; no title of ours is longer, so none is cut
_LINE, _CAPTION_GAP = 15, 12
_RAISED = 12  # pixels by which a title of several lines begins higher than one of a single line
_BUTTONS = 22  # pixels that the buttons of plotly take above the title
_CAPTION = "caption"
_SIDES = 20  # pixels that stay free beside the words, left and right together


def about(
    language: Language,
    *,
    cluster: str | None = None,
    actors: int | None = None,
    ties: int | None = None,
    layers: Sequence[str] = (),
    level: float | None = None,
    draws: int | None = None,
    two_sided: bool = False,
    more: Sequence[str] = (),
) -> str:
    """Return the line that says what a picture rests on; what is not known is left out.

    Parameters
    ----------
    language : {"en", "lt"}
        The language.
    cluster : str, optional
        Its name.
    actors, ties : int, optional
        How many there are.
    layers : sequence of str
        The layers of ties that it is about; the one layer of ties that nobody named needs no word.
    level : float, optional
        Of the intervals, as 0.9.
    draws : int, optional
        How many were made.
    two_sided : bool
        Whether there are p-values, all of them two-sided.
    more : sequence of str
        Whatever else belongs there, in words.

    Examples
    --------
    >>> about("en", cluster="Town", actors=38, level=0.9, draws=200)
    'Town · 38 actors · 90% intervals · 200 draws'
    """
    parts = [cluster] if cluster else []
    if actors is not None:
        parts.append(count("{n} actor", "{n} actors", actors, language))
    if ties is not None:
        parts.append(count("{n} tie", "{n} ties", ties, language))
    if list(layers) not in ([], [TIE]):
        parts.append(_of_layers(layers, language))
    if level is not None:
        parts.append(say("{share} intervals", language, share=percent(level, language)))
    if draws is not None:
        parts.append(count("{n} draw", "{n} draws", draws, language))
    if two_sided:
        parts.append(say("p two-sided", language))
    return glued([*parts, *more])


def _of_layers(layers: Sequence[str], language: Language) -> str:
    named = [value_name("layer", each, language) for each in layers]
    if len(named) == 1:
        return say("layer: {layer}", language, layer=named[0])
    return say("layers: {layers}", language, layers=", ".join(named))


def source_of(cluster: Cluster, language: Language, *, evidence: bool = True) -> str:
    """Return where the data of a cluster come from, and on what evidence its ties (or affiliations) rest.

    Parameters
    ----------
    cluster : Cluster
        Whose.
    language : {"en", "lt"}
        Of our own words.
    evidence : bool, default True
        Whether to say the evidence, which the legend of some pictures says already.

    Examples
    --------
    >>> import socluster as sc
    >>> source_of(sc.load_dataset("kite"), "en")[-24:]
    'Evidence: documented 18.'
    """
    said = []
    source = info_text(cluster.info, "source", language)
    if source:
        said.append(say("Source: {source}.", language, source=source.rstrip(".")))
    links = cluster.ties if cluster.n_ties else cluster.affiliations
    found = links["evidence"].value_counts()
    if evidence and len(found):
        kinds = [f"{value_name('evidence', str(kind), language)} {number(n, language)}" for kind, n in found.items()]
        said.append(say("Evidence: {kinds}.", language, kinds=", ".join(kinds)))
    return " ".join(said)


def title(text: str, notes: list[str], language: Language, *, subtitle: str | None = None) -> dict[str, Any]:
    """Return a plotly title that shows the text as it is, with notes below it, in lines short enough for a phone.

    Parameters
    ----------
    text : str
        Of the title; empty for none.
    notes : list of str
        What the marks are, escaped. Where there are no marks and so no notes, it says that there is nothing to show.
    language : {"en", "lt"}
        The language.
    subtitle : str, optional
        What the picture rests on (see `about`), not escaped; it stands above the notes.
    """
    below = [plain(subtitle)] if subtitle else []
    return _broken(plain(text), "<br>".join([*below, glued(notes or [_nothing(language)])]), PHONE, buttons=True)


def _broken(text: str, below: str, width: float, *, buttons: bool) -> dict[str, Any]:
    """Title and notes, escaped, in lines for a width; without buttons there is no room for them."""
    lines = flowing(text, width - _SIDES, _TITLE_LINES, size=17, bold=True) if text.strip() else ""
    # of several lines plotly hangs the first above its place, by about the height of a letter
    padding = {"t": (30 if buttons else 30 - _BUTTONS) + (_RAISED if "<br>" in lines else 0), "l": 10}
    return {"text": lines or " ", "pad": padding, "subtitle": {"text": flowing(below, width - _SIDES)}}


def head_height(titled: dict[str, Any]) -> int:
    """Return the room in pixels above a drawing: for the buttons, the lines of the title and the notes below it."""
    text, below = _texts(titled)
    return (78 if text.strip() else 58) + 22 * text.count("<br>") + 17 * below.count("<br>")


def _texts(titled: dict[str, Any]) -> tuple[str, str]:
    """Return the text of a title and of the notes below it; a title of somebody's own may lack either."""
    text, below = titled.get("text"), titled.get("subtitle", {}).get("text")
    return str(text or " "), str(below or "")


def add_caption(figure: go.Figure, text: str | None, *, key: Sequence[str] = ()) -> None:
    """Write where the data come from below a finished figure, and make room for it; nothing for an empty text.

    Parameters
    ----------
    figure : Figure
        With its height and its margins.
    text : str or None
        Not escaped.
    key : sequence of str
        What stands above it, one after the other, such as the names of numbers; not escaped.
    """
    said = ["; ".join(plain(each) for each in key), plain(text or "")]
    if not any(said):
        return
    lines = flowing("<br>".join(each for each in said if each), PHONE - _SIDES, size=11)
    bottom, left = figure.layout.margin.b, figure.layout.margin.l
    more = _caption_height(lines)
    figure.add_annotation(
        name=_CAPTION, text=lines, x=0, xref="paper", xanchor="left", xshift=12 - left, y=0, yref="paper",
        yanchor="top", yshift=-bottom, align="left", showarrow=False, font={"size": 11, "color": GREY}, borderpad=0,
    )  # fmt: skip
    figure.update_layout(height=figure.layout.height + more, margin={"b": bottom + more})


def _caption_height(lines: str) -> int:
    return _CAPTION_GAP + _LINE * (lines.count("<br>") + 1)


def refit(figure: go.Figure, width: float, *, buttons: bool = False) -> None:
    """Break title, notes and caption of a figure for a width in pixels, with or without room for plotly's buttons.

    The drawing keeps its height; what is above and below it takes as much as it needs.
    """
    before = figure.layout.title.to_plotly_json()
    after = _broken(*_texts(before), width, buttons=buttons)
    had_buttons = before.get("pad", {}).get("t", 30) >= 30
    above = head_height(after) - head_height(before) - _BUTTONS * (int(had_buttons) - int(buttons))
    below = 0
    for note in figure.layout.annotations:
        if note.name == _CAPTION:
            lines = flowing(str(note.text), width - _SIDES, size=11)
            below = _caption_height(lines) - _caption_height(str(note.text))
            note.text = lines
    margin = figure.layout.margin
    figure.update_layout(
        title=after,
        height=figure.layout.height + above + below,
        margin={"t": margin.t + above, "b": margin.b + below},
    )


def described(text: str, told: list[str], language: Language) -> str:
    """Return the picture in words for those who do not see it: its title, and a sentence for each thing that it shows.

    Where there is none, it says that there is nothing to show.

    Examples
    --------
    >>> described("Who gains?", ["Clinic: +2", "NGO: −1"], "en"), described("", [], "en")
    ('Who gains? Clinic: +2. NGO: −1.', 'There is nothing to show.')
    """
    sentences = [text, *(told or [_nothing(language)])]
    return " ".join(each if each[-1] in ".?!…" else f"{each}." for each in sentences if each)


def _nothing(language: Language) -> str:
    return say("There is nothing to show.", language)
