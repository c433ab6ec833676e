"""Pseudonyms in the place of names, with the key in a file of its own; and what is not written with names."""

from __future__ import annotations

import csv
import os
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd

from socluster.core.checked import checked
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning, Problem, nearest
from socluster.core.labels import Originals
from socluster.core.paths import is_there, path_of, refuse_special
from socluster.core.tables import Tables
from socluster.core.warn import warn
from socluster.core.whole import whole
from socluster.io.objects.dispatch import as_cluster
from socluster.words import Phrase, later, listed, marked, phrase

__all__ = ["KEY_HEADER", "PSEUDONYMS", "pseudonymise", "refuse_key_beside", "refuse_named_trust"]

KEY_HEADER = ("pseudonym", "actor", "name")
PSEUDONYMS = ("names", "pseudonyms")
"""What `info` says of a cluster whose actors have pseudonyms; where the key is, it does not say."""

_KEPT_COLUMNS = {"actor", "sector", "kind", "level", "place", "responded"}
_KEPT_OF_LINKS = {"source", "target", "actor", "group", "layer", "evidence", "wave"}
_TRUST = re.compile(r"trust|pasitik", re.IGNORECASE)


@checked
def pseudonymise(
    cluster: Any,
    /,
    *,
    key: str | os.PathLike[str],
    keep: str | Iterable[str] = (),
    pseudonyms: Mapping[Any, str] | None = None,
) -> Cluster:
    """How do I hand data on without names?

    Every actor gets a pseudonym (A01, A02, ..., in an order drawn by the system, which no seed can repeat). Who is who
    stands in the key, a CSV file of its own that only its owner can read: put it into another folder than the data, and
    do not hand it on.

    Parameters
    ----------
    cluster : Cluster or anything that `as_cluster` takes
        The cluster with names.
    key : str or path
        The file to write the key to; it must not exist, since a key is never overwritten.
    keep : str or iterable of str, optional
        Further columns of text (of actors or of ties) that tell nobody's name. Without it, of text only sector, kind,
        level and place, evidence and wave stay: names, sources and remarks do not.
    pseudonyms : mapping, optional
        From actor to its pseudonym, for those that have one from an earlier wave; others get new ones.

    Returns
    -------
    Cluster
        With pseudonyms as ids, in the order of the pseudonyms. Its metadata say that the names are pseudonyms, not
        where the key is.

    Raises
    ------
    InputError
        If the key exists already, a pseudonym is of an unknown actor or is the name of an actor, two actors have the
        same one, or there is no column to keep of that name.

    Warns
    -----
    LossWarning
        If columns of text were left out, or something stays that may tell who is who: numbers, columns that were to be
        kept, names of groups, the name of the cluster and its notes; all of them are named.

    Notes
    -----
    A pseudonym hides a name, not an actor: see `disclosure_risk` for who can still be told by its attributes or by the
    number of its partners. Names of groups, columns of numbers, the name of the cluster and its notes stay. In the key,
    an apostrophe stands before a name that a spreadsheet would compute as a formula.

    Examples
    --------
    >>> import tempfile
    >>> import pandas as pd
    >>> import socluster as sc
    >>> from socluster.io.survey.pseudonyms import pseudonymise
    >>> town = sc.Cluster.from_tables(pd.DataFrame({"actor": ["School", "Clinic"], "sector": "public"}))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     hidden = pseudonymise(town.with_ties("School", "Clinic"), key=f"{folder}/key.csv")
    >>> hidden.labels, hidden.n_ties
    (('A01', 'A02'), 1)
    """
    given: Cluster = as_cluster(cluster)
    target = path_of(key)
    refuse_special(target)
    if is_there(target):
        message = marked("exists already, and a key is never overwritten; choose another file")
        raise InputError(Problem(message, is_argument=True, column="key", value=str(target)))
    kept = [keep] if isinstance(keep, str) else [str(each) for each in keep]
    _refuse_unknown_columns(given, kept)
    called = _drawn(given, dict(pseudonyms or {}))
    tables, lost = _without_names(given, called, kept)
    hidden = Cluster._from(tables)
    _write_key(target, given, called)
    _tell(lost, _kept(hidden, kept))
    return hidden


