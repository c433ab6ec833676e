"""The frozen inside of a cluster: integer-coded columns, in one canonical order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.columns import TEXT, Array, Table, freeze
from socluster.core.errors import InputError
from socluster.core.labels import Originals, equal_labels, ids_of, label_array, label_index
from socluster.core.layers import Layer
from socluster.core.tables import Tables

__all__ = ["Links", "Parts"]

# What parts make on first use, by what it depends on.
_OF_LABELS = ("position", "actor_labels", "group_called", "_index")
_OF_LAYERS = ("layer_names", "tie_layers")


@dataclass(frozen=True, eq=False)
class Links:
    """Rows that tie two things together within a layer: ties, affiliations, or dyads of unknown state.

    Parameters
    ----------
    source, target, layer : ndarray of int
        Positions of the ends (in actors, or actors and groups) and of the layer.
    rest : Table
        Weight, confidence, evidence, ref, wave and further columns.
    """

    source: Array
    target: Array
    layer: Array
    rest: Table

    def __post_init__(self) -> None:
        """Freeze the arrays, whatever was handed in."""
        for name in ("source", "target", "layer"):
            object.__setattr__(self, name, freeze(np.asarray(getattr(self, name), dtype=np.int32)))

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.source)

    def take(self, rows: Array) -> Links:
        """Return the rows at these positions (or under this mask)."""
        if rows.dtype == bool:
            rows = np.flatnonzero(rows)  # looked through once, not once per column
        return Links(self.source[rows], self.target[rows], self.layer[rows], self.rest.take(rows))

    def layer_codes(self) -> set[int]:
        """Return the codes of the layers that hold any of these rows."""
        return set(np.flatnonzero(np.bincount(self.layer)).tolist())

    def dyads(self, shape: tuple[int, int]) -> Array:
        """Return a whole number per row that tells layer and ends; it never falls from row to row.

        `shape` holds how many things there are at either end.
        """
        numbers: Array = (self.layer.astype(np.int64) * shape[0] + self.source) * shape[1] + self.target
        return numbers

    def content(self) -> bytes:
        """Return bytes that are equal exactly when the rows are equal."""
        return self.source.tobytes() + b"|" + self.target.tobytes() + b"|" + self.layer.tobytes() + self.rest.content()


@dataclass(frozen=True, eq=False)
class Parts:
    """All of a cluster.

    Parameters
    ----------
    labels : tuple of str
        Actor ids, in the order of every answer.
    actors : Table
        Attributes of the actors.
    ties : Links
        Sorted by layer, source, target and wave.
    group_labels : tuple of str
        Group ids.
    groups : Table
        Attributes of the groups.
    affiliations : Links
        Source = actor, target = group; sorted likewise.
    unknown : Links
        Dyads whose state is unknown; sorted likewise.
    layers : tuple of Layer
        In the order of the layer codes.
    name : str or None
        Name of the cluster.
    info : mapping of str to str
        Title, source, licence, boundary, note.
    originals : Originals
        What actors and groups were called where they came from, if not by their ids. It is how answers are labelled,
        not content: neither the digest nor any number depends on it.
    """

    labels: tuple[str, ...]
    actors: Table
    ties: Links
    group_labels: tuple[str, ...]
    groups: Table
    affiliations: Links
    unknown: Links
    layers: tuple[Layer, ...]
    name: str | None
    info: Mapping[str, str]
    originals: Originals = field(default_factory=Originals)

    @cached_property
    def position(self) -> dict[str, int]:
        """From actor id to its position."""
        return {label: position for position, label in enumerate(self.labels)}

    @cached_property
    def layer_names(self) -> tuple[str, ...]:
        """Names of the layers, in the order of their codes."""
        return tuple(layer.name for layer in self.layers)

    @cached_property
    def tie_layers(self) -> tuple[str, ...]:
        """Names of the layers that hold ties between actors, or nothing yet."""
        two_mode = self.affiliations.layer_codes()
        return tuple(name for code, name in enumerate(self.layer_names) if code not in two_mode)

    @cached_property
    def may_hold_unknown(self) -> bool:
        """Whether a dyad is listed as unknown or an actor did not answer."""
        return bool(len(self.unknown)) or bool((self.actors["responded"].values == 0).any())

    @cached_property
    def n_uncertain(self) -> int:
        """Number of ties whose confidence is below 1."""
        return int(np.count_nonzero(self.ties.rest["confidence"].values < 1))

    def rows_of(self, layer: str, sources: Sequence[Any], targets: Sequence[Any]) -> Array:
        """Return the row of every one of these ties of one layer, -1 where there is none; of several waves the last.

        Ends may be given by id or by label.
        """
        if layer not in self.layer_names or not len(self.ties):
            return np.full(len(sources), -1)
        code, n = self.layer_names.index(layer), len(self.labels)
        named = [ids_of(each) if self.originals.actors else each for each in (sources, targets)]
        ends = [np.array([self.position.get(end, -1) for end in each], dtype=np.int64) for each in named]
        near, far = ends if self.layers[code].directed else (np.minimum(*ends), np.maximum(*ends))
        dyads, wanted = self.ties.dyads((n, n)), (code * n + near) * n + far
        row = np.searchsorted(dyads, wanted, side="right") - 1
        is_there = (near >= 0) & (far >= 0) & (dyads[row] == wanted)
        return np.where(is_there, row, -1)

    def remembering(self, actors: Mapping[str, Any], groups: Mapping[str, Any] | None = None) -> Parts:
        """Return the parts in which these ids also have these labels.

        Raises
        ------
        InputError
            If Python takes one for the label of another actor or group.
        """
        if not actors and not groups:
            return self
        new = replace(self, originals=self.originals | Originals(actors, groups or {}))
        new.refuse_equal_labels()
        return new

    def refuse_equal_labels(self) -> None:
        """Refuse labels of actors, or of groups, that are equal for Python (1 and True), though their ids differ."""
        if self.originals.actors or self.originals.groups:
            problems = equal_labels(self.labels, self.actor_labels, "actors")
            problems += equal_labels(self.group_labels, self.group_called, "groups")
            if problems:
                raise InputError(problems)

    def by_id(self) -> Parts:
        """Return the parts in which actors and groups are called by their ids, as in files."""
        return replace(self, originals=Originals()) if self.originals != Originals() else self

    def keep_ties(self, mask: Array) -> Parts:
        """Return the parts with only the ties under this mask."""
        return replace(self, ties=self.ties.take(mask))

    def with_ties(self, ties: Links) -> Parts:
        """Return the parts with other ties in the same layers, sorted already.

        Whoever draws thousands of networks between the same actors makes their index and positions once.
        """
        new = replace(self, ties=ties)
        new._take_over(self, _OF_LABELS + _OF_LAYERS)
        return new

    def with_actors(self, actors: Table) -> Parts:
        """Return the parts in which the same actors have other attributes."""
        new = replace(self, actors=actors)
        new._take_over(self, _OF_LABELS + _OF_LAYERS)
        return new

    def _take_over(self, other: Parts, names: Sequence[str]) -> None:
        """Take over what has been made for other parts and holds for these as well."""
        made = other.__dict__
        self.__dict__.update({name: made[name] for name in names if name in made})

    def digest(self) -> str:
        """Return 32 hexadecimal digits of all content."""
        layers = [[layer.name, layer.directed, layer.scale, layer.meaning] for layer in self.layers]
        head = json.dumps([self.labels, self.group_labels, layers, self.name, sorted(self.info.items())])
        body = (self.actors, self.ties, self.groups, self.affiliations, self.unknown)
        state = hashlib.blake2b(head.encode(), digest_size=16)
        for part in body:
            state.update(b"#" + part.content())
        return state.hexdigest()

    @cached_property
    def actor_labels(self) -> tuple[Any, ...]:
        """What answers call the actors."""
        return self.originals.of_actors(self.labels)

    @cached_property
    def group_called(self) -> tuple[Any, ...]:
        """What answers call the groups."""
        return self.originals.of_groups(self.group_labels)

    @cached_property
    def _index(self) -> pd.Index:
        return label_index(self.actor_labels, "actor")

    def actor_index(self) -> pd.Index:
        """Return a new index of what answers call the actors, named `actor` (a copy: making one is slow)."""
        return self._index.copy(deep=True)

    def actor_frame(self, *, labelled: bool = False) -> pd.DataFrame:
        """Return a new DataFrame of the actors, by id or by label."""
        return self.actors.to_frame(self.actor_index() if labelled else label_index(self.labels, "actor"))

    def group_frame(self, *, labelled: bool = False) -> pd.DataFrame:
        """Return a new DataFrame of the groups, by id or by label."""
        return self.groups.to_frame(label_index(self.group_called if labelled else self.group_labels, "group"))

    def tie_frame(self, *, labelled: bool = False) -> pd.DataFrame:
        """Return a new DataFrame of the ties, by id or by label."""
        labels = self.actor_labels if labelled else self.labels
        return self._links_frame(self.ties, ("source", "target"), (labels, labels))

    def affiliation_frame(self, *, labelled: bool = False) -> pd.DataFrame:
        """Return a new DataFrame of the affiliations, by id or by label."""
        labels = (self.actor_labels, self.group_called) if labelled else (self.labels, self.group_labels)
        return self._links_frame(self.affiliations, ("actor", "group"), labels)

    def unknown_frame(self, *, labelled: bool = False) -> pd.DataFrame:
        """Return a new DataFrame of the unknown dyads, by id or by label."""
        labels = self.actor_labels if labelled else self.labels
        return self._links_frame(self.unknown, ("source", "target"), (labels, labels))

    def _links_frame(
        self, links: Links, ends: tuple[str, str], labels: tuple[tuple[Any, ...], tuple[Any, ...]]
    ) -> pd.DataFrame:
        frame = pd.DataFrame(
            {
                ends[0]: _called(labels[0], links.source),
                ends[1]: _called(labels[1], links.target),
                "layer": _called(self.layer_names, links.layer),
            }
        )
        return pd.concat([frame, links.rest.to_frame()], axis="columns")

    def to_tables(self, *, labelled: bool = False) -> Tables:
        """Return everything as plain tables, by id or by label, with the kinds of all columns."""
        kinds = {
            "actors": self.actors,
            "ties": self.ties.rest,
            "groups": self.groups,
            "affiliations": self.affiliations.rest,
            "unknown": self.unknown.rest,
        }
        return Tables(
            actors=self.actor_frame(labelled=labelled).reset_index(),
            ties=self.tie_frame(labelled=labelled),
            groups=self.group_frame(labelled=labelled).reset_index(),
            affiliations=self.affiliation_frame(labelled=labelled),
            unknown=self.unknown_frame(labelled=labelled),
            layers={layer.name: layer.to_dict() for layer in self.layers},
            name=self.name,
            info=dict(self.info),
            kinds={table: {name: column.kind for name, column in columns.items()} for table, columns in kinds.items()},
            originals=self.originals,
        )


def _called(labels: Sequence[Any], codes: Array) -> pd.Series[Any]:
    """Return a column of the labels at these places."""
    is_text = all(isinstance(label, str) for label in labels)
    return pd.Series(label_array(labels)[codes], dtype=TEXT if is_text else None)
