"""The core type: a social cluster as a frozen value, with the verbs that make new ones from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias

import numpy as np
import pandas as pd
from numpy.random import Generator

from socluster.core import combine, display, edit, mergers, new_columns, rewire, splits, subset, twomode
from socluster.core.arguments import check_language, generator, whole_number
from socluster.core.build import build
from socluster.core.checked import checked_methods
from socluster.core.cluster_value import ClusterValue
from socluster.core.elsewhere import no_such_attribute
from socluster.core.errors import InputError
from socluster.core.labels import Label, id_of, listed_ids, remembered
from socluster.core.layers import Layer
from socluster.core.matrix import Matrix, Weights, affiliation_matrix, is_directed, tie_matrix, unknown_matrix
from socluster.core.notebook import notebook_language
from socluster.core.public_names import HOME
from socluster.core.schema import AFFILIATION, TIE
from socluster.core.streams import tie_keys, uniforms
from socluster.core.tables import Tables
from socluster.words import Language

__all__ = ["Cluster"]

Actors: TypeAlias = "Iterable[Label] | pd.Series[Any] | Mapping[str, object]"


@checked_methods
class Cluster(ClusterValue):
    """A social cluster: actors, the ties between them, and the groups that they belong to.

    A cluster is a value. Nothing that it hands out can change it, and its verbs return a new cluster. Two clusters are
    equal when their content is; the order of the actors is content (it is the order of every answer), the order of the
    rows of ties is not. Make one with `Cluster.from_tables`, `socluster.read` or `socluster.as_cluster`.

    Examples
    --------
    >>> from socluster import Cluster
    >>> actors = [("School", "public"), ("Clinic", "public"), ("NGO", "civic")]
    >>> cluster = Cluster.from_tables(
    ...     pd.DataFrame(actors, columns=["actor", "sector"]),
    ...     pd.DataFrame([("School", "Clinic"), ("Clinic", "NGO")], columns=["source", "target"]),
    ...     name="Small town",
    ... )
    >>> cluster
    <Cluster 'Small town': 3 actors (2 public, 1 civic), 2 ties (2 tie, undirected), 2 reported, fingerprint ...>
    >>> cluster.without_actor("NGO").n_ties
    1
    """

    __slots__ = ()

    # -- making -------------------------------------------------------------------------------------------------------

    @classmethod
    def from_tables(
        cls,
        actors: pd.DataFrame,
        ties: pd.DataFrame | None = None,
        *,
        groups: pd.DataFrame | None = None,
        affiliations: pd.DataFrame | None = None,
        unknown: pd.DataFrame | None = None,
        layers: Mapping[str, Any] | None = None,
        name: str | None = None,
        info: Mapping[str, str] | None = None,
    ) -> Cluster:
        """Make a cluster from DataFrames.

        Parameters
        ----------
        actors : DataFrame
            Column or index `actor` and, optionally, name, sector, kind, level, place, responded (did it answer the
            survey) and further columns.
        ties : DataFrame, optional
            Columns source, target and, optionally, layer (default `tie`), weight (> 0, a strength; default 1),
            confidence (0..1, how sure that the tie exists; default 1), evidence (documented, confirmed, reported,
            derived, assumed, simulated; default reported), ref, wave, and further columns.
        groups : DataFrame, optional
            Column or index `group` and, optionally, name, kind, date, level, and further columns.
        affiliations : DataFrame, optional
            Columns actor, group and, optionally, what ties may have (default layer `affiliation`).
        unknown : DataFrame, optional
            Dyads whose state is unknown: source, target and, optionally, layer, wave.
        layers : mapping, optional
            From layer to directed (default False), scale, meaning, as in ``{"referral": {"directed": True}}``.
        name : str, optional
            Name of the cluster.
        info : mapping, optional
            Title, source, licence, boundary, note.

        Returns
        -------
        Cluster

        Raises
        ------
        InputError
            If anything is wrong; all bad rows are listed.
        """
        tables = Tables(actors, ties, groups, affiliations, unknown, layers or {}, name, info or {})
        return cls(build(tables, keep_labels=True))

    @classmethod
    def _from(cls, tables: Tables) -> Cluster:
        """Make a cluster from the plain tables of a reader."""
        return cls(build(tables))

    # -- looking ------------------------------------------------------------------------------------------------------

    @property
    def name(self) -> str | None:
        """Name of the cluster."""
        return self.parts.name

    @property
    def info(self) -> dict[str, str]:
        """Title, source, licence, boundary and note (a new dictionary)."""
        return dict(self.parts.info)

    @property
    def layers(self) -> dict[str, Layer]:
        """The layers by name (a new dictionary)."""
        return {layer.name: layer for layer in self.parts.layers}

    @property
    def tie_layers(self) -> tuple[str, ...]:
        """Names of the layers of ties, without those of affiliations."""
        return self.parts.tie_layers

    @property
    def labels(self) -> tuple[Any, ...]:
        """What the actors are called, in the order of every answer.

        Their ids (text), unless they came from a graph or a table that calls them otherwise: its 3 or (0, 1) is kept.
        """
        return self.parts.actor_labels

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the actors, in the order of every answer: the labels as text, as files hold them."""
        return self.parts.labels

    @property
    def actors(self) -> pd.DataFrame:
        """The actors (a new DataFrame, index `actor`)."""
        return self.parts.actor_frame(labelled=True)

    @property
    def ties(self) -> pd.DataFrame:
        """The ties (a new DataFrame)."""
        return self.parts.tie_frame(labelled=True)

    @property
    def groups(self) -> pd.DataFrame:
        """The groups (a new DataFrame, index `group`)."""
        return self.parts.group_frame(labelled=True)

    @property
    def affiliations(self) -> pd.DataFrame:
        """The affiliations (a new DataFrame)."""
        return self.parts.affiliation_frame(labelled=True)

    @property
    def unknown(self) -> pd.DataFrame:
        """The dyads that were listed as unknown (a new DataFrame)."""
        return self.parts.unknown_frame(labelled=True)

    @property
    def n_actors(self) -> int:
        """Number of actors."""
        return len(self.parts.labels)

    @property
    def n_ties(self) -> int:
        """Number of ties, over all layers."""
        return len(self.parts.ties)

    @property
    def n_groups(self) -> int:
        """Number of groups."""
        return len(self.parts.group_labels)

    @property
    def n_affiliations(self) -> int:
        """Number of affiliations."""
        return len(self.parts.affiliations)

    def matrix(self, layer: str | None = None, weights: Weights = "strength") -> Matrix:
        """Return the ties as a sparse n x n matrix (row = source, column = target), new at each call.

        Parameters
        ----------
        layer : str, optional
            One layer; without it all layers add up.
        weights : {"strength", "binary"}, default "strength"
            The sum of the strengths, or 1 for every tie.

        Returns
        -------
        scipy.sparse.csr_array of shape (n_actors, n_actors)
            Undirected ties are in both cells. Cells of unknown dyads hold 0; `unknown_matrix` tells which they are.
        """
        return self.shared_matrix(layer, weights).copy()

    def shared_matrix(self, layer: str | None = None, weights: Weights = "strength") -> Matrix:
        """Return the matrix of `matrix` that all readers share; its arrays cannot be written to."""

        def make() -> Matrix:
            matrix = tie_matrix(self.parts, layer, weights)
            for array in (matrix.data, matrix.indices, matrix.indptr):
                array.flags.writeable = False
            return matrix

        return self.kept(f"matrix {layer!r} {weights}", make)

    def unknown_matrix(self, layer: str | None = None) -> Matrix:
        """Return which dyads are unknown (sparse n x n, bool): listed ones, and those of the silent actors."""
        return unknown_matrix(self.parts, layer)

    @property
    def may_hold_unknown(self) -> bool:
        """Whether a dyad is listed as unknown, or an actor did not answer (`responded` is false)."""
        return self.parts.may_hold_unknown

    @property
    def n_uncertain(self) -> int:
        """Number of ties whose confidence is below 1."""
        return self.parts.n_uncertain

    @property
    def index(self) -> pd.Index:
        """The actors as a new pandas index named `actor`, as every answer has it."""
        return self.parts.actor_index()

    def affiliation_matrix(self, layer: str | None = None) -> Matrix:
        """Return the affiliations as a sparse n_actors x n_groups matrix of weights."""
        return affiliation_matrix(self.parts, layer)

    def is_directed(self, layer: str | None = None) -> bool:
        """Whether the layer (or any of the layers of ties) is directed."""
        return is_directed(self.parts, layer)

    def to_tables(self) -> Tables:
        """Return everything as plain DataFrames and dictionaries, all new; actors and groups by their labels."""
        return self.parts.to_tables(labelled=True)

    # -- verbs: every one returns a new cluster -----------------------------------------------------------------------

    def with_actor(self, actor: Label, **columns: Any) -> Cluster:
        """Return the cluster with one more actor; attributes are given by column (sector="public", ...)."""
        new = edit.add_actor(self.parts, id_of(actor), columns)
        return Cluster(new.remembering(remembered([id_of(actor)], [actor])))

    def with_group(self, group: Label, **columns: Any) -> Cluster:
        """Return the cluster with one more group; attributes are given by column (kind="event", ...)."""
        new = edit.add_group(self.parts, id_of(group), columns)
        return Cluster(new.remembering({}, remembered([id_of(group)], [group])))

    def with_layer(
        self, name: str, *, directed: bool = False, scale: str | None = None, meaning: str | None = None
    ) -> Cluster:
        """Return the cluster with one more layer, which holds no ties yet."""
        if name in self.parts.layer_names:
            raise InputError("there is a layer '{layer}' already", {"layer": name})
        attributes = {"directed": directed, "scale": scale, "meaning": meaning}
        return Cluster(edit.add_layer(self.parts, name, attributes))

    def with_ties(
        self,
        source: Label | pd.DataFrame,
        targets: Label | Iterable[Label] = (),
        *,
        layer: str = TIE,
        directed: bool | None = None,
        **columns: Any,
    ) -> Cluster:
        """Return the cluster with more ties.

        Parameters
        ----------
        source : str or DataFrame
            The actor from whom the ties run, or a whole table of ties as in `from_tables`.
        targets : str or iterable of str
            The actors to whom they run.
        layer : str, default "tie"
            Their layer; one that is new is undirected unless `directed` says otherwise.
        directed : bool, optional
            Direction of a layer that is new.
        **columns
            Values for all of the new ties: weight, confidence, evidence, ref, wave, and further columns.

        Returns
        -------
        Cluster
        """
        if isinstance(source, pd.DataFrame):
            ties = source if "layer" in source else source.assign(layer=layer)
            return Cluster(edit.add_ties(self.parts, ties, directed))
        rows = {"source": id_of(source), "target": self._actor_ids(targets), "layer": layer, **columns}
        return Cluster(edit.add_ties(self.parts, rows, directed))

    def with_affiliation(
        self, actor: Label, groups: Label | Iterable[Label], *, layer: str = AFFILIATION, **columns: Any
    ) -> Cluster:
        """Return the cluster with the actor in these groups (which must exist; `with_group` makes one)."""
        rows = {"actor": id_of(actor), "group": self._group_ids(groups), "layer": layer, **columns}
        return Cluster(edit.add_affiliations(self.parts, rows))

    def with_merger(self, actors: Iterable[Label], into: Label, **columns: Any) -> Cluster:
        """Return the cluster in which several actors are one, in the place of the first of them.

        Ties to the same outsider are laid together: strengths add up, and the tie is as sure as at least one of them.
        What is laid together or takes another name is `derived` (assumed or simulated if a part of it is), and its
        `ref` says from what. Weights of affiliations (capacity, times) add up as well. On a named
        ladder, the highest step counts, since steps do not add up. Ties among those who merge vanish.

        Parameters
        ----------
        actors : iterable of str
            At least two.
        into : str
            Name of the one: a new name, or that of one of the actors.
        **columns
            Its attributes. Others are what all who have one agree on, else missing.

        Returns
        -------
        Cluster
        """
        new = mergers.merge(self.parts, self._actor_ids(actors), id_of(into), columns)
        return Cluster(new.remembering(remembered([id_of(into)], [into])))

    def with_split(
        self,
        actor: Label,
        into: Mapping[Any, str | Iterable[Label] | Mapping[Any, float]],
        *,
        rest: Label | None = None,
        tie: str | None = None,
        **columns: Any,
    ) -> Cluster:
        """Return the cluster in which one actor is several, in its place.

        Parameters
        ----------
        actor : str
            Who is divided.
        into : mapping
            From each part to its partners: actors to whom `actor` is tied and groups to which it belongs. Partners that
            several parts share are given with shares of the strength, as in ``{"A": {"X": 0.5}, "B": {"X": 0.5}}``. A
            step of a named ladder is not divided: every part that has a share keeps it.
        rest : str, optional
            The part that takes all that is not given to any; without it, every partner must be given.
        tie : str, optional
            A layer in which the parts are tied to each other; without it, they are not.
        **columns
            Values for these ties: weight, confidence, evidence.

        Returns
        -------
        Cluster
            What a new part has of the actor's ties is `derived`. A part that keeps the name of the actor keeps its
            attributes; a new one has its words (sector, kind, place) and flags, but neither its full name nor its
            numbers.
        """
        kept = None if rest is None else id_of(rest)
        named = splits.by_id(into, self.parts.originals.actors)
        new = splits.split(self.parts, id_of(actor), named, rest=kept, tie=tie, columns=columns)
        return Cluster(new.remembering(remembered(map(id_of, into), into)))

    def with_strength(
        self,
        source: Label,
        target: Label,
        *,
        weight: float | str | None = None,
        by: float | None = None,
        layer: str | None = None,
        **columns: Any,
    ) -> Cluster:
        """Return the cluster in which a tie that exists is stronger, or weaker, in all of its waves.

        Parameters
        ----------
        source, target : str
            Its ends.
        weight : float or str, optional
            The new strength; on a named ladder a step of it, as a number or in words ("coordination").
        by : float, optional
            Instead of it, a factor: 2 doubles the strength. On a named ladder the result must be a step.
        layer : str, optional
            The layer; needed where the two are tied in several.
        **columns
            What else changes of the tie: evidence, confidence, ref.

        Returns
        -------
        Cluster
        """
        ends = id_of(source), id_of(target)
        return Cluster(rewire.change_strength(self.parts, *ends, weight=weight, by=by, layer=layer, columns=columns))

    def with_event(
        self, group: Label, actors: Label | Iterable[Label], *, layer: str = AFFILIATION, **columns: Any
    ) -> Cluster:
        """Return the cluster in which an event is held: a new group, and these actors attend it.

        Columns that affiliations have (weight, confidence, evidence, ref, wave) describe the attendances; all others
        describe the event (kind, by default "event"; date, name, level).
        """
        new = rewire.hold_event(self.parts, id_of(group), self._actor_ids(actors), layer, columns)
        return Cluster(new.remembering({}, remembered([id_of(group)], [group])))

    def with_capacity(
        self, actor: Label, group: Label, weight: float, *, layer: str | None = None, **columns: Any
    ) -> Cluster:
        """Return the cluster with another weight of an affiliation; the layer is needed where there are several."""
        ends = id_of(actor), id_of(group)
        return Cluster(rewire.change_capacity(self.parts, *ends, weight, layer=layer, columns=columns))

    def with_attributes(self, actor: Label, **columns: Any) -> Cluster:
        """Return the cluster in which these attributes of an actor are others (places=12, sector="civic")."""
        return Cluster(rewire.change_attributes(self.parts, id_of(actor), columns))

    def with_columns(
        self,
        columns: Mapping[str, Any] | pd.DataFrame | None = None,
        /,
        *,
        replace: bool = False,
        partial: bool = False,
        **more: Any,
    ) -> Cluster:
        """Return the cluster with more columns of the actors, such as what a measure found.

        Parameters
        ----------
        columns : mapping or DataFrame, optional
            From the name of a column to its values: a Series or dict by actor (whose ids or labels are looked up, in
            any order), or a list with a value for each actor, in the order of `labels`.
        replace : bool, default False
            Put a new column in the place of one that is there; without it, that is refused.
        partial : bool, default False
            Whether a Series or dict may say nothing of some actors; without it, that is refused. They get no value, or
            with ``replace=True`` keep the one that they have; None takes it away.
        **more
            Further columns by name, as in ``with_columns(community=communities(cluster, rng=1))``.

        Returns
        -------
        Cluster

        Raises
        ------
        InputError
            If a column is there already, says nothing about an actor or something about a stranger, or holds no plain
            values; all problems are listed.

        Examples
        --------
        >>> import socluster as sc
        >>> club = sc.load_dataset("karate")
        >>> club = club.with_columns(community=sc.communities(club, rng=1), degree=sc.degree(club, normalized=False))
        >>> club.actors[["community", "degree"]].head(2)
               community  degree
        actor
        0              2      16
        1              2       9
        """
        given = {str(name): columns[name] for name in columns} if columns is not None else {}
        return Cluster(new_columns.put_columns(self.parts, {**given, **more}, replace=replace, partial=partial))

    def without_actor(self, actors: Label | Iterable[Label]) -> Cluster:
        """Return the cluster without these actors and all that ties them."""
        gone = {edit.known_actor(self.parts, actor) for actor in self._actor_ids(actors)}
        stays = np.array([each not in gone for each in self.ids], dtype=bool)
        return Cluster(subset.keep_actors(self.parts, stays))

    def without_ties(
        self, source: Label | None = None, target: Label | None = None, *, layer: str | None = None
    ) -> Cluster:
        """Return the cluster without the ties of this source, target and layer (those that are given)."""
        return Cluster(subset.drop_ties(self.parts, id_of(source), id_of(target), layer))

    def select(
        self,
        *,
        actors: Actors | None = None,
        groups: Actors | None = None,
        layers: str | Iterable[str] | None = None,
        evidence: str | Iterable[str] | None = None,
        wave: str | None = None,
        min_weight: float | None = None,
        keep_groups: bool = True,
    ) -> Cluster:
        """Return the part of the cluster that meets every condition.

        Parameters
        ----------
        actors, groups : iterable of str, bool Series, or mapping, optional
            Ids; or a mark such as a measure returns; or attributes, as in ``{"sector": "public"}``
            (a list of values means any of them).
        layers : str or iterable of str, optional
            Layers to keep.
        evidence : str or iterable of str, optional
            Kinds of evidence to keep.
        wave : str, optional
            The wave to keep.
        min_weight : float, optional
            Keep ties at least this strong (a cut on a ladder).
        keep_groups : bool, default True
            If False, groups and affiliations are left out, so that one mode is left, as other programs read it.

        Returns
        -------
        Cluster
        """
        parts = self.parts
        if groups is not None:
            parts = subset.keep_groups(parts, groups)
        if actors is not None:
            parts = subset.keep_actors(parts, subset.chosen(parts.actor_frame(), actors, "actor"))
        parts = subset.keep_links(parts, layers=layers, evidence=evidence, wave=wave, min_weight=min_weight)
        return Cluster(parts if keep_groups else twomode.without_groups(parts))

    def layer(self, name: str) -> Cluster:
        """Return the cluster with this layer only."""
        return self.select(layers=name)

    def flatten(self, name: str = TIE) -> Cluster:
        """Return the cluster with all layers of ties laid into one.

        Weights add up; a tie is as sure as at least one of its parts. Its evidence is `derived`, or assumed or
        simulated if one of its parts is, and its `ref` names them. The new layer is directed if any of the old ones is.
        """
        return Cluster(combine.flatten(self.parts, name))

    def symmetrise(self, rule: Literal["any", "all", "mean", "sum", "max", "min"] = "any") -> Cluster:
        """Return the cluster with every directed layer made undirected.

        Parameters
        ----------
        rule : {"any", "all", "mean", "sum"}, default "any"
            any (or max): a tie where either side has one, as strong as the stronger; all (or min): where both have, as
            strong as the weaker (such ties are `confirmed` if they were reported); mean: where either has, with the
            mean strength of the two, an absent one being 0; sum: with the sum of the two.

        Returns
        -------
        Cluster
            Ties that are not confirmed are `derived` (assumed or simulated if one of the two is), and `ref` says from
            what. On a named ladder, mean and sum are plain strengths.
        """
        return Cluster(combine.symmetrise(self.parts, rule))

    def project(
        self,
        layer: str | None = None,
        *,
        weights: twomode.ProjectionWeights = "count",
        keep_groups: bool = True,
    ) -> Cluster:
        """Return the one-mode cluster in which actors are tied where they share groups.

        Parameters
        ----------
        layer : str, optional
            The layer of affiliations; without it all of them.
        weights : {"count", "sum", "min", "cross-product", "newman", "jaccard"}, default "count"
            How strong a tie is, over the groups that the two share. Three read the weights of the affiliations (hours,
            places, times), v of the one and w of the other: sum, the mean (v + w) / 2 (method "sum" of R's tnet gives v
            one way and w the other way, so that its ties have a direction); min, the smaller of the two, and
            cross-product, v w (the two methods of UCINET's Data > Affiliations). Three count memberships whatever their
            weights: count, their number; newman, 1 / (size - 1) of each, so that large events count less (Newman 2001,
            doi:10.1103/PhysRevE.64.016132); jaccard, their number as a part of all groups of the two. With weights of
            1, sum, min and cross-product equal count.
        keep_groups : bool, default True
            If False, groups and affiliations are left out, so that one mode is left, as other programs read it.

        Returns
        -------
        Cluster
            With one undirected layer of ties, `co-` and the name of the affiliations, in place of other ties. They are
            `derived` (assumed or simulated if an affiliation is), and `ref` says from what: "derived from attends
            (documented)".

        Raises
        ------
        InputError
            If the cluster has no groups, or no such layer of affiliations.

        Warns
        -----
        SingleEventWarning
            If more than half of the pairs come from one group, which makes a clique.
        """
        parts = twomode.project(self.parts, layer, weights)
        return Cluster(parts if keep_groups else twomode.without_groups(parts))

    def sample(self, rng: Generator | int) -> Cluster:
        """Return one cluster that may be the true one: each uncertain tie is kept with its confidence, independently.

        Ties that are kept are sure in the result. The same seed gives the same draw whatever the order of the rows.
        """
        seed = int(generator(rng).integers(2**63))
        sure = self.parts.ties.rest["confidence"].values
        return Cluster(combine.drawn(self.parts, uniforms(tie_keys(self.parts), seed, 0) < sure))

    def ego(self, actor: Label, radius: int = 1) -> Cluster:
        """Return the actor, everybody within `radius` ties of it (in any direction), and the ties between them."""
        middle, steps = edit.known_actor(self.parts, actor), whole_number("radius", radius)
        return Cluster(subset.keep_actors(self.parts, subset.within(self.parts, middle, steps)))

    def renamed(self, name: str | None) -> Cluster:
        """Return the cluster under another name."""
        return Cluster(replace(self.parts, name=name))

    def _actor_ids(self, given: Any) -> list[str]:
        """Return the ids of the actor or actors that somebody named, by id or by label."""
        return listed_ids(given, self.parts.originals.actors)

    def _group_ids(self, given: Any) -> list[str]:
        return listed_ids(given, self.parts.originals.groups)

    # -- as Python sees it --------------------------------------------------------------------------------------------

    def __contains__(self, actor: object) -> bool:
        """Whether there is an actor of this id or label."""
        named = id_of(actor)
        return isinstance(named, str) and named in self.parts.position

    if not TYPE_CHECKING:  # which would then believe that every name is there

        def __getattr__(self, name: str) -> NoReturn:
            """Say what was probably meant: what other libraries call so has another name here."""
            if name.startswith("_"):
                raise AttributeError(name)
            raise no_such_attribute(name, [each for each in dir(Cluster) if not each.startswith("_")], HOME)

    def __repr__(self) -> str:
        """Return who is in it, how they are tied, on what ground."""
        return self.summary()

    def summary(self, language: Language = "en") -> str:
        """Return in one line who is in it, how they are tied, on what evidence.

        Parameters
        ----------
        language : {"en", "lt"}, default "en"
            Language of the line.

        Examples
        --------
        >>> import socluster as sc
        >>> sc.load_dataset("knoke").summary("lt")
        '<Klasteris ...'
        """
        return display.sentence(self.parts, self.fingerprint, check_language(language))

    def _repr_html_(self) -> str:
        return display.card(self.parts, self.fingerprint, notebook_language())

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel to another process as plain tables, and be validated and frozen again there."""
        return Cluster._from, (self.parts.to_tables(),)