def _tell(lost: list[str], kept: list[str | Phrase]) -> None:
    """Warn of what was left out and of what stays."""
    told = {"lost": later(listed, lost), "kept": later(listed, kept)}
    if lost and kept:
        message = marked("left out, as text may tell names: {lost}; kept, so look whether they tell who is who: {kept}")
        warn(message, LossWarning, **told)
    elif lost:
        warn("left out, as text may tell names: {lost}", LossWarning, lost=told["lost"])
    elif kept:
        warn("kept, so look whether they tell who is who: {kept}", LossWarning, kept=told["kept"])


def _kept(hidden: Cluster, keep: list[str]) -> list[str | Phrase]:
    """Return what stays beyond the columns that everybody has."""
    tables = hidden.parts.to_tables()
    usual = {*_KEPT_COLUMNS, *_KEPT_OF_LINKS, "weight", "confidence"}
    stays: list[str | Phrase] = []
    for name in ("actors", "ties", "affiliations", "unknown"):
        frame = getattr(tables, name)
        columns = [] if frame is None else [each for each in frame if each not in usual or each in keep]
        stays += [f"{name}.{column}" for column in columns if frame[column].notna().any()]
    if hidden.n_groups:
        stays.append(phrase("names of groups"))
    if hidden.name:
        stays.append(phrase("the name of the cluster ('{name}')", name=hidden.name))
    return [*stays, *(f"info.{key}" for key in hidden.info if key != PSEUDONYMS[0])]


def refuse_named_trust(cluster: Cluster) -> None:
    """Refuse to write who trusts whom by name.

    Raises
    ------
    InputError
        If a layer is one of trust (or distrust) by its name or meaning, and the actors have no pseudonyms.
    """
    if cluster.info.get(PSEUDONYMS[0]) == PSEUDONYMS[1]:
        return
    held = {str(name) for name in cluster.ties["layer"].unique()} if cluster.n_ties else set()
    named = [
        name
        for name, layer in cluster.layers.items()
        if name in held and _TRUST.search(f"{name} {layer.meaning or ''}")
    ]
    if named:
        message = marked(
            "the layers {layers} tell who trusts whom by name; write with names=True if that is what you want, or give "
            "pseudonyms first, as in pseudonymise(cluster, key='...')"
        )
        raise InputError(message, {"layers": named})


def refuse_key_beside(target: Path, cluster: Cluster) -> None:
    """Refuse to write pseudonyms into a folder that holds a key to pseudonyms.

    Raises
    ------
    InputError
        If such a file stands there.
    """
    if cluster.info.get(PSEUDONYMS[0]) != PSEUDONYMS[1] or not target.parent.is_dir():
        return
    keys = [each for each in sorted(target.parent.glob("*.csv")) if each.is_file() and _is_key(each)]
    if keys:
        message = marked("the key to the pseudonyms stands in this folder; write the data to another one")
        raise InputError([Problem(message, file=str(each)) for each in keys])


