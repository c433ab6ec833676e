"""One actor becomes several: which part takes which ties and affiliations, and what is known of the parts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import pandas as pd

from socluster.core.build import build
from socluster.core.derivation import derived_evidence, from_links
from socluster.core.edit import as_list
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import id_of, listed_ids
from socluster.core.mergers import in_order, is_ladder, still_unknown
from socluster.core.parts import Parts
from socluster.core.rewire import known
from socluster.words import marked

__all__ = ["by_id", "split"]

_EXACT = 1e-9


def split(
    parts: Parts,
    actor: str,
    into: Mapping[str, Iterable[str] | Mapping[str, float]],
    *,
    rest: str | None,
    tie: str | None,
    columns: Mapping[str, Any],
) -> Parts:
    """Return the parts in which the actor is several; see `Cluster.with_split`."""
    known("actor", [actor], parts.labels, "actor")
    shares = _shares(parts, actor, into, rest)
    tables = parts.to_tables()
    unknown = parts.unknown_frame().astype(object)
    everywhere = [_with_name(unknown, ["source", "target"], actor, part) for part in shares]
    ties = _divided(parts, parts.tie_frame(), ["source", "target"], actor, shares)
    ties = pd.concat([ties, _between(parts, list(shares), tie, columns)], ignore_index=True)
    return build(
        replace(
            tables,
            actors=_rows_of_parts(parts, tables.actors, actor, list(shares)),
            ties=ties,
            affiliations=_divided(parts, parts.affiliation_frame(), ["actor"], actor, shares),
            unknown=still_unknown(in_order(parts, pd.concat(everywhere)), in_order(parts, ties)),
        )
    )


def by_id(into: Any, labels: Mapping[str, Any]) -> Any:
    """Return the parts and their partners by their ids; what is no mapping is left for `split` to refuse."""
    if not isinstance(into, Mapping):
        return into
    return {
        id_of(part): {id_of(name): share for name, share in own.items()}
        if isinstance(own, Mapping)
        else listed_ids(own, labels)
        for part, own in into.items()
    }


def _shares(parts: Parts, actor: str, into: Mapping[str, Any], rest: str | None) -> dict[str, dict[str, float]]:
    """Return, for every part, its share of the ties with every partner and of every affiliation.

    Raises
    ------
    InputError
        With every name that fits nothing, and every partner whose shares do not add up to one.
    """
    _check_parts(parts, actor, into, rest)
    partners = _partners(parts, actor)
    shares: dict[str, dict[str, float]] = {part: _listed(part, given) for part, given in into.items()}
    message = marked("'{actor}' has no tie with it and no affiliation")
    problems = [
        Problem(message, row=part, is_argument=True, column="into", value=name, nearest=near, values={"actor": actor})
        for part, own in shares.items()
        for name in own
        if name not in partners
        for near in [nearest(name, partners)]
    ]
    for partner in partners:
        left = 1 - sum(own.get(partner, 0.0) for own in shares.values())
        if left > _EXACT and rest is not None:
            shares[rest][partner] = shares[rest].get(partner, 0.0) + left
        elif left > _EXACT:
            message = marked("goes to no part, or not as a whole; list it, or say which part takes the rest: rest=...")
            problems.append(Problem(message, is_argument=True, column="into", value=partner))
        elif left < -_EXACT:
            message = marked("goes to several parts; give shares that add up to 1, as in {example}")
            values = {"example": "{'A': {'X': 0.5}, 'B': {'X': 0.5}}"}
            problems.append(Problem(message, is_argument=True, column="into", value=partner, values=values))
    if problems:
        raise InputError(problems)
    return shares


def _check_parts(parts: Parts, actor: str, into: Mapping[str, Any], rest: str | None) -> None:
    if not isinstance(into, Mapping) or len(into) < 2:
        example = {"example": "{'A': ['X'], 'B': ['Y', 'Z']}"}
        raise InputError(Problem("a split needs at least two parts: {example}", value=into, values=example))
    taken = [part for part in into if part in parts.position and part != actor]
    if taken:
        message = marked("is another actor already; the parts need new names")
        raise InputError([Problem(message, column="into", is_argument=True, value=part) for part in taken])
    if rest is not None and rest not in into:
        message, values = marked("is none of the parts: {parts}"), {"parts": ", ".join(map(repr, into))}
        raise InputError(
            Problem(message, is_argument=True, column="rest", value=rest, nearest=nearest(rest, into), values=values)
        )


def _partners(parts: Parts, actor: str) -> list[str]:
    """Return the actors to whom it is tied and the groups to which it belongs, each name once."""
    ties, place = parts.ties, parts.position[actor]
    tied = [*ties.target[ties.source == place].tolist(), *ties.source[ties.target == place].tolist()]
    groups = parts.affiliations.target[parts.affiliations.source == place].tolist()
    names = [*(parts.labels[code] for code in sorted(tied)), *(parts.group_labels[code] for code in sorted(groups))]
    return list(dict.fromkeys(names))


def _listed(part: str, given: Any) -> dict[str, float]:
    """Return the shares of one part: of partners that are merely listed, it takes all."""
    if not isinstance(given, Mapping):
        return dict.fromkeys(as_list(given), 1.0)
    bad = {name: share for name, share in given.items() if not _is_share(share)}
    if bad:
        message = marked("is no share; it must lie above 0 and not above 1 ({name})")
        raise InputError([Problem(message, None, part, "into", v, values={"name": name}) for name, v in bad.items()])
    return {name: float(share) for name, share in given.items()}


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and 0 < value <= 1


def _divided(
    parts: Parts, links: pd.DataFrame, ends: list[str], actor: str, shares: Mapping[str, Mapping[str, float]]
) -> pd.DataFrame:
    """Hand the actor's rows to its parts; a strength is divided by the shares, a step of a ladder stays what it is."""
    rows, what = [], "ties" if "source" in ends else "affiliations"
    for row in links.astype(object).to_dict("records"):
        mine = [end for end in ends if row[end] == actor]
        if not mine:
            rows.append(row)
            continue
        far = {"source": "target", "target": "source", "actor": "group"}[mine[0]]
        whole = is_ladder(parts, row["layer"])
        for part, own in shares.items():
            share = own.get(row[far], 0.0)
            if share > 0:
                said = {} if part == actor and share == 1 else _derived(row, what)
                weight = row["weight"] * (1.0 if whole else share)
                rows.append({**row, **said, mine[0]: part, "weight": weight})
    return pd.DataFrame(rows, columns=links.columns, dtype=object)


