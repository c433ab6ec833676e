"""From the lines between Pajek's vertices to relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np

from socluster.core.coerce import clean_text
from socluster.io.formats.relations import Relation, default_layer

__all__ = ["Link", "relations_of_links"]


class Link(NamedTuple):
    """A line between two vertices (from 0): its relation, whether arc or edge, its value and line in the file."""

    relation: int
    kind: str
    source: int
    target: int
    weight: float
    line: int


def relations_of_links(
    links: Sequence[Link], headers: Mapping[int, Set[str]], names: Mapping[int, str], *, first_mode: int | None
) -> tuple[list[Relation], str | None]:
    """Return the relations in the order of the file, and what is to be noted about them.

    Pajek writes the headers of both arcs and edges also where one of them has no line, so the lines decide, and the
    headers only where there are no lines.
    """
    by_relation: dict[int, list[Link]] = {relation: [] for relation in headers}
    for link in links:
        by_relation.setdefault(link.relation, []).append(link)
    titles = _titles(list(by_relation), names, two_mode=first_mode is not None)
    relations, mixed = [], []
    for number, lines in by_relation.items():
        kinds = {link.kind for link in lines} or headers[number]
        directed = first_mode is None and "arc" in kinds and not (kinds == {"arc", "edge"} and not lines)
        if directed and "edge" in kinds:
            mixed.append(titles[number])
            lines = [twin for link in lines for twin in _as_arcs(link)]
        if first_mode is not None:
            lines = [_from_first_mode(link, first_mode) for link in lines]
        relations.append(_relation(titles[number], lines, directed=directed))
    return relations, _note(mixed)


def _titles(numbers: Sequence[int], names: Mapping[int, str], *, two_mode: bool) -> dict[int, str]:
    """Return a name for each relation, no two alike."""
    titles: dict[int, str] = {}
    for number in numbers:
        plain = default_layer(two_mode) if number == 1 or len(numbers) == 1 else f"relation {number}"
        title = clean_text(names.get(number, "")) or plain
        titles[number] = f"{title} (relation {number})" if title in titles.values() else title
    return titles


def _as_arcs(link: Link) -> list[Link]:
    if link.kind == "arc":
        return [link]
    return [link, link._replace(source=link.target, target=link.source)]


def _from_first_mode(link: Link, first_mode: int) -> Link:
    """Return the link from the actor to the group, with the group counted from 0."""
    actor, group = sorted((link.source, link.target))
    return link._replace(source=actor, target=group - first_mode)


def _relation(name: str, lines: Sequence[Link], *, directed: bool) -> Relation:
    return Relation(
        name=name,
        directed=directed,
        sources=np.array([link.source for link in lines], dtype=np.int64),
        targets=np.array([link.target for link in lines], dtype=np.int64),
        weights=np.array([link.weight for link in lines], dtype=np.float64),
        lines=np.array([link.line for link in lines], dtype=np.int64),
    )


def _note(mixed: Sequence[str]) -> str | None:
    if not mixed:
        return None
    return f"Layers with arcs and edges in the Pajek file, each edge read as two arcs: {', '.join(mixed)}."