def _is_key(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.readline(200).strip() == ",".join(KEY_HEADER)
    except OSError:  # what cannot be read is no key that anybody could use
        return False


def _drawn(cluster: Cluster, stated: dict[Any, str]) -> dict[str, str]:
    """Return the pseudonym of every actor, by its id."""
    ids = list(cluster.ids)
    of_label = dict(zip(cluster.labels, ids, strict=True)) | {each: each for each in ids}
    message = marked("is no actor of this cluster")
    problems = [
        Problem(message, is_argument=True, column="pseudonyms", value=str(each), nearest=nearest(str(each), ids))
        for each in stated
        if each not in of_label
    ]
    given = {of_label[each]: str(name) for each, name in stated.items() if each in of_label}
    twice = sorted({name for name in given.values() if list(given.values()).count(name) > 1})
    problems += [
        Problem("two actors have the same pseudonym", is_argument=True, column="pseudonyms", value=name)
        for name in twice
    ]
    problems += [
        Problem("is the name of an actor, not a pseudonym", is_argument=True, column="pseudonyms", value=name)
        for name in dict.fromkeys(given.values())
        if name in of_label
    ]
    if problems:
        raise InputError(problems)
    others = [each for each in ids if each not in given]
    secrets.SystemRandom().shuffle(others)
    taken, digits = set(given.values()), max(2, len(str(len(ids))))
    free = (name for name in (f"A{number:0{digits}d}" for number in range(1, 2 * len(ids) + 1)) if name not in taken)
    return given | {each: next(free) for each in others}


def _refuse_unknown_columns(cluster: Cluster, keep: list[str]) -> None:
    tables = cluster.parts.to_tables()
    frames = (tables.actors, tables.ties, tables.affiliations, tables.unknown)
    columns = sorted({str(column) for frame in frames if frame is not None for column in frame})
    message = marked("there is no column of this name; here are {columns}")
    problems = [
        Problem(
            message,
            is_argument=True,
            column="keep",
            value=each,
            nearest=nearest(each, columns),
            values={"columns": columns},
        )
        for each in keep
        if each not in columns
    ]
    if problems:
        raise InputError(problems)


def _without_names(cluster: Cluster, called: dict[str, str], keep: list[str]) -> tuple[Tables, list[str]]:
    """Return the tables with pseudonyms, and which columns of text were left out."""
    tables, lost = cluster.parts.to_tables(), []
    frames: dict[str, pd.DataFrame | None] = {}
    kinds = {name: dict(of_table) for name, of_table in tables.kinds.items()}
    for name, ends, stays in (
        ("actors", ["actor"], _KEPT_COLUMNS),
        ("ties", ["source", "target"], _KEPT_OF_LINKS),
        ("affiliations", ["actor"], _KEPT_OF_LINKS),
        ("unknown", ["source", "target"], _KEPT_OF_LINKS),
    ):
        frame = getattr(tables, name)
        if frame is None:
            frames[name] = None
            continue
        gone = [column for column in frame if column not in {*stays, *keep} and _is_text(frame[column])]
        lost += [f"{name}.{column}" for column in gone if frame[column].notna().any()]
        kinds[name] = {column: kind for column, kind in kinds.get(name, {}).items() if column not in gone}
        hidden = frame.drop(columns=gone)
        frames[name] = hidden.assign(**{end: hidden[end].map(called) for end in ends})
    actors = frames["actors"]
    frames["actors"] = None if actors is None else actors.sort_values("actor", ignore_index=True)
    info = {**dict(tables.info), PSEUDONYMS[0]: PSEUDONYMS[1]}
    originals = Originals({}, tables.originals.groups)
    return replace(tables, **frames, info=info, originals=originals, origins={}, kinds=kinds), lost  # type: ignore[arg-type]


def _is_text(cells: pd.Series[Any]) -> bool:
    return not (pd.api.types.is_numeric_dtype(cells.dtype) or pd.api.types.is_bool_dtype(cells.dtype))


def _as_text(cell: str) -> str:
    """Return a cell so that a spreadsheet does not compute it as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _write_key(target: Path, cluster: Cluster, called: dict[str, str]) -> None:
    names = cluster.actors["name"] if "name" in cluster.actors else pd.Series(None, index=cluster.index)
    rows = zip(cluster.ids, names.astype(object).where(names.notna(), ""), strict=True)
    listed_rows = sorted(tuple(map(_as_text, (called[each], each, str(name)))) for each, name in rows)
    with whole(target, replace=False) as scratch:
        with scratch.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([KEY_HEADER, *listed_rows])
        scratch.chmod(0o600)
