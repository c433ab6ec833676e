"""What Pajek knows of vertices beside their labels: partitions and vectors, and numbers where labels tell nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from socluster.core.coerce import clean_text, unfit
from socluster.core.schema import canonical_columns
from socluster.io.formats.plain_text import parse_number
from socluster.io.formats.relations import Labels

__all__ = ["VertexValues", "actor_columns", "told_apart"]


@dataclass
class VertexValues:
    """A partition (a class per vertex) or a vector (a number per vertex), as its lines are read.

    Parameters
    ----------
    kind : str
        partition or vector.
    name : str
        What stands behind the word.
    values : list of str
        A line per vertex.
    """

    kind: str
    name: str
    values: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """Return kind and name."""
        return f"{self.kind} {self.name}".strip()


def actor_columns(found: Sequence[VertexValues], n_actors: int | None) -> tuple[dict[str, list[object]], list[str]]:
    """Return a column of the actors for each partition and vector, and what fits no vertex.

    Parameters
    ----------
    found : sequence of VertexValues
        In the order of the file.
    n_actors : int, optional
        How many values a column has; None where actors and groups share the vertices, so that none is a column.
    """
    columns: dict[str, list[object]] = {}
    left_out = []
    for each in found:
        numbers = [parse_number(value) for value in each.values]
        if len(numbers) != n_actors or None in numbers:
            left_out.append(str(each))
            continue
        values: list[object] = [*each.values] if each.kind == "partition" else [*numbers]
        columns[_column_name(each, columns)] = values
    return columns, left_out


def _column_name(each: VertexValues, taken: dict[str, list[object]]) -> str:
    name = clean_text(each.name.removesuffix(".clu").removesuffix(".vec"))
    meant = canonical_columns("actors", [name])[name] if name else ""
    if not name or unfit(name, is_key=True) or meant in ("actor", "name", "responded"):
        name = each.kind
    number, unique = 1, name
    while unique.casefold() in {other.casefold() for other in taken}:
        number += 1
        unique = f"{name} {number}"
    return unique


def told_apart(labels: Labels) -> tuple[Labels, list[object] | None]:
    """Return labels that are all different and, where the numbers had to be taken, what they stand for."""
    if len(set(labels.names)) == len(labels.names):
        return labels, None
    numbers = [str(number) for number in range(1, len(labels.names) + 1)]
    return Labels(numbers, labels.lines), [*labels.names]
