"""The difference of two clusters: the single edits by which they differ, and the cluster after some of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Literal, TypeAlias

import numpy as np

from socluster.core.cluster import Cluster
from socluster.core.columns import Array, Column, Table
from socluster.core.errors import InputError, Problem
from socluster.core.layers import Layer
from socluster.core.parts import Links, Parts
from socluster.core.subset import keep_actors

__all__ = ["BetweenStates", "Edit"]

What: TypeAlias = Literal["layer", "actor", "group", "tie", "affiliation"]
Happening: TypeAlias = Literal["new", "gone", "other"]


@dataclass(frozen=True)
class Edit:
    """One thing by which two clusters differ.

    Parameters
    ----------
    what : {"layer", "actor", "group", "tie", "affiliation"}
        What it is.
    names : tuple of str
        Its name; of a tie or affiliation: layer, both ends (of an undirected tie in alphabetical order), and the wave
        if there is one.
    how : {"new", "gone", "other"}
        Whether it is there only afterwards, only before, or with other attributes.
    directed : bool
        Whether it is a tie with a direction.
    """

    what: What
    names: tuple[str, ...]
    how: Happening
    directed: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What is edited, whatever happens to it."""
        return (self.what, *self.names)

    @property
    def phase(self) -> int:
        """0: somebody joins, without ties yet; 1: ties, affiliations, attributes; 2: somebody leaves, without ties."""
        is_node = self.what in ("layer", "actor", "group")
        return {"new": 0, "gone": 2, "other": 1}[self.how] if is_node else 1


class BetweenStates:
    """All that is needed to make some of the edits between two clusters and not others.

    The edits are single actors, groups, ties and affiliations. An actor joins before anything ties it and leaves after
    everything that tied it has ended, so any set of edits that holds all of the earlier phases makes a cluster.

    Parameters
    ----------
    before, after : Cluster
        The two clusters.
    """

    def __init__(self, before: Cluster, after: Cluster) -> None:
        first, second = before.parts, after.parts
        self._base = first
        self._originals = second.originals | first.originals
        self._described = _layers(first, second)
        self._layers = _Nodes("layer", first.layer_names, second.layer_names)
        self._actors = _Nodes("actor", first.labels, second.labels, first.actors, second.actors)
        self._groups = _Nodes("group", first.group_labels, second.group_labels, first.groups, second.groups)
        one_mode = (self._layers, self._actors, self._actors)
        two_mode = (self._layers, self._actors, self._groups)
        self._ties = _Rows("tie", first.ties, second.ties, one_mode, self._described)
        self._affiliations = _Rows("affiliation", first.affiliations, second.affiliations, two_mode, self._described)
        self._unknown = _Rows("tie", first.unknown, second.unknown, one_mode, self._described)
        nodes = (*self._layers.edits, *self._actors.edits, *self._groups.edits)
        self.edits: tuple[Edit, ...] = (*nodes, *self._ties.edits, *self._affiliations.edits)

    @property
    def possible(self) -> tuple[Edit, ...]:
        """The edits, and then those that may stand between draws of the two clusters, in which other ties are there."""
        return (*self.edits, *self._ties.rest())

    def cluster(self, chosen: Collection[Edit]) -> Cluster:
        """Return the cluster before with these edits made."""
        keys = {edit.key for edit in chosen}
        ties = self._ties.links_after(keys)
        parts = replace(
            self._base,
            labels=self._actors.names,
            actors=self._actors.table(keys),
            ties=ties,
            group_labels=self._groups.names,
            groups=self._groups.table(keys),
            affiliations=self._affiliations.links_after(keys),
            unknown=self._still_unknown(ties),
            layers=self._described,
            originals=self._originals,
        )
        parts = _keep_groups(keep_actors(parts, self._actors.present(keys)), self._groups.present(keys))
        return Cluster(_keep_layers(parts, self._layers.present(keys)))

    # -- many sets of edits at once ------------------------------------------------------------------------------------

    def differs_in_ties_only(self, *, by_layer: bool, group: str | None) -> bool:
        """Whether any set of edits is known, to a measure, by who is there and which ties are.

        Parameters
        ----------
        by_layer : bool
            Whether the measure looks at one layer, which must be there then.
        group : str or None
            The column of the actors that it looks at, which must not change.
        """
        if self._base.may_hold_unknown or len(self._unknown.links):
            return False
        layers = bool(self._layers.edits) and (by_layer or any(each.directed for each in self._described))
        return not layers and not self._affiliations.edits and (group is None or not self._actors.other.any())

    @property
    def whole(self) -> Parts:
        """Everybody of both clusters, with all ties of both; those that change stand here as they were and will be."""
        everybody: set[tuple[str, ...]] = {edit.key for edit in self.edits}
        return replace(
            self._base,
            labels=self._actors.names,
            actors=self._actors.table(everybody),
            ties=self._ties.links.take(self._ties.in_use),
            unknown=self._unknown.links.take(np.zeros(0, dtype=int)),
            layers=self._described,
            originals=self._originals,
        )

    def ties_after(self, made: Array) -> Array:
        """Return which ties of `whole` are there after many sets of edits: array of bool of shape (sets, ties).

        `made` has a row for every set and a column for every edit.
        """
        return self._ties.there_after(made[:, self._columns_of(self._ties.edits)])

    def actors_after(self, made: Array) -> Array:
        """Return who is there after many sets of edits: array of bool of shape (sets, actors)."""
        return self._actors.there_after(made[:, self._columns_of(self._actors.edits)])

    def _columns_of(self, edits: Sequence[Edit]) -> Array:
        place = {edit.key: column for column, edit in enumerate(self.edits)}
        return np.array([place[edit.key] for edit in edits], dtype=np.int64)

    def _still_unknown(self, ties: Links) -> Links:
        """Return the dyads that are unknown in either cluster, without those whose tie is stated."""
        unknown = self._unknown.links.take(self._unknown.first)
        if not len(unknown):
            return unknown
        stated, rows = (
            list(
                zip(
                    *(each.tolist() for each in (links.layer, links.source, links.target)),
                    links.rest["wave"].objects(),
                    strict=True,
                )
            )
            for links in (ties, unknown)
        )
        known = set(stated)
        return unknown.take(np.array([row not in known for row in rows], dtype=bool))


