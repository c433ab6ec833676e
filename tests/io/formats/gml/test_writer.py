"""GML as it is written: ASCII, keys that every reader takes, and nothing lost of odd columns and values."""

import re

import pandas as pd

import socluster as sc

ODD = ["my column", "1st", "id", "label", "Žymė", "graphics", "name_"]


def test_columns_of_any_name_and_kind_come_back(tmp_path):
    values = ["a&b", 'say "x"', 5, 1e20, True, 0.1, "Šiauliai\nKelmė"]
    actors = pd.DataFrame(
        {"actor": ["A", "B"], **{name: [value, None] for name, value in zip(ODD, values, strict=True)}}
    )
    ties = pd.DataFrame({"source": ["A"], "target": ["B"], "how often": [3], "key": ["k"], "ID": [7]})
    made = sc.Cluster.from_tables(actors, ties)
    sc.write(made, tmp_path / "x.gml")
    assert sc.read(tmp_path / "x.gml") == made
    text = (tmp_path / "x.gml").read_text(encoding="ascii")
    keys = re.findall(r"^\s*(\S+) \S", text, re.MULTILINE)
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", key) for key in keys)


def test_two_layers_of_which_one_has_a_direction_come_back(tmp_path):
    ties = pd.DataFrame({"source": ["A", "B", "A"], "target": ["B", "A", "B"], "layer": ["asks", "asks", "knows"]})
    layers = {"asks": {"directed": True}, "knows": {"directed": False}}
    made = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A", "B"]}), ties, layers=layers)
    sc.write(made, tmp_path / "x.gml")
    assert sc.read(tmp_path / "x.gml") == made


def test_a_file_of_another_program_that_has_been_edited_keeps_its_own_ids(tmp_path):
    (tmp_path / "x.gml").write_text(
        'graph [ node [ id 3 label "A" ] node [ id 4 label "B" ] edge [ source 3 target 4 ] ]'
    )
    assert list(sc.read(tmp_path / "x.gml").labels) == ["3", "4"]
