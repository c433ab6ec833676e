"""Where everybody stands in the picture of the page, in pixels: computed once, so that nobody moves afterwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from socluster.core.cluster import Cluster
from socluster.plot.clusters.events import APART, CLOSE, Band, EventShape, event_places, folded
from socluster.plot.clusters.layout import ASPECT, drawn, positions
from socluster.plot.clusters.marks import short_names
from socluster.plot.svg.attendances import MANY
from socluster.plot.svg.marks import Looks

__all__ = ["WIDTH", "Places", "places_of"]

WIDTH = 900.0
_MOST_BETWEEN = 150  # who are at several events, up to whom attendances are drawn event by event
_SIDE, _STEP = 60.0, 110.0


@dataclass(frozen=True)
class Places:
    """Where everybody stands.

    Parameters
    ----------
    actors : dict
        From actor to (x, y, side): "left", "right", "middle" of a picture of attendances, "" elsewhere. Those at one
        event who are too many to be drawn share a place, and the side "rest left" or "rest right".
    groups : dict
        From group to (x, y); empty where groups are not drawn.
    bands : tuple of Band
        The connected parts of a picture of attendances.
    height : float
        Of the picture.
    """

    actors: dict[str, tuple[float, float, str]]
    groups: dict[str, tuple[float, float]] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()
    height: float = 0.0


def places_of(cluster: Cluster, looks: Looks) -> Places:
    """Return where everybody stands: by events where there are attendances and no ties, else by forces."""
    ids = cluster.actors.index.astype(str).tolist()
    if not ids:
        return Places({}, height=120.0)
    table = cluster.affiliations
    pairs = list(dict.fromkeys(zip(table["actor"].astype(str), table["group"].astype(str), strict=True)))
    between = sum(n > 1 for n in Counter(actor for actor, _ in pairs).values())
    if not pairs or cluster.n_ties or between > _MOST_BETWEEN:
        return _by_forces(cluster)
    names = dict(zip(ids, short_names(cluster.actors, "en"), strict=True))
    order = {look: place for place, (_, look) in enumerate(looks.entries)}
    rank = {actor: (order.get(look, len(order)), names[actor]) for actor, look in looks.of_actor.items()}
    drawn, rest = folded(pairs, names)
    found = event_places(drawn, rank, WIDTH, EventShape(between=CLOSE if between > MANY else APART), rest)
    for each, actors in rest.items():
        x, y, side = found.actors.pop(each)
        found.actors.update(dict.fromkeys(actors, (x, y, f"rest {side}")))
    alone = [actor for actor in ids if actor not in found.actors]
    return Places(
        {**found.actors, **_in_rows(alone, found.height)}, found.groups, found.bands, _below(alone, found.height)
    )


def _in_rows(alone: list[str], top: float) -> dict[str, tuple[float, float, str]]:
    """Place those who are at no event below the others."""
    a_row = int((WIDTH - _SIDE) // _STEP)
    return {
        actor: (_SIDE + _STEP * (place % a_row), top + 36 + 34 * (place // a_row), "")
        for place, actor in enumerate(alone)
    }


def _below(alone: list[str], top: float) -> float:
    a_row = int((WIDTH - _SIDE) // _STEP)
    return top + (36 + 34 * ((len(alone) - 1) // a_row + 1) if alone else 0)


def _by_forces(cluster: Cluster) -> Places:
    """Place them by forces, as large as the width and the height allow, circles staying circles."""
    has_groups = bool(cluster.n_affiliations) and not cluster.n_ties
    table = positions(drawn(cluster), groups=has_groups)
    x, y = table["x"].to_numpy(float) * ASPECT, table["y"].to_numpy(float)
    most = float(np.clip(300 + 3 * len(table), 360, 700))
    scale = min((WIDTH - 2 * _SIDE) / max(np.ptp(x), 0.2), most / max(np.ptp(y), 0.2))
    x = WIDTH / 2 + (x - (x.min() + x.max()) / 2) * scale
    y = 36 + (y.max() - y) * scale
    is_group = (table["mode"] == "group").to_numpy() if "mode" in table else np.zeros(len(table), dtype=bool)
    actors = {str(each): (float(x[at]), float(y[at]), "") for at, each in enumerate(table.index) if not is_group[at]}
    groups = {str(each): (float(x[at]), float(y[at])) for at, each in enumerate(table.index) if is_group[at]}
    return Places(actors, groups, height=float(y.max()) + 36)
