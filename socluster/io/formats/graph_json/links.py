"""What a link in JSON says of its ends and of its direction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from socluster.core.coerce import clean_text
from socluster.core.errors import InputError, Problem, nearest
from socluster.io.formats.graph_json.members import Member
from socluster.io.options import ReadingOptions
from socluster.words import later, listed, marked

__all__ = ["SAYS_DIRECTION", "End", "directed_ends", "ends_named"]

SAYS_DIRECTION = ("directed", "undirected", "direction", "arrows")
End = tuple[str, ...]
_NEAR, _FAR = ("source", "from"), ("target", "to")
_ONE_WAY, _EITHER_WAY = ("directed", "one-way"), ("undirected", "mutual", "both")


def ends_named(links: Sequence[Member], options: ReadingOptions, file: str) -> tuple[End, End]:
    """Return what the two ends of a link may be called.

    Raises
    ------
    InputError
        If the user names an attribute that no link has.
    """
    known = dict.fromkeys(name for link in links for name in link.attributes)
    problems = [
        Problem("no edge has this attribute", column=option, value=named, nearest=nearest(named, known), file=file)
        for option, named in (("source", options.source), ("target", options.target))
        if named is not None and named not in known and links
    ]
    if problems:
        raise InputError(problems)
    if links and options.source is None and options.target is None and not known.keys() & {*_NEAR, *_FAR}:
        raise InputError(_endless([*known], options, file))
    near = _NEAR if options.source is None else (options.source,)
    return near, _FAR if options.target is None else (options.target,)


def _endless(members: list[str], options: ReadingOptions, file: str) -> Problem:
    if len(members) < 2:
        return Problem("no edge says between which nodes it runs (source and target)", file=file)
    message = marked(
        "no edge says between which nodes it runs (source and target); here are {members}; {way} takes ends that are "
        "called otherwise"
    )
    values = {"members": later(listed, members), "way": options.way(source=members[0], target=members[1])}
    return Problem(message, file=file, values=values)


def directed_ends(
    link: Member, ids: Mapping[str, Any], names: tuple[End, End], default: bool, problems: list[tuple[str, str, Any]]
) -> tuple[tuple[str, str], bool]:
    """Return the ends of a link, turned if its arrow points back, and whether it has a direction.

    An end is an id or (as older d3 files have it) the number of a node from 0.

    Parameters
    ----------
    link : Member
        The link.
    ids : mapping
        From the id of each node as text to what is written.
    names : pair of tuples
        What the two ends may be called.
    default : bool
        Whether links have a direction if they say nothing.
    problems : list of tuples
        Grows with place, end and value of each end that is no node.
    """
    near, far = (_end(link, called, ids, problems) for called in names)
    directed, turned = _direction(link.attributes, default)
    return ((far, near) if turned else (near, far)), directed


def _end(link: Member, called: End, ids: Mapping[str, Any], problems: list[tuple[str, str, Any]]) -> str:
    written = next((link.attributes[name] for name in called if name in link.attributes), None)
    if isinstance(written, Mapping):
        written = written.get("id")
    text = clean_text(str(written)) if isinstance(written, str | int | float) else ""
    if text in ids:
        return text
    place = written if isinstance(written, int) and not isinstance(written, bool) else -1
    if 0 <= place < len(ids) and all(isinstance(each, str) for each in ids.values()):
        return list(ids)[place]
    problems.append((link.place, called[0], written))
    return ""


def _direction(own: Mapping[str, Any], default: bool) -> tuple[bool, bool]:
    """Return whether the link has a direction, and whether it runs from the second end to the first."""
    for name, value in (("undirected", False), ("directed", True)):
        if isinstance(own.get(name), bool):
            return own[name] is value, False
    arrows = _arrows(own.get("arrows"))
    if arrows:
        return len(arrows) == 1, arrows == {"from"}
    for name in ("type", "direction"):
        word = str(own.get(name)).casefold()
        if word in _ONE_WAY or word in _EITHER_WAY:
            return word in _ONE_WAY, False
    return default, False


def _arrows(written: Any) -> set[str]:
    """Return at which ends vis.js draws an arrow: `to, from` as text, or an object."""
    if isinstance(written, str):
        return {*re.findall(r"\b(?:to|from)\b", written)}
    if not isinstance(written, Mapping):
        return set()
    shown = {end: each.get("enabled", True) if isinstance(each, Mapping) else each for end, each in written.items()}
    return {end for end, is_shown in shown.items() if end in ("to", "from") and is_shown is True}
