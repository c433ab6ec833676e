"""Small clusters as `Cluster.to_tables` hands them out, with the names that real organisations have."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socluster.core.tables import Tables

TEXT = pd.StringDtype(na_value=np.nan)
GIJA, RUTA, SKYRIUS, ONEIL, FIVE = 'VšĮ "Gija", centras', "„Rūta“", "Šiaulių r. skyrius", "O'Neil ir ė", "5"
ACTORS = [GIJA, RUTA, SKYRIUS, ONEIL, FIVE, "isolate"]


def text(values: list[str | None]) -> pd.Series:
    return pd.Series(values, dtype=TEXT)


def link_columns(n: int) -> dict[str, pd.Series]:
    """The known columns of ties and affiliations that say nothing."""
    return {
        "confidence": pd.Series([1.0] * n),
        "evidence": text(["reported"] * n),
        "ref": text([None] * n),
        "wave": text([None] * n),
    }


def actor_table(**columns: list[str | None]) -> pd.DataFrame:
    known = {name: text([None] * len(ACTORS)) for name in ("name", "sector", "kind", "level", "place")}
    given = {name: text(values) for name, values in columns.items()}
    flags = pd.Series([pd.NA] * len(ACTORS), dtype="boolean")
    return pd.DataFrame({"actor": text(list(ACTORS)), **known, "responded": flags, **given})


def layered_tables() -> Tables:
    """Two layers, one of them directed, a layer without ties, and unknown ties."""
    ties = pd.DataFrame(
        {
            "source": text([GIJA, RUTA, FIVE, GIJA, SKYRIUS]),
            "target": text([RUTA, GIJA, ONEIL, SKYRIUS, FIVE]),
            "layer": text(["nukreipimas, 1", "nukreipimas, 1", "nukreipimas, 1", "„info“", "„info“"]),
            "weight": [1.0, 2.5, 0.001, 0.1, 3.0],
            **link_columns(5),
        }
    )
    unknown = pd.DataFrame(
        {
            "source": text([ONEIL, "isolate"]),
            "target": text([FIVE, GIJA]),
            "layer": text(["„info“", "nukreipimas, 1"]),
            "wave": text([None, None]),
        }
    )
    layers = {
        "nukreipimas, 1": {"directed": True, "scale": None, "meaning": None},
        "„info“": {"directed": False, "scale": None, "meaning": None},
        "empty": {"directed": False, "scale": None, "meaning": None},
    }
    return Tables(actor_table(), ties, unknown=unknown, layers=layers)


def two_mode_tables() -> Tables:
    """Actors and groups, and nothing else."""
    groups = pd.DataFrame(
        {
            "group": text(["2016-11 „Diena“", "b, c"]),
            **{name: text([None, None]) for name in ("name", "kind", "date", "level")},
        }
    )
    affiliations = pd.DataFrame(
        {
            "actor": text([GIJA, GIJA, RUTA]),
            "group": text(["2016-11 „Diena“", "b, c", "b, c"]),
            "layer": text(["affiliation"] * 3),
            "weight": [1.5, 2.0, 1.0],
            **link_columns(3),
        }
    )
    layers = {"affiliation": {"directed": False, "scale": None, "meaning": None}}
    empty = pd.DataFrame({"source": text([]), "target": text([]), "layer": text([]), "weight": pd.Series(dtype=float)})
    return Tables(actor_table(), empty, groups=groups, affiliations=affiliations, layers=layers)


def rows(frame: pd.DataFrame | None, *, layers: dict | None = None) -> set[tuple]:
    """The rows as a set; the ends of an undirected tie in the order of the alphabet."""
    if frame is None:
        return set()
    found = set()
    for record in frame.to_dict("records"):
        ends = [record.get("source", record.get("actor")), record.get("target", record.get("group"))]
        if "source" in record and not (layers or {})[record["layer"]]["directed"]:
            ends.sort()
        found.add((*ends, record["layer"], record.get("weight")))
    return found


def assert_same_network(back: Tables, given: Tables, *, unknown: bool = True) -> None:
    """Compare actors, groups, layers and their directions, ties and affiliations with weights, and unknown ties."""
    assert back.actors["actor"].dtype == TEXT
    assert back.actors["actor"].tolist() == given.actors["actor"].tolist()
    directions = {name: layer["directed"] for name, layer in given.layers.items()}
    assert {name: layer["directed"] for name, layer in back.layers.items()} == directions
    assert list(back.layers) == list(given.layers)
    assert rows(back.ties, layers=back.layers) == rows(given.ties, layers=given.layers)
    assert rows(back.affiliations) == rows(given.affiliations)
    if given.groups is not None:
        assert back.groups["group"].tolist() == given.groups["group"].tolist()
    if unknown:
        assert rows(back.unknown, layers=back.layers) == rows(given.unknown, layers=given.layers)
