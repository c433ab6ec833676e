"""The profile of the whole: many measures of one cluster in one table."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.arguments import check_language
from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterWarning
from socluster.core.result import Result
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.profiles.lines import LINES
from socluster.measures.shared.network import network
from socluster.words import Language, count, listed, number, percent, say, translated

__all__ = ["Profile", "profile"]

_SHOWN = 6  # undefined lines that the sentence names


@dataclass(frozen=True, eq=False, repr=False)
class Profile(Result):
    """What `profile` found. Its text is a few of its lines, in sentences.

    Parameters
    ----------
    cluster : Cluster
        What was measured: the layer, or all layers together (after projection, if there were only two modes).
    values : Series of float
        Index `line`, name `value`.
    call_on : str
        What the calls in the table are asked of: ``cluster``, or how that was made of it.
    """

    cluster: Cluster
    values: pd.Series[Any] = field(repr=False)
    call_on: str

    def to_frame(self, *, language: Language = "en") -> pd.DataFrame:
        """Return one row per line: index `line`, columns `value`, `name`, `definition`, `call`.

        `call` is the code that gives the value alone, with `sc` for socluster, `np` for numpy and `partial` of
        functools.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of `name` and `definition`.
        """
        check_language(language)
        return pd.DataFrame(
            {
                "value": self.values,
                "name": [translated(line.name, language, context="profile") for line in LINES.values()],
                "definition": [translated(line.definition, language, context="profile") for line in LINES.values()],
                "call": [line.call.replace("cluster", self.call_on) for line in LINES.values()],
            },
            index=self.values.index,
        )

    def sentences(self, language: Language = "en") -> list[str]:
        """Return size, density, pieces, distances and closure, and which lines are undefined.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        found = self.values
        told = [self._size(language)]
        if not np.isnan(found["connectedness"]):
            told.append(self._pieces(language))
        if not np.isnan(found["average_distance"]):
            told.append(self._distances(language))
        if self.cluster.is_directed() and not np.isnan(found["arc_reciprocity"]):
            told.append(
                say("{share} of the ties are returned.", language, share=percent(found["arc_reciprocity"], language))
            )
        undefined = found.index[found.isna()]
        if len(undefined):
            names = [translated(LINES[key].name, language, context="profile") for key in undefined]
            told.append(say("Undefined here: {names}.", language, names=listed(names, language, most=_SHOWN)))
        return [*told, *self.about_data(language)]

    def _size(self, language: Language) -> str:
        return say(
            "{actors}, {ties}: density {density}, average degree {degree}.",
            language,
            actors=count("{n} actor", "{n} actors", int(self.values["actors"]), language),
            ties=count("{n} tie", "{n} ties", int(self.values["ties"]), language),
            density=percent(self.values["density"], language),
            degree=number(self.values["average_degree"], language),
        )

    def _pieces(self, language: Language) -> str:
        return count(
            "{n} component, the largest with {actors}; {connected} of the ordered pairs have a path.",
            "{n} components, the largest with {actors}; {connected} of the ordered pairs have a path.",
            int(self.values["components"]),
            language,
            actors=count("{n} actor", "{n} actors", int(self.values["largest_component"]), language),
            connected=percent(self.values["connectedness"], language),
        )

    def _distances(self, language: Language) -> str:
        return say(
            "Distance in steps, where there is a path: {distance} on average, {diameter} at most; closure {closure}.",
            language,
            distance=number(self.values["average_distance"], language),
            diameter=number(self.values["diameter"], language),
            closure=percent(self.values["transitivity"], language),
        )


@checked
def profile(cluster: Any, /, *, layer: str | None = None) -> Profile:
    """Which numbers describe the cluster as a whole?

    Size, degrees, centralization, density, components, closure, distances, dyads and reciprocity in one table, each
    with its definition and with the call that gives it alone.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        What to measure.
    layer : str, optional
        One layer of ties; without it, a tie in any layer counts, and a pair tied in several layers counts once.

    Returns
    -------
    Profile
        values (a Series, by line), cluster, call_on; `.to_frame()` has value, name, definition and call of every line.
        Undefined values are NaN, and the sentences name them.

    Notes
    -----
    The lines are those of UCINET 6.849, Network > Whole-network measures > Multiple measures, in its order and by its
    definitions; strengths do not count, and paths follow the direction of the ties. Where ties are undirected, UCINET
    counts every tie and every pair twice: its number of ties, Wiener index and dependency sum are twice those here.
    Its connectedness follows the direction of the ties, other than `connectedness` by default. Unknown pairs
    are left out of density and dyads, and count as not tied elsewhere (with a warning). Uncertain ties count as if they
    existed; ``measure(cluster, [...], draws=, rng=)`` gives the distribution of what has a function of its own.

    A profile is a description and no grade: none of its lines is better when it is larger.

    References
    ----------
    Borgatti, S. P., Everett, M. G. & Johnson, J. C. (2013). Analyzing Social Networks, ch. 9. Sage.
    Wasserman, S. & Faust, K. (1994). Social Network Analysis. Cambridge University Press.
    doi:10.1017/CBO9780511815478

    Examples
    --------
    >>> import socluster as sc
    >>> found = sc.profile(sc.load_dataset("knoke"), layer="information")
    >>> found
    10 actors, 49 ties: density 54%, average degree 4.9.
    1 component, the largest with 10 actors; 100% of the ordered pairs have a path.
    Distance in steps, where there is a path: 1.53 on average, 3 at most; closure 67%.
    69% of the ties are returned.
    >>> found.values[["within_three", "wiener_index", "small_worldness"]].round(3).tolist()
    [1.0, 138.0, 1.278]
    >>> print(found.to_frame().loc["breadth", "call"])
    sc.fragmentation(cluster.layer('information'), variant="distance")
    """
    given = as_cluster(cluster)
    net = network(given, layer)  # warns, once for all lines
    measured = net.cluster if layer is None else net.cluster.layer(layer)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # said just now
        values = {key: float(line.value(measured)) for key, line in LINES.items()}
    call_on = "cluster" if net.cluster is given else "cluster.project()"
    if layer is not None:
        call_on = f"{call_on}.layer({layer!r})"
    index = pd.Index(list(values), name="line")
    return Profile(measured, pd.Series(list(values.values()), index=index, name="value"), call_on)
