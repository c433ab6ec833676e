"""Clusters as plain tables, with everything in them that a file format could spoil."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from socluster.core.build import build
from socluster.core.errors import InputError
from socluster.core.tables import Tables

AWKWARD_IDS = [
    "NA", "null", "nan", "None", "007", "1e5", "TRUE", "=SUM(A1)", "-x", "@home", "+370", "'quoted", "'=x", "''-y",
    "Šiaulių „Ąžuolo“ mokykla", 'UAB "Vėtra"', "a,b", "a;b", "a|b", "#N/A", "_x000D_", "x005F_", "5,5", "<b>&amp;",
]  # fmt: skip


def plain() -> Tables:
    """A small cluster without anything special."""
    return settled(
        Tables(
            actors=pd.DataFrame({"actor": ["a", "b", "c"], "sector": ["public", None, "civic"]}),
            ties=pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "weight": [1.0, 2.5]}),
            name="plain",
        )
    )


def rich() -> Tables:
    """A cluster with awkward texts, gaps in every kind, empty columns, isolates, two modes and unknown dyads."""
    n = len(AWKWARD_IDS)
    actors = pd.DataFrame(
        {
            "actor": AWKWARD_IDS,
            "sector": ["public", None] * (n // 2),
            "place": ["Kelmė", "line one\nline two", "tab\there", "=1+1", *["Šiauliai"] * (n - 4)],
            "responded": pd.array([True, None, False, *[None] * (n - 3)], dtype="boolean"),
            "staff": pd.array([None, 9_007_199_254_740_993, -5, *range(n - 3)], dtype="Int64"),
            "beds": pd.Series(range(n), dtype="int64"),
            "open": [index % 3 == 0 for index in range(n)],
            "grant": [0.30000000000000004, float("nan"), -1e-300, 1.7976931348623157e308, 5.0, *[0.1] * (n - 5)],
            "code": ["007", *[None] * (n - 1)],
            "fax": pd.Series([None] * n, dtype="str"),
            "empty_integer": pd.array([None] * n, dtype="Int64"),
            "empty_flag": pd.array([None] * n, dtype="boolean"),
            "empty_number": [float("nan")] * n,
            "=cost, gross;net": ["1", "2", *[None] * (n - 2)],
            "'-note": ["'", "''", "'=", "-1", *[None] * (n - 4)],
        }
    )
    ties = pd.DataFrame(
        {
            "source": ["NA", "NA", "=SUM(A1)", "007"],
            "target": ["null", "007", "-x", "NA"],
            "layer": ["referral", "referral", "-money", "referral"],
            "weight": [0.30000000000000004, 2.0, 1e-7, 12345.678901234567],
            "confidence": [1.0, 0.1, 0.7000000000000001, 1.0],
            "evidence": ["documented", "assumed", "simulated", "reported"],
            "ref": ['report "2016", p. 5; table 2', None, "@ministry", None],
            "wave": ["2016-11", None, "2017", None],
            "euros": pd.array([1, None, 3, 4], dtype="Int64"),
        }
    )
    groups = pd.DataFrame(
        {"group": ["e1", "=e2"], "kind": ["event", None], "date": ["2016-11", "2016-11-05"], "hours": [1.5, 2.0]}
    )
    affiliations = pd.DataFrame(
        {"actor": ["NA", "@home"], "group": ["e1", "=e2"], "layer": ["attends"] * 2, "weight": [1.0, 3.0]}
    )
    unknown = pd.DataFrame({"source": ["a,b"], "target": ["a;b"], "layer": ["referral"]})
    layers = {
        "referral": {"directed": True, "scale": None, "meaning": "sends people to, or\n'=calls'"},
        "-money": {"directed": False, "scale": None, "meaning": None},
        "attends": {"directed": False, "scale": None, "meaning": "=was there"},
        "unused": {"directed": True, "scale": None, "meaning": None},
    }
    info = {"title": "Šiaulių regionas", "name": "not the name", "info.name": "nor this", "note": "=1+1", "Name": "x"}
    return settled(Tables(actors, ties, groups, affiliations, unknown, layers=layers, name='=the "cluster"', info=info))


def settled(tables: Tables) -> Tables:
    """Tables as a cluster hands them out."""
    return build(tables).to_tables()


def assert_same_cluster(found: Tables, expected: Tables) -> None:
    """Fail unless both make the same cluster, values, types and order alike."""
    parts = build(found)
    again = parts.to_tables()
    for table in ("actors", "ties", "groups", "affiliations", "unknown"):
        pd.testing.assert_frame_equal(getattr(again, table), getattr(expected, table), check_exact=True)
    assert again.layers == expected.layers
    assert list(again.layers) == list(expected.layers)
    assert again.name == expected.name
    assert again.info == expected.info
    assert parts.digest() == build(expected).digest()


def folder_with(tmp_path: Path, **files: str | bytes) -> Path:
    """A folder with these files, `actors="..."` becoming actors.csv."""
    folder = tmp_path / "cluster"
    folder.mkdir()
    for stem, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{stem}.csv").write_bytes(data)
    return folder


def problems_in(read: Callable[[Path], Tables], path: Path) -> list[tuple[object, object, str]]:
    """Row, column and message of everything that is wrong with a folder or file."""
    with pytest.raises(InputError) as caught:
        read(path)
    assert all(problem.file and str(path) in problem.file for problem in caught.value.problems)
    return [(problem.row, problem.column, problem.message) for problem in caught.value.problems]
