"""Hypothesis strategies for clusters, with everything in them that a format or a library could spoil."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.core.coerce import clean_text
from socluster.core.columns import KINDS
from socluster.core.schema import EVIDENCE

__all__ = ["clusters", "ids", "texts"]

# Letters of Lithuanian, blanks, and what CSV, XML, JSON and spreadsheets take for syntax.
_SIGNS = "ąčęėįšųūžĄŠabz019=+-@'\"„“,;|<>&*:%_#.()[]{}\\/ 😀\u2028"
_TELLING = ["NA", "nan", "None", "null", "007", "1e5", "5,5", "=1+1", "TRUE", "Šiaulių „Ąžuolo“ mokykla", "a b", "]]>"]

# Further columns; some are called what other programs call ours, or what they reserve.
_FURTHER = ["beds", "Įkurta", "id", "label", "type", "mode", "bipartite", "value", "key", "group_", "a:b & <c>"]
_KNOWN = {
    "actors": {"name": "text", "sector": "text", "kind": "text", "level": "text", "place": "text", "responded": "flag"},
    "groups": {"name": "text", "kind": "text", "date": "text", "level": "text"},
    "links": {"ref": "text", "wave": "text"},
}
_DTYPES = {"text": "string", "number": "float64", "integer": "Int64", "flag": "boolean"}


def _is_fit(text: str) -> bool:
    return bool(text) and clean_text(text) == text


# Ids of actors, groups and layers are clean text on one line; line breaks and tabs may stand inside other texts.
ids = st.sampled_from(_TELLING) | st.text(_SIGNS, min_size=1, max_size=8).filter(_is_fit)
texts = ids | st.text(_SIGNS + "\n\t", min_size=1, max_size=12).filter(_is_fit)

_CELLS: dict[str, st.SearchStrategy[Any]] = {
    "text": st.none() | texts,
    "number": st.none() | st.floats(allow_nan=False, allow_infinity=False),
    "integer": st.none() | st.integers(-(2**63), 2**63 - 1),
    "flag": st.none() | st.booleans(),
}
_CHOICE_OF_KNOWN = {table: st.sets(st.sampled_from(list(columns))) for table, columns in _KNOWN.items()}
_CHOICE_OF_FURTHER = st.dictionaries(st.sampled_from(_FURTHER), st.sampled_from(KINDS), max_size=3)
_TIE = st.tuples(st.floats(1e-300, 1e300), st.floats(0, 1), st.sampled_from(EVIDENCE), st.booleans())
_LAYER = st.tuples(st.booleans(), st.none() | texts)


@st.composite
def clusters(draw: st.DrawFn, *, two_mode: bool | None = None, max_actors: int = 6) -> Cluster:
    """Any small cluster.

    Texts hold Lithuanian letters, quotes, signs that spreadsheets and markup would run, and words that look like
    missing values. There are several layers, directed and undirected, some of them empty; waves; groups, of which some
    are called like actors; affiliations; unknown dyads; missing cells and columns; further columns of every kind.

    Parameters
    ----------
    two_mode : bool, optional
        Whether there may be groups and affiliations; None leaves it to chance.
    max_actors : int, default 6
        Most actors.
    """
    actors = _several(draw, ids, (4, max_actors, 2, 0))
    groups = []
    if draw(st.booleans()) if two_mode is None else two_mode:
        groups = _several(draw, ids | st.sampled_from(actors) if actors else ids, (2, 3, 1))
    *tie_layers, group_layer = _several(draw, ids, (3, 4, 2))
    ties = _links(draw, ("source", "target"), actors, actors, tie_layers)
    unknown = _links(draw, ("source", "target"), actors, actors, tie_layers)[["source", "target", "layer"]]
    known = {_dyad(row) for row in ties.to_dict("records")}
    is_open = [_dyad(row) not in known for row in unknown.to_dict("records")]
    return Cluster.from_tables(
        _nodes(draw, "actor", actors),
        _with_a_second_wave(ties),
        groups=_nodes(draw, "group", groups),
        affiliations=_links(draw, ("actor", "group"), actors, groups, [group_layer]),
        unknown=unknown[pd.Series(is_open, dtype=bool)],
        layers=_layers(draw, tie_layers, group_layer),
        name=draw(st.none() | ids),
        info=draw(st.dictionaries(ids, texts, max_size=2)),
    )


def _several(draw: st.DrawFn, values: st.SearchStrategy[Any], sizes: tuple[int, ...]) -> list[Any]:
    """Different values, as many as one of the sizes says; lists without a least size would mostly be short."""
    size = draw(st.sampled_from(sizes))
    return draw(st.lists(values, min_size=size, max_size=size, unique=True))


def _columns(draw: st.DrawFn, table: str, n_rows: int) -> dict[str, pd.Series[Any]]:
    """Some of the known columns and up to three further ones, with gaps; some without a single value."""
    chosen = draw(_CHOICE_OF_KNOWN[table])
    kinds = {name: kind for name, kind in _KNOWN[table].items() if name in chosen}
    columns = {}
    for name, kind in {**kinds, **draw(_CHOICE_OF_FURTHER)}.items():
        is_empty = draw(st.sampled_from([False, False, True]))
        cells = [None] * n_rows if is_empty else draw(st.lists(_CELLS[kind], min_size=n_rows, max_size=n_rows))
        columns[name] = pd.Series(cells, dtype=_DTYPES[kind])
    return columns


def _nodes(draw: st.DrawFn, key: str, names: list[str]) -> pd.DataFrame:
    return pd.DataFrame({key: pd.Series(names, dtype="string"), **_columns(draw, f"{key}s", len(names))})


def _links(draw: st.DrawFn, ends: tuple[str, str], near: list[str], far: list[str], layers: list[str]) -> pd.DataFrame:
    """Different pairs, with a layer, weight, confidence, evidence and whatever else is known of a tie."""
    one_mode = ends[0] == "source"
    possible = [(a, b, layer) for a in near for b in far if not one_mode or a < b for layer in layers]
    size = min(draw(st.sampled_from((3, 6, 1, 0))), len(possible))
    rows = draw(st.permutations(possible))[:size] if size else []
    said = draw(st.lists(_TIE, min_size=size, max_size=size))
    turned = [one_mode and turn for *_, turn in said]
    pairs = [(b, a, layer) if turn else (a, b, layer) for (a, b, layer), turn in zip(rows, turned, strict=True)]
    frame = pd.DataFrame(pairs, columns=[*ends, "layer"], dtype="string")
    known = pd.DataFrame([tie[:3] for tie in said], columns=["weight", "confidence", "evidence"])
    known = known.astype({"weight": "float64", "confidence": "float64", "evidence": "string"})
    return pd.concat([frame, known], axis="columns").assign(**_columns(draw, "links", size))


def _dyad(row: dict[Any, Any]) -> tuple[frozenset[str], str]:
    return frozenset((row["source"], row["target"])), row["layer"]


def _with_a_second_wave(ties: pd.DataFrame) -> pd.DataFrame:
    """Repeat every tie that has no wave in a wave of its own: the same pair, told apart by nothing else."""
    if "wave" not in ties:
        return ties
    again = ties[ties["wave"].isna()].assign(wave="2016-11")
    return pd.concat([ties, again], ignore_index=True)


def _layers(draw: st.DrawFn, tie_layers: list[str], group_layer: str) -> dict[str, dict[str, Any]]:
    """Direction and meaning of each layer, in any order; ladders would restrict the weights."""
    described = {}
    for name in draw(st.permutations([*tie_layers, group_layer])):
        directed, meaning = draw(_LAYER)
        described[name] = {"directed": directed and name != group_layer, "meaning": meaning}
    return described