class _Nodes:
    """The actors (or groups, or layers) of both clusters: those of the first in its order, then those who are new."""

    def __init__(
        self,
        what: What,
        first: tuple[str, ...],
        second: tuple[str, ...],
        before: Table | None = None,
        after: Table | None = None,
    ) -> None:
        self.what: What = what
        self.names = (*first, *(name for name in second if name not in set(first)))
        self.position = {name: place for place, name in enumerate(self.names)}
        self.of_first, self.of_second = (
            np.array([self.position[name] for name in each], int) for each in (first, second)
        )
        self.was, self.will_be = np.full(len(self.names), -1), np.full(len(self.names), -1)
        self.was[self.of_first] = np.arange(len(first))
        self.will_be[self.of_second] = np.arange(len(first), len(first) + len(second))
        self.both = _stacked(before, after, what) if before is not None and after is not None else None
        self.other = np.zeros(len(self.names), dtype=bool)
        stays = (self.was >= 0) & (self.will_be >= 0)
        if self.both is not None:
            self.other[stays] = _differ(self.both, self.was[stays], self.will_be[stays])
        self.edits = [
            Edit(what, (self.names[place],), _how(self.was[place], self.will_be[place]))
            for place in np.flatnonzero(~stays | self.other).tolist()
        ]

    def present(self, keys: set[tuple[str, ...]]) -> Array:
        """Return who is there once these edits are made."""
        edited = self._edited(keys)
        return np.where(edited, self.will_be >= 0, self.was >= 0)

    def table(self, keys: set[tuple[str, ...]]) -> Table:
        """Return what is said of everybody, also of those who are not there."""
        edited = self._edited(keys)
        rows = np.where((edited & (self.will_be >= 0)) | (self.was < 0), self.will_be, self.was)
        return self.both.take(rows) if self.both is not None else Table({}, len(rows))

    def there_after(self, made: Array) -> Array:
        """Return who is there after many sets of the edits: array of bool of shape (sets, names)."""
        there = np.repeat((self.was >= 0)[None], len(made), axis=0)
        places = [self.position[edit.names[0]] for edit in self.edits]
        there[:, places] = np.where(made, self.will_be[places] >= 0, self.was[places] >= 0)
        return there

    def _edited(self, keys: set[tuple[str, ...]]) -> Array:
        return np.array([(self.what, name) in keys for name in self.names], dtype=bool)


