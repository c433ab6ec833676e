"""`socluster info`."""

import pandas as pd
import pytest

import socluster as sc
from socluster.cli import main


def test_info_of_a_shipped_dataset(capsys):
    assert main(["info", "knoke"]) == 0
    said = capsys.readouterr().out
    assert "10 actors" in said
    assert "layer 'information' (directed)" in said


def test_info_speaks_lithuanian(capsys):
    assert main(["info", "siauliai", "--language", "lt"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Klasteris „Šiauliai“: 38 veikėjai (viešasis – 32, ")
    assert "46 dalyvavimai 8 grupėse" in lines[0]
    assert lines[2].startswith("  šaltinis: ")
    assert lines[-1].startswith("  sluoksnis „dalyvauja“ (nekryptinis): ")


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        ({}, "layer 'help' (undirected): –"),
        ({"directed": True}, "layer 'help' (directed): –"),
        (
            {"scale": "frey", "meaning": "works with"},
            "layer 'help' (undirected, ladder Frey (levels of collaboration)): works with",
        ),
        ({"scale": "frey", "directed": True}, "layer 'help' (directed, ladder Frey (levels of collaboration)): –"),
    ],
)
def test_a_layer_says_its_direction_ladder_and_meaning(tmp_path, capsys, layer, said):
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "layer": ["help"], "weight": [2]})
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": ["A", "B"]}), ties, layers={"help": layer}, info={"source": "made up"}
    )
    sc.write(cluster, tmp_path / "cluster.json")
    assert main(["info", str(tmp_path / "cluster.json")]) == 0
    assert capsys.readouterr().out.splitlines() == [cluster.summary("en").strip("<>"), "  source: made up", f"  {said}"]
