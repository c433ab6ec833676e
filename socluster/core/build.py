"""Validation: from plain tables to the frozen parts of a cluster, or to an error that lists every bad row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.coerce import Reader, clean_text, positions, unfit
from socluster.core.columns import Array, Column, Table, text_column
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Originals
from socluster.core.layers import Layer, read_layers
from socluster.core.link_rules import WEIGHT, broken_rules, scale_of, states_none, with_defaults
from socluster.core.parts import Links, Parts
from socluster.core.schema import (
    AFFILIATION,
    EVIDENCE,
    KEYS,
    KNOWN,
    TABLES,
    TIE,
    canonical_columns,
    column_meant,
    evidence_meant,
)
from socluster.core.tables import Tables
from socluster.words import Phrase, later, marked, number, phrase

__all__ = ["NOT_POSITIVE", "NO_ACTOR", "OTHER_WAY", "REPEATED", "SELF_TIE", "build"]

# What a reader can be asked to deal with; whoever reads adds how to ask for it.
SELF_TIE = marked("is a tie of an actor with itself")
NOT_POSITIVE = marked("must be a positive number; leave the row out where there is no tie")
NO_ACTOR = marked("is not in the table of actors")
REPEATED = marked("is already in row {row} (layer '{layer}')")
OTHER_WAY = marked(
    "is already in row {row} (layer '{layer}'); if direction matters, say layers={'{layer}': {'directed': True}}"
)

_MOST_SUGGESTED = 50  # searching for the nearest is slow; after so many, the pattern of the mistake is plain
_LEAST_PERCENT = 2  # below it, a share above 1 is more likely a slip than a percentage
_NOT_SURE = {
    "assumed": marked("is missing; a tie that is assumed must say how sure it is"),
    "simulated": marked("is missing; a tie that is simulated must say how sure it is"),
}


def build(tables: Tables, *, keep_labels: bool = False) -> Parts:
    """Validate plain tables and return the parts of a cluster.

    Parameters
    ----------
    tables : Tables
        What to validate.
    keep_labels : bool, default False
        Remember the cells of the id columns that are no texts (3, not "3") as the labels of actors and groups; text
        from a table is cleaned instead.

    Raises
    ------
    InputError
        With every problem of every table.
    """
    problems: list[Problem] = []
    _refuse_unfit_words(tables, problems)
    readers = {name: _reader(name, tables, problems) for name in TABLES}
    if problems:  # without the right columns, the rows would only add noise
        raise InputError(problems)
    labels, actors = _nodes(readers["actors"], "actor")
    group_labels, groups = _nodes(readers["groups"], "group")
    originals = tables.originals
    if keep_labels:
        originals |= Originals(
            _other_than_text(readers["actors"], labels), _other_than_text(readers["groups"], group_labels)
        )
    layers, layer_problems = read_layers(tables.layers)
    problems += [_placed(problem, tables) for problem in layer_problems]
    names = {name: _layer_column(readers[name]) for name in ("ties", "affiliations", "unknown")}
    for column in names.values():
        for name in column.labels:
            layers.setdefault(name, Layer(name))
    _refuse_mixed_layers(readers["affiliations"], names["ties"], names["affiliations"])
    links = {
        "ties": _Ends("source", "target", labels, labels),
        "affiliations": _Ends("actor", "group", labels, group_labels),
        "unknown": _Ends("source", "target", labels, labels),
    }
    built = {name: _links(readers[name], ends, names[name], list(layers.values())) for name, ends in links.items()}
    _refuse_known_unknown(readers["unknown"], built["ties"], built["unknown"])
    if problems:
        raise InputError(problems)
    parts = Parts(
        labels=labels,
        actors=actors,
        group_labels=group_labels,
        groups=groups,
        layers=tuple(layers.values()),
        name=clean_text(str(tables.name)) or None if tables.name is not None else None,
        info=MappingProxyType(_info(tables.info)),
        originals=originals,
        **built,
    )
    parts.refuse_equal_labels()
    return parts


def _other_than_text(reader: Reader, labels: tuple[str, ...]) -> dict[str, Any]:
    """Return, from id to label, the cells of the column of ids that are no texts."""
    cells = reader.frame[KEYS[reader.table][0]].tolist()
    return {label: cell for label, cell in zip(labels, cells, strict=True) if label and not isinstance(cell, str)}


class _Ends:
    """Which columns hold the two ends of a link, and what they may contain."""

    def __init__(self, near: str, far: str, near_labels: tuple[str, ...], far_labels: tuple[str, ...]) -> None:
        self.columns = (near, far)
        self.labels = (near_labels, far_labels)


def _reader(name: str, tables: Tables, problems: list[Problem]) -> Reader:
    frame = getattr(tables, name)
    origin = tables.origins.get(name)
    if frame is None:
        frame = pd.DataFrame({key: pd.Series(dtype=object) for key in KEYS[name]})
    if not isinstance(frame, pd.DataFrame):
        raise InputError(Problem("must be a pandas DataFrame", table=name, value=type(frame).__name__))
    frame = _with_id_column(frame, KEYS[name][0])
    written = [str(column) for column in frame.columns]
    kinds = tables.kinds.get(name, {})
    settled = kinds if tables.own_names else {}
    try:
        translated = canonical_columns(name, [column for column in written if column not in settled])
        ours = {column: translated.get(column, column) for column in written}
    except InputError as error:
        problems += [replace(problem, file=origin.label if origin else None) for problem in error.problems]
        return Reader(name, frame, origin)
    if name == "actors" and "actor" not in ours.values() and "name" in ours.values():
        ours = {column: "actor" if meant == "name" else meant for column, meant in ours.items()}
    if origin is not None:
        origin = replace(origin, columns={**{meant: column for column, meant in ours.items()}, **origin.columns})
    frame = frame.set_axis([ours[column] for column in written], axis="columns")
    reader = Reader(
        name,
        frame,
        origin,
        {ours.get(column, column): kind for column, kind in kinds.items()},
        tables.raw_text,
        problems,
    )
    _check_columns(reader)
    return reader


def _with_id_column(frame: pd.DataFrame, key: str) -> pd.DataFrame:
    """Move a meaningful index into a column: actors and groups may come indexed by their ids."""
    if key in ("actor", "group") and key not in frame.columns:
        if frame.index.name is not None:
            return frame.rename_axis(str(frame.index.name)).reset_index()
        if not isinstance(frame.index, pd.RangeIndex):
            return frame.rename_axis(key).reset_index()
    return frame


def _check_columns(reader: Reader) -> None:
    columns = list(reader.frame.columns)
    for column in sorted({column for column in columns if columns.count(column) > 1}):
        reader.note("occurs more than once", None, column)
    if "" in columns:
        reader.note("a column has no name", None)
    for column in columns:
        fault = unfit(str(column), is_key=True)
        if fault:
            reader.note("the name of the column {fault}", None, str(column), values={"fault": fault})
    for key in KEYS[reader.table]:
        if key != "layer" and key not in columns:
            reader.note("this column is needed", None, key, nearest=nearest(key, columns))


def _nodes(reader: Reader, key: str) -> tuple[tuple[str, ...], Table]:
    column = reader.key(key)
    first: dict[int, int] = {}
    for position, code in enumerate(column.values.tolist()):
        if code >= 0 and first.setdefault(code, position) != position:
            row = reader.origin.row(first[code]) if reader.origin else reader.frame.index[first[code]]
            reader.note("is already in row {row}", position, key, column.labels[code], values={"row": row})
    labels = tuple(label or "" for label in column.objects())
    return labels, _table(reader)


def _table(reader: Reader) -> Table:
    """Read every column that is no key; known ones are always there."""
    known = KNOWN[reader.table]
    n_rows = len(reader.frame)
    columns: dict[str, Column] = {}
    for name, kind in known.items():
        columns[name] = reader.typed(name, kind) if name in reader.frame.columns else Column.empty(kind, n_rows)
    for name in reader.frame.columns:
        if name not in known and name not in KEYS[reader.table]:
            columns[name] = reader.typed(name, None)
    for name, stated in reader.kinds.items():
        if name not in columns and name not in KEYS[reader.table] and stated in ("text", "number", "integer", "flag"):
            columns[name] = Column.empty(stated, n_rows)  # type: ignore[arg-type]  # narrowed by the test before
    if reader.table in ("actors", "groups"):
        columns = {name: column_meant(name, column) for name, column in columns.items()}
    return Table(columns, n_rows)


def _placed(problem: Problem, tables: Tables) -> Problem:
    """Return a problem of a layer with the row and column of the file, where the layers came from one."""
    origin = tables.origins.get("layers")
    names = [clean_text(str(name)) for name in tables.layers]
    if origin is None or problem.row not in names:
        return problem
    column = origin.columns.get(problem.column, problem.column) if problem.column else None
    return replace(problem, row=origin.row(names.index(str(problem.row))), column=column, file=origin.label)


def _layer_column(reader: Reader) -> Column:
    default = AFFILIATION if reader.table == "affiliations" else TIE
    if "layer" not in reader.frame.columns:
        return text_column(np.array([default] * len(reader.frame), dtype=object))
    column = reader.text("layer", is_key=True)
    if column.missing.any():
        column = text_column([label or default for label in column.objects()])
    return column


def _refuse_mixed_layers(reader: Reader, ties: Column, affiliations: Column) -> None:
    for name in sorted({*ties.labels} & {*affiliations.labels}):
        reader.note("holds ties and affiliations; give the affiliations a layer of their own", None, "layer", name)


def _links(reader: Reader, ends: _Ends, layer_column: Column, layers: list[Layer]) -> Links:
    near, far = (_end(reader, column, labels) for column, labels in zip(ends.columns, ends.labels, strict=True))
    layer = positions(layer_column, [each.name for each in layers])
    rest = _table(reader)
    good = (near >= 0) & (far >= 0)
    if "weight" in rest:
        rest = _with_weights(reader, rest, layer)
        _note_broken_rules(reader, rest, layer, layers)
        good &= ~states_none(rest, layer, layers)
        rest = with_defaults(rest)
    turned = None
    if ends.columns[0] == "source":
        for position in np.flatnonzero(good & (near == far)):
            reader.note(SELF_TIE, int(position), "target", ends.labels[0][near[position]])
        undirected = ~np.array([each.directed for each in layers] + [False])[layer]
        turned = undirected & (near > far)
        near, far = np.where(undirected, np.minimum(near, far), near), np.where(undirected, np.maximum(near, far), far)
    wave = rest["wave"].values
    order = np.lexsort((wave, far, near, layer))
    order = order[good[order]]
    _refuse_duplicates(reader, ends, order, np.column_stack((layer, near, far, wave)), layers, turned)
    return Links(near, far, layer, rest).take(order)


def _end(reader: Reader, column: str, labels: tuple[str, ...]) -> Array:
    texts = reader.key(column)
    found = positions(texts, labels)
    message = NO_ACTOR
    if column == "group":
        message = marked("is not in the table of groups")
    known = set(labels)
    strangers = [label for label in texts.labels if label not in known]
    suggestions = {label: _whole(label, known) or nearest(label, known - {""}) for label in strangers[:_MOST_SUGGESTED]}
    for position in np.flatnonzero((found < 0) & ~texts.missing):
        value = texts.labels[texts.values[position]]
        reader.note(message, int(position), column, value, nearest=suggestions.get(value))
    return found


def _whole(label: str, known: set[str]) -> str | None:
    """Return the id that a spreadsheet made a decimal of: 1.0 for 1."""
    whole = label.removesuffix(".0")
    return whole if whole != label and whole in known else None


def _with_weights(reader: Reader, rest: Table, layer: Array) -> Table:
    """Fill in the weights of a layer that states none: an empty column of a form is no column.

    So services may have capacities in a form in which attendances, of another layer, have no weight.
    """
    weight = rest["weight"]
    if "weight" not in reader.frame.columns or reader.frame.empty:
        return rest.replace(weight=Column("number", np.full(len(weight), WEIGHT)))
    if not reader.raw_text:
        return rest
    states_none = weight.missing & ~np.isin(layer, layer[~weight.missing])
    return rest.replace(weight=Column("number", np.where(states_none, WEIGHT, weight.values)))


def _note_broken_rules(reader: Reader, rest: Table, layer: Array, layers: list[Layer]) -> None:
    """Word an error for every row that breaks a rule."""
    broken = broken_rules(rest, layer, layers)
    if not broken.any():
        return
    weight, confidence, evidence = (rest[name].objects() for name in ("weight", "confidence", "evidence"))
    rows = {rule: np.flatnonzero(mask).tolist() for rule, mask in vars(broken).items()}
    _note_missing_weights(reader, rows["no_weight"])
    for row in rows["not_positive"]:
        reader.note(NOT_POSITIVE, row, "weight", weight[row])
    for row in rows["off_ladder"]:
        ladder = scale_of(layers[layer[row]])
        values = {"ladder": ladder.name, "steps": str(list(ladder.strengths))}
        reader.note("is not on the ladder '{ladder}': {steps}", row, "weight", weight[row], values=values)
    words = list(dict.fromkeys(evidence[row] for row in rows["no_evidence"]))
    meant = {word: nearest(word, EVIDENCE) for word in words[:_MOST_SUGGESTED]}
    for row in rows["no_evidence"]:
        message = marked("is no kind of evidence; these are {kinds}")
        word, kinds = evidence[row], {"kinds": ", ".join(EVIDENCE)}
        reader.note(message, row, "evidence", word, nearest=meant.get(word), values=kinds)
    for row in rows["no_share"]:
        share = confidence[row]
        told = _out_of_range(share)
        reader.note(told, row, "confidence", share)
    for row in _not_noted(reader, rows["not_sure"], "confidence"):
        reader.note(_NOT_SURE[evidence_meant(evidence[row])], row, "confidence")


def _out_of_range(share: float) -> Phrase:
    """Say of a share that is none how it is to be written, if it is meant as a percentage."""
    if not _LEAST_PERCENT <= share <= 100:
        return phrase("must lie between 0 and 1")
    hundredths, part = (later(number, each, digits=12) for each in (share, share / 100))
    return phrase("must lie between 0 and 1; {hundredths} in a hundred is {part}", hundredths=hundredths, part=part)


def _note_missing_weights(reader: Reader, rows: list[int]) -> None:
    for position in _not_noted(reader, rows, "weight"):
        message = marked(
            "has no weight; write one in every row of the layer (1 where all count alike) or in none, or list the dyad "
            "among the unknown ones if nobody knows"
        )
        reader.note(message, position, "weight")


def _not_noted(reader: Reader, positions: list[int], column: str) -> list[int]:
    """Return the rows whose cell is empty; one that is there but cannot be read was noted when it was read."""
    written = reader.origin.columns.get(column, column) if reader.origin else column
    noted = {problem.row for problem in reader.problems if problem.column == written and problem.table == reader.table}
    return [position for position in positions if reader.row_of(position) not in noted]


def _refuse_duplicates(
    reader: Reader, ends: _Ends, order: Array, keys: Array, layers: list[Layer], turned: Array | None
) -> None:
    """Name every link that stands already; `turned` are those that were written the other way round."""
    same = (keys[order][1:] == keys[order][:-1]).all(axis=1)
    reversed_ = np.zeros(len(keys), dtype=bool) if turned is None else turned
    for place in np.flatnonzero(same) + 1:
        first, second = sorted((int(order[place - 1]), int(order[place])))
        layer, near, far, _ = keys[second]
        row = reader.origin.row(first) if reader.origin else reader.frame.index[first]
        pair = f"{ends.labels[0][near]} – {ends.labels[1][far]}"
        message = OTHER_WAY if reversed_[first] != reversed_[second] else REPEATED
        reader.note(message, second, value=pair, values={"row": row, "layer": layers[layer].name})


def _refuse_known_unknown(reader: Reader, ties: Links, unknown: Links) -> None:
    if not len(unknown):
        return
    known = set(
        zip(ties.layer.tolist(), ties.source.tolist(), ties.target.tolist(), ties.rest["wave"].objects(), strict=True)
    )
    rows = zip(
        unknown.layer.tolist(),
        unknown.source.tolist(),
        unknown.target.tolist(),
        unknown.rest["wave"].objects(),
        strict=True,
    )
    for key in rows:
        if key in known:
            reader.note("a dyad is listed as unknown although its tie stands among the ties", None, value=key)


def _info(info: Mapping[str, object]) -> dict[str, str]:
    cleaned = {clean_text(str(key)): clean_text(str(value)) for key, value in info.items() if value is not None}
    return {key: value for key, value in cleaned.items() if key and value}


def _refuse_unfit_words(tables: Tables, problems: list[Problem]) -> None:
    """Names, layers and info must fit every file format, as the cells do."""
    words: list[tuple[str, str, bool]] = [("name", str(tables.name or ""), False)]
    for name, layer in tables.layers.items():
        words.append(("layers", str(name), True))
        meaning = layer.get("meaning") if isinstance(layer, Mapping) else getattr(layer, "meaning", None)
        words.append(("layers", str(meaning or ""), False))
    words += [("info", str(text), False) for pair in tables.info.items() for text in pair]
    for where, text, is_key in words:
        fault = unfit(clean_text(text), is_key=is_key)
        if fault:
            problems.append(Problem(fault, where, value=text))
