"""What other people call our columns."""

import json

import pandas as pd
import pytest

import socluster as sc
from socluster.core.schema import LEVELS, SECTORS, canonical_columns, value_meant
from socluster.words import LANGUAGES, value_name


@pytest.mark.parametrize(
    ("table", "written", "ours"),
    [
        ("ties", ["ego", "alter"], ["source", "target"]),
        ("ties", ["node1", "node2", "strength"], ["source", "target", "weight"]),
        ("ties", ["Source", "TARGET", "Weight"], ["source", "target", "weight"]),
        ("actors", ["veikėjas", "sektorius", "savivaldybė"], ["actor", "sector", "place"]),
        ("actors", ["actor", "id"], ["actor", "id"]),
        ("actors", ["id", "label", "title"], ["actor", "name", "title"]),
        ("affiliations", ["organisation", "event"], ["actor", "group"]),
    ],
)
def test_synonyms(table, written, ours):
    assert list(canonical_columns(table, written).values()) == ours


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("column", "ours"), [("sector", SECTORS), ("level", LEVELS)])
def test_what_is_shown_of_a_sector_or_level_is_read_back(column, ours, language):
    for word in ours:
        shown = value_name(column, word, language)
        assert {value_meant(column, each) for each in (shown, shown.upper(), f" {shown} ")} == {word}
    assert value_meant(column, "NGO") == "NGO"
    assert value_meant("place", "vietos") == "vietos"


@pytest.mark.parametrize(("column", "word", "ours"), [("sector", "viešasis", "public"), ("level", "vietos", "local")])
def test_no_door_makes_two_sectors_or_levels_of_one(column, word, ours, tmp_path):
    actors = pd.DataFrame({"actor": ["A", "B"], column: [word, ours]})
    read = sc.Cluster.from_tables(actors)
    (tmp_path / "actors.csv").write_text(f"veikėjas,{column}\nA,{word}\nB,{ours}\n", encoding="utf-8")
    graph = sc.to_networkx(read)
    graph.nodes["A"][column] = word
    steps = [{"verb": "with_actor", "actor": "C", "columns": {column: word}}]
    told = {"socluster_scenarios": 1, "name": "C", "steps": steps}
    scenario = sc.Scenario.from_json(json.dumps(told))
    assert scenario == sc.Scenario("C").with_actor("C", **{column: ours})
    doors = [
        read,
        sc.read(tmp_path),
        sc.as_cluster(graph),
        read.with_actor("C", **{column: word}),
        read.with_actor("C", **{column: word, "own": 1}),
        read.with_attributes("B", **{column: word}),
        read.with_columns(**{column: [word, word]}, replace=True),
        scenario.apply(read),
    ]
    for cluster in doors:
        assert set(cluster.actors[column]) == {ours}
    groups = pd.DataFrame({"group": ["E"], "level": ["vietos"]})
    held = sc.Cluster.from_tables(actors, groups=groups).with_group("F", level="Local")
    assert set(held.groups["level"]) == {"local"}
