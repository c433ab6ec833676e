"""What a graph library or graph file has no place for, carried along as one JSON text under the key `socluster`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.io.tables import sidecar, strict_json
from socluster.words import marked, phrase

__all__ = ["KEY", "GraphDescription"]

KEY = "socluster"


@dataclass(frozen=True)
class GraphDescription:
    """Everything about a cluster that its nodes and edges do not say.

    Parameters
    ----------
    tables : Description
        Name, info, layers and kinds of further columns.
    unknown : sequence of mapping
        The unknown dyads, a row each.
    groups : sequence of mapping
        The groups, a row each, where no actor is in any of them, so that they are no nodes.
    groups_where : mapping
        The node attribute, and its value, that tells groups from actors.
    group_ids : mapping
        From the id of a node to that of its group, where an actor has the same id.
    columns : mapping
        For each table, from an attribute to the column that it holds, where the two are not called the same.
    display : sequence of str
        Node attributes that are only there to be shown.
    """

    tables: sidecar.Description = field(default_factory=sidecar.Description)
    unknown: Sequence[Mapping[str, Any]] = ()
    groups: Sequence[Mapping[str, Any]] = ()
    groups_where: Mapping[str, Any] = field(default_factory=dict)
    group_ids: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    display: Sequence[str] = ()

    def renamed(self, table: str, attributes: Mapping[str, Any]) -> dict[str, Any]:
        """Return the attributes under the names of the columns that they hold."""
        columns = self.columns.get(table, {})
        return {columns.get(name, name): values for name, values in attributes.items()}

    def to_json(self, tables: Mapping[str, Any]) -> str:
        """Return the JSON text, `tables` being what `sidecar.describe` says of the tables."""
        own = {part.name: getattr(self, part.name) for part in fields(self) if part.name != "tables"}
        return strict_json.dump({**tables, **{name: value for name, value in own.items() if value}})

    @classmethod
    def from_json(cls, text: str, where: str) -> GraphDescription:
        """Return what a JSON text says.

        Raises
        ------
        InputError
            If it is no description of a cluster.
        """
        document = strict_json.load(text, where)
        if not isinstance(document, dict):
            raise InputError(Problem("must hold a JSON object {...}", file=where))
        described = sidecar.parse(document, where)
        problems = [
            Problem(
                "{place} must be {what}", value=document[name], file=where, values={"place": name, "what": phrase(what)}
            )
            for name, what, is_good in _EXPECTED
            if name in document and not is_good(document[name])
        ]
        if problems:
            raise InputError(problems)
        own = {
            part.name: document[part.name] for part in fields(cls) if part.name != "tables" and part.name in document
        }
        return cls(described, **own)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, bool | str | int | float)


def _is_plain_object(value: object) -> bool:
    return isinstance(value, dict) and all(_is_plain(each) for each in value.values())


def _are_rows(value: object) -> bool:
    return isinstance(value, list) and all(_is_plain_object(row) for row in value)


def _are_texts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def _are_objects_of_texts(value: object) -> bool:
    return isinstance(value, dict) and all(_are_texts(each) for each in value.values())


def _is_list_of_text(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_EXPECTED = (
    ("unknown", marked("a list of objects"), _are_rows),
    ("groups", marked("a list of objects"), _are_rows),
    ("group_ids", marked("an object of texts"), _are_texts),
    ("columns", marked("an object of objects of texts"), _are_objects_of_texts),
    ("groups_where", marked("an object"), _is_plain_object),
    ("display", marked("a list of texts"), _is_list_of_text),
)
