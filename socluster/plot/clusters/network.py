"""The picture of a cluster: actors, their ties by layer and evidence, and who is without ties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.groupings import WithoutGroup
from socluster.plot.caption import title as titled
from socluster.plot.clusters.canvas import Box, add_isolate_note, dress
from socluster.plot.clusters.description import description, notes_of
from socluster.plot.clusters.layout import drawn, shows_groups
from socluster.plot.clusters.marks import actor_marks, group_marks, shown_actors, size_values
from socluster.plot.clusters.nodes import group_trace, label_notes, label_traces, mark_traces
from socluster.plot.clusters.places import read_layout
from socluster.plot.clusters.ties import link_table, tie_traces
from socluster.plot.figure import blank
from socluster.plot.names import UNNAMED_COLOR, quantity_name
from socluster.words import Language, say

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = ["network"]

_MOST_FOR_SVG = 600
_NAMED = ["name", "short", "size", "importance", "weight", "x", "y"]


@checked
def network(
    cluster: Any,
    /,
    *,
    color: str | pd.Series[Any] | None = "sector",
    missing: WithoutGroup = "category",
    size: str | pd.Series[Any] | None = None,
    layout: pd.DataFrame | None = None,
    title: str | None = None,
    groups: bool | None = None,
    language: str = "en",
) -> go.Figure:
    """What does the cluster look like?

    Every actor is a mark whose colour and symbol say its category; every tie is a line whose colour and bend say its
    layer, whose line style shows the evidence (solid: documented, paler: reported or derived, dashed: assumed,
    dotted: simulated), and whose width says how strong it is. Ties with a confidence below 0.5 are paler still. Entries
    of the legend can be switched off by a click. The names of the most important actors are in the picture, all others
    appear under the pointer; isolates are in rows below.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to draw.
    color : str or Series, default "sector"
        A column of the actors or a Series indexed by actor. Numbers get a continuous scale, all else categories;
        missing values are grey.
    missing : {"category", "drop", "refuse"}, default "category"
        What becomes of actors without a color: they are shown as a category of their own, "not stated" (or undefined,
        on a scale); they are left out of the picture; or an error names them.
    size : str or Series, optional
        A column of the actors or a measure: the area of the marks. NaN gets the smallest mark and is called undefined.
    layout : DataFrame, optional
        Positions as `positions` returns them, for pictures that are to be compared.
    title : str, optional
        Default: the name of the cluster.
    groups : bool, optional
        Whether groups are drawn as squares with lines to their members (default: where a cluster has affiliations and
        no ties).
    language : {"en", "lt"}, default "en"
        Of titles, legend and hover texts; actors with a column `name_lt` are called by it in Lithuanian.

    Returns
    -------
    plotly.graph_objects.Figure
        `layout.meta["alt"]` is a description in words.

    Raises
    ------
    InputError
        If a column, an actor or a position is missing.

    Notes
    -----
    Beyond 600 actors the picture is drawn on the graphics card, which knows neither dashes nor arrowheads; evidence
    then shows by how pale a line is, direction under the pointer.

    Examples
    --------
    >>> import pandas as pd
    >>> from socluster import Cluster
    >>> actors = pd.DataFrame({"actor": ["School", "Clinic"], "sector": ["public", "private"]})
    >>> cluster = Cluster.from_tables(actors, pd.DataFrame({"source": ["School"], "target": ["Clinic"]}), name="Town")
    >>> print(network(cluster).layout.meta["alt"])
    Town. 2 actors, 1 tie. Colour shows sector: public 1, private 1. Most partners: School (1), Clinic (1).
    """

    spoken = check_language(language)
    everybody = drawn(cluster)
    given, color = shown_actors(everybody, color, missing)
    with_groups = shows_groups(given, groups)
    sizes = size_values(everybody, size)
    if sizes is not None and given is not everybody:
        sizes = sizes[sizes.index.isin(given.index)]
    places = read_layout(given, layout, with_groups)
    actors = actor_marks(given, color, sizes, spoken).join(places["actor"])
    squares = group_marks(given, given.n_actors, spoken).join(places["group"]) if with_groups else None
    box = Box(places["all"], 480 if len(places["all"]) <= 60 else 640)
    fast = given.n_actors > _MOST_FOR_SVG
    figure = blank(spoken)
    links = link_table(given, actors, squares)
    figure.add_traces(list(tie_traces(links, spoken, fast)))
    heading = "" if color is None else str(color if isinstance(color, str) else color.name or UNNAMED_COLOR)
    figure.add_traces(mark_traces(actors, heading, spoken, fast))
    if squares is not None:
        figure.add_trace(group_trace(squares, spoken))
    marks = pd.concat([part[_NAMED] for part in (actors, squares) if part is not None])
    if fast:
        figure.update_layout(annotations=label_notes(marks, box.unit(marks), box.height))
    else:
        figure.add_traces(label_traces(marks, box.unit(marks), box.height))
    shown = title if title is not None else given.name or say("Network", spoken)
    blind = fast and bool(links["directed"].any())
    figure.update_layout(
        title=titled(shown, notes_of(given, with_groups, sizes, blind, spoken), spoken),
        meta={"alt": description(given, with_groups, actors, shown, heading, spoken)},
    )
    add_isolate_note(figure, actors, box, spoken)
    dress(figure, box, heading and quantity_name(heading, spoken), _lines(given.n_ties, len(links), spoken))
    return figure


def _lines(ties: int, links: int, language: Language) -> str:
    """What the lines are: ties, affiliations, or both."""
    if not links:
        return ""
    if links == ties:
        return say("ties", language)
    return say("ties, affiliations", language) if ties else say("affiliations", language)