class _Rows:
    """The ties (or affiliations) of both clusters, each with its row before and its row afterwards."""

    def __init__(
        self, what: What, first: Links, second: Links, ends: tuple[_Nodes, _Nodes, _Nodes], layers: tuple[Layer, ...]
    ) -> None:
        layer, source, target = (
            np.concatenate([nodes.of_first[getattr(first, name)], nodes.of_second[getattr(second, name)]])
            for nodes, name in zip(ends, ("layer", "source", "target"), strict=True)
        )
        if ends[1] is ends[2]:  # undirected ties have the same end first in both clusters
            turned = ~np.array([each.directed for each in layers], dtype=bool)[layer] & (source > target)
            source, target = np.where(turned, target, source), np.where(turned, source, target)
        self.links = Links(source, target, layer, _stacked(first.rest, second.rest, what))
        keys = np.column_stack((layer, source, target, self.links.rest["wave"].values))
        _, self.first, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        before, after = np.split(place.ravel(), [len(first)])
        self.was, self.will_be = np.full(len(self.first), -1), np.full(len(self.first), -1)
        self.was[before] = np.arange(len(first))
        self.will_be[after] = np.arange(len(first), len(first) + len(second))
        stays = (self.was >= 0) & (self.will_be >= 0)
        changed = ~stays
        changed[stays] = _differ(self.links.rest, self.was[stays], self.will_be[stays])
        self.changed = np.flatnonzero(changed)
        self._edit_at = partial(self._edit, what, ends=ends, layers=layers)
        self.edits = [self._edit_at(place) for place in self.changed.tolist()]

    def rest(self) -> list[Edit]:
        """Return an edit for every row that does not change, as it would be called if it did."""
        return [self._edit_at(place) for place in np.setdiff1d(np.arange(len(self.first)), self.changed).tolist()]

    def _edit(self, what: What, place: int, ends: tuple[_Nodes, _Nodes, _Nodes], layers: tuple[Layer, ...]) -> Edit:
        row = self.first[place]
        layer = layers[self.links.layer[row]]
        near, far = ends[1].names[self.links.source[row]], ends[2].names[self.links.target[row]]
        if what == "tie" and not layer.directed:
            near, far = sorted((near, far))
        wave = self.links.rest["wave"].take(np.array([row])).objects()[0]
        how = _how(self.was[place], self.will_be[place])
        return Edit(what, (layer.name, near, far, *([] if wave is None else [wave])), how, layer.directed)

    @property
    def in_use(self) -> Array:
        """The rows that may be there: all as they were, and those that change as they will be."""
        rows = np.concatenate([self.was, self.will_be[self.changed]])
        return rows[rows >= 0]

    def there_after(self, made: Array) -> Array:
        """Return which rows in use are there after many sets of the edits: array of bool of shape (sets, rows)."""
        before = np.ones((len(made), len(self.was)), dtype=bool)
        before[:, self.changed] = ~made
        is_old, is_new = self.was >= 0, self.will_be[self.changed] >= 0
        return np.concatenate([before[:, is_old], made[:, is_new]], axis=1)

    def links_after(self, keys: set[tuple[str, ...]]) -> Links:
        """Return the rows once these edits are made."""
        picked = self.was.copy()
        made = [place for place, edit in zip(self.changed.tolist(), self.edits, strict=True) if edit.key in keys]
        picked[made] = self.will_be[made]
        return self.links.take(picked[picked >= 0])


def _how(was: int, will_be: int) -> Happening:
    return "new" if was < 0 else "gone" if will_be < 0 else "other"


def _stacked(first: Table, second: Table, what: str) -> Table:
    """Return the rows of both tables, with the columns of both."""
    problems = [
        Problem(
            "is of kind {kind} in one cluster and {other} in the other",
            what,
            column=name,
            values={"kind": second[name].kind, "other": first[name].kind},
        )
        for name in first
        if name in second and first[name].kind != second[name].kind
    ]
    if problems:
        raise InputError(problems)
    kinds = {name: column.kind for table in (first, second) for name, column in table.items()}
    above, below = (
        Table(
            {name: table[name] if name in table else Column.empty(kind, table.n_rows) for name, kind in kinds.items()},
            table.n_rows,
        )
        for table in (first, second)
    )
    return above.extended(below)


def _differ(table: Table, first: Array, second: Array) -> Array:
    """Return for which of the pairs of rows anything differs."""
    differ = np.zeros(len(first), dtype=bool)
    for column in table.values():
        missing, values = column.missing, column.values
        both = missing[first] & missing[second]
        differ |= ~both & ((missing[first] != missing[second]) | (values[first] != values[second]))
    return differ


def _layers(first: Parts, second: Parts) -> tuple[Layer, ...]:
    described = {each.name: each for each in (*second.layers, *first.layers)}
    problems = [
        Problem("has a direction in one cluster and none in the other", "layers", value=each.name)
        for each in second.layers
        if each.directed != described[each.name].directed
    ]
    if problems:
        raise InputError(problems)
    names = (*first.layer_names, *(name for name in second.layer_names if name not in first.layer_names))
    return tuple(described[name] for name in names)


def _keep_groups(parts: Parts, stays: Array) -> Parts:
    if stays.all():
        return parts
    place = np.cumsum(stays) - 1
    kept = parts.affiliations.take(stays[parts.affiliations.target])
    labels = tuple(label for label, is_there in zip(parts.group_labels, stays, strict=True) if is_there)
    affiliations = replace(kept, target=place[kept.target])
    return replace(parts, group_labels=labels, groups=parts.groups.take(stays), affiliations=affiliations)


def _keep_layers(parts: Parts, stays: Array) -> Parts:
    if stays.all():
        return parts
    place = np.cumsum(stays) - 1

    def inside(links: Links) -> Links:
        kept = links.take(stays[links.layer])
        return replace(kept, layer=place[kept.layer])

    tables: dict[str, Any] = {name: inside(getattr(parts, name)) for name in ("ties", "affiliations", "unknown")}
    return replace(parts, layers=tuple(each for each, kept in zip(parts.layers, stays, strict=True) if kept), **tables)