def _derived(row: Mapping[str, Any], what: str) -> dict[str, Any]:
    """Return evidence and ref of a part of a row: no source says it of the part."""
    return {"evidence": derived_evidence(row["evidence"]), "ref": from_links(pd.DataFrame([row]), what)}


def _between(parts: Parts, names: list[str], layer: str | None, columns: Mapping[str, Any]) -> pd.DataFrame:
    """Return ties of every part with every other, or none if no layer is named."""
    if layer is None:
        if columns:
            what = ", ".join(map(repr, columns))
            message = marked("{columns} would describe a tie between the parts; name its layer, as in tie='referral'")
            raise InputError(message, {"columns": what})
        return pd.DataFrame()
    directed = any(each.name == layer and each.directed for each in parts.layers)
    pairs = permutations(names, 2) if directed else combinations(names, 2)
    said = {"weight": 1.0, **columns, "layer": layer}
    return pd.DataFrame([{**said, "source": source, "target": target} for source, target in pairs], dtype=object)


def _rows_of_parts(parts: Parts, actors: pd.DataFrame, actor: str, names: list[str]) -> pd.DataFrame:
    """Put a row per part in the place of the actor.

    A part that keeps the name keeps the row. A new one is what the actor was (sector, kind, level, place and other
    words and flags), without its full name and its numbers, which would count twice.
    """
    own = [name for name, column in parts.actors.items() if name == "name" or column.kind in ("number", "integer")]
    rows: list[dict[Any, Any]] = []
    for row in actors.astype(object).to_dict("records"):
        if row["actor"] != actor:
            rows.append(row)
            continue
        new = {**row, **dict.fromkeys(own)}
        rows += [row if name == actor else {**new, "actor": name} for name in names]
    return pd.DataFrame(rows, columns=actors.columns, dtype=object)


def _with_name(links: pd.DataFrame, ends: list[str], old: str, new: str) -> pd.DataFrame:
    return links.assign(**{end: [new if name == old else name for name in links[end].tolist()] for end in ends})
