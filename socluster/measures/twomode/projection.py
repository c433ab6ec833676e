"""Both projections of two modes: actors tied by the groups they share, and groups tied by the actors they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.errors import InputError
from socluster.core.result import Result
from socluster.core.tables import Tables
from socluster.core.twomode import ProjectionWeights
from socluster.io.objects.dispatch import as_cluster
from socluster.measures.shared.answers import Measure
from socluster.measures.table import measure
from socluster.words import Language, Phrase, marked, measure_name, phrase, say

__all__ = ["DualProjection", "dual_projection", "swap_modes"]

_WEIGHTS = {
    "count": marked("number shared", context="weights"),
    "sum": marked("sum of weights", context="weights"),
    "min": marked("sum of the smaller weights", context="weights"),
    "cross-product": marked("sum of products of weights", context="weights"),
    "newman": marked("Newman's", context="weights"),
    "jaccard": marked("Jaccard's", context="weights"),
}


@dataclass(frozen=True, eq=False, repr=False)
class DualProjection(Result):
    """What `dual_projection` found. Its text is a sentence.

    Parameters
    ----------
    actors : DataFrame
        The measures on the projection of the actors, as `measure` returns them.
    groups : DataFrame
        The same on the projection of the groups.
    weights : str
        Weights of the projections.
    fingerprint : str, optional
        Fingerprint of the cluster that was measured.
    data_notes : tuple of Phrase
        What to keep in mind of the data, said at the end.
    """

    actors: pd.DataFrame
    groups: pd.DataFrame
    weights: str
    fingerprint: str | None = None
    data_notes: tuple[Phrase, ...] = field(default=(), compare=False)

    def to_frame(self) -> pd.DataFrame:
        """Return both in one table.

        Returns
        -------
        DataFrame
            Measures of members: index (mode, member), a column per measure. Measures of the whole network: index
            `measure`, columns actors and groups.
        """
        if self.actors.index.name == "measure":
            return pd.DataFrame({"actors": self.actors["value"], "groups": self.groups["value"]})
        return pd.concat({"actors": self.actors, "groups": self.groups}, names=["mode", "member"])

    def sentences(self, language: Language = "en") -> list[str]:
        """Return what was measured on what.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the sentences.
        """
        names = self.actors.index if self.actors.index.name == "measure" else self.actors.columns
        said = say(
            "{measures}: of actors tied by shared groups, and of groups tied by shared actors (weights: {weights}).",
            language,
            measures=[measure_name(str(name), language) for name in names],
            weights=say(_WEIGHTS[self.weights], language, context="weights"),
        )
        return [said, *self.about_data(language)]


@checked
def swap_modes(cluster: Any, /, *, layer: str | None = None) -> Cluster:
    """How do I exchange actors and groups?

    Returns the cluster with the roles of the two modes exchanged, so that everything that can be asked of actors can be
    asked of groups: ``swap_modes(c).project()`` ties the groups that share actors.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        A cluster with groups.
    layer : str, optional
        One layer of affiliations; without it, all of them.

    Returns
    -------
    Cluster
        Its actors are the groups, its groups the actors, both with their columns. Ties are left out, since they are
        between actors; so is `responded`, which is about answers of actors.

    Raises
    ------
    InputError
        If the cluster has no groups, or no such layer.

    References
    ----------
    Breiger, R. L. (1974). The duality of persons and groups. Social Forces, 53, 181-190. doi:10.2307/2576011

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.projection import swap_modes
    >>> events = swap_modes(sc.load_dataset("davis"))
    >>> events.n_actors, events.n_groups, events.project().n_ties
    (14, 18, 66)
    """
    given: Cluster = as_cluster(cluster)
    if not given.n_groups:
        raise InputError(
            "{cluster} has no groups that could become actors", {"cluster": given.name or phrase("the cluster")}
        )
    given.affiliation_matrix(layer)  # refuses a layer that is none
    affiliations = given.parts.affiliation_frame()
    if layer is not None:
        affiliations = affiliations[affiliations["layer"] == layer]
    used = set(affiliations["layer"])
    swapped = affiliations.rename(columns={"actor": "group", "group": "actor"})
    return Cluster._from(
        Tables(
            actors=_renamed(given.parts.group_frame(), "actor"),
            groups=_renamed(given.parts.actor_frame(), "group"),
            affiliations=swapped,
            layers={name: each.to_dict() for name, each in given.layers.items() if name in used},
            name=given.name,
            info=given.info,
            kinds=_swapped_kinds(given.parts.to_tables()),
            originals=given.parts.originals.swapped(),
        )
    )


@checked
def dual_projection(
    cluster: Any,
    measures: Measure | Iterable[Measure],
    /,
    *,
    layer: str | None = None,
    weights: ProjectionWeights = "count",
) -> DualProjection:
    """What do measures show for actors and for groups, each on its own projection?

    One projection forgets something: actors tied by shared groups do not tell which groups these were. Both together
    with the affiliations hold almost all that the two modes hold, and every measure of one mode can be used.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        A cluster with groups.
    measures : callable or iterable of callables
        What `measure` takes: measures of this library, or any function of a cluster.
    layer : str, optional
        One layer of affiliations; without it, all of them.
    weights : {"count", "sum", "min", "cross-product", "newman", "jaccard"}, default "count"
        Strength of the projected ties, as in `Cluster.project`.

    Returns
    -------
    DualProjection
        `.actors` and `.groups` hold the tables, `.to_frame()` puts them below each other.

    Raises
    ------
    InputError
        If the cluster has no groups, or a measure does not answer.

    Warns
    -----
    SingleEventWarning
        If more than half of the pairs of a projection come from one group (or one actor).

    Notes
    -----
    Projections say who shares something, not who works with whom. They have no diagonal here (what a member shares with
    itself, which is its degree), as in all one-mode measures; the eigenvector of a projection that keeps its diagonal
    is `twomode_eigenvector`.

    References
    ----------
    Everett, M. G. & Borgatti, S. P. (2013). The dual-projection approach for two-mode networks. Social Networks, 35,
    204-210. doi:10.1016/j.socnet.2012.05.004

    Examples
    --------
    >>> import socluster as sc
    >>> from socluster.measures.twomode.projection import dual_projection
    >>> dual = dual_projection(sc.load_dataset("davis"), [sc.density, sc.global_efficiency])
    >>> dual
    density and global efficiency: of actors tied by shared groups, and of groups tied by shared actors (weights: number
    shared).
    >>> dual.to_frame().round(3)
                       actors  groups
    measure
    density             0.908   0.725
    global_efficiency   0.954   0.863
    """
    given: Cluster = as_cluster(cluster)
    listed = list(measures) if isinstance(measures, Iterable) else [measures]
    groups = swap_modes(given, layer=layer).project(layer, weights=weights)
    actors = given.project(layer, weights=weights)
    of_groups = measure(groups, listed)
    if of_groups.index.name == "actor":
        of_groups.index = of_groups.index.rename("group")
    return DualProjection(measure(actors, listed), of_groups, weights, given.fingerprint, data_notes(actors))


def _renamed(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the members of one mode as those of the other; a further column that has the new key's name is dropped."""
    return frame.drop(columns=[key, "responded"], errors="ignore").reset_index(names=key)


def _swapped_kinds(tables: Tables) -> dict[str, dict[str, str]]:
    kinds = {table: dict(columns) for table, columns in tables.kinds.items()}
    return {**kinds, "actors": kinds["groups"], "groups": kinds["actors"]}
