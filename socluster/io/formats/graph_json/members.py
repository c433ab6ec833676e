"""Where a JSON document lists nodes and links; every program has its own place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = ["Member", "listed_rows", "members_of"]

_LINKS = ("links", "edges", "connections")


@dataclass(frozen=True)
class Member:
    """A node or a link: where it stands, and its attributes with those of the inner objects that programs use."""

    place: str
    attributes: Mapping[str, Any]


def members_of(document: Any) -> tuple[Sequence[Any], Sequence[Any], str, str] | None:
    """Return nodes and links as written, and the places that hold them; None if it is no graph.

    Examples
    --------
    >>> members_of({"nodes": [{"id": "a"}], "links": []})
    ([{'id': 'a'}], [], 'nodes', 'links')
    >>> members_of({"actors": []}) is None
    True
    """
    if not isinstance(document, Mapping) or "actors" in document:
        return None
    elements = document.get("elements")
    if isinstance(elements, list) and isinstance(document.get("connections"), list):  # Kumu
        return elements, document["connections"], "elements", "connections"
    if isinstance(elements, list):  # Cytoscape.js, everything in one list
        are_links = [_is_link(each) for each in elements]
        nodes = [each for each, is_link in zip(elements, are_links, strict=True) if not is_link]
        links = [each for each, is_link in zip(elements, are_links, strict=True) if is_link]
        return nodes, links, "elements", "elements"
    holder = elements if isinstance(elements, Mapping) else document
    listed = holder.get("nodes")
    if not isinstance(listed, list):
        return None
    links_name = next((name for name in _LINKS if isinstance(holder.get(name), list)), None)
    if links_name is not None:
        return listed, holder[links_name], "nodes", links_name
    if isinstance(document.get("adjacency"), list):  # networkx, adjacency_data
        return listed, _links_of_neighbours(listed, document), "nodes", "adjacency"
    return (listed, [], "nodes", "edges") if holder is elements else None


def _is_link(element: Any) -> bool:
    data = element.get("data") if isinstance(element, Mapping) else None
    if isinstance(element, Mapping) and isinstance(element.get("group"), str):
        return bool(element["group"] == "edges")
    return isinstance(data, Mapping) and "source" in data and "target" in data


def _links_of_neighbours(nodes: Sequence[Any], document: Mapping[str, Any]) -> list[Any]:
    """Return a link for each neighbour in the lists; without directions each link stands in two lists."""
    ids = [node.get("id") if isinstance(node, Mapping) else node for node in nodes]
    place = {str(node): position for position, node in enumerate(ids)}
    is_directed = document.get("directed") is True
    links = []
    for position, neighbours in enumerate(document["adjacency"][: len(ids)]):
        for neighbour in neighbours if isinstance(neighbours, list) else [neighbours]:
            if not isinstance(neighbour, Mapping):
                links.append(neighbour)  # is named as no object
            elif is_directed or place.get(str(neighbour.get("id")), position) >= position:
                rest = {name: value for name, value in neighbour.items() if name != "id"}
                links.append({**rest, "source": ids[position], "target": neighbour.get("id")})
    return links


def listed_rows(rows: Sequence[Any], member: str, file: str, *, are_nodes: bool) -> Iterator[Member]:
    """Give each node or link with its attributes; a node may also be a bare id.

    Raises
    ------
    InputError
        With all that are no objects.
    """
    found, problems = [], []
    for position, row in enumerate(rows):
        place = f"{member}[{position}]"
        if isinstance(row, Mapping):
            found.append(Member(place, {**row, **_inner(row)}))
        elif are_nodes and isinstance(row, str | int):
            found.append(Member(place, {"id": row}))
        else:
            message = marked("{place} must be an object {...}")
            problems.append(Problem(message, value=row, file=file, values={"place": place}))
    if problems:
        raise InputError(problems)
    yield from found


def _inner(row: Mapping[str, Any]) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for member in ("attributes", "data"):
        if isinstance(row.get(member), Mapping):
            found.update(row[member])
    return found
