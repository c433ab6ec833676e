"""Networks as DL files."""

from __future__ import annotations

import pandas as pd

from socluster.core.tables import Tables
from socluster.io.formats import dl
from tests.io.formats.network_samples import text


class TestWriting:
    def test_bytes(self, tmp_path, two_mode):
        dl.write(two_mode, tmp_path / "x.dl")
        lines = (tmp_path / "x.dl").read_bytes().decode("utf-8").split("\r\n")
        assert lines[0] == "dl nr=6, nc=2, nm=1, format=fullmatrix"
        assert lines[2] == '"VšĮ ""Gija"", centras"'
        assert lines[8:12] == ["column labels:", '"2016-11 „Diena“"', '"b, c"', "data:"]
        assert lines[12:] == ["1.5 2", "0 1", "0 0", "0 0", "0 0", "0 0", ""]

    def test_direction_of_a_mutual_layer_is_named_as_lost(self):
        actors = pd.DataFrame({"actor": text(["a", "b"])})
        ties = pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"], "layer": ["x", "x"], "weight": [1.0, 1.0]})
        given = Tables(actors, ties, layers={"x": {"directed": True}})
        assert [*map(str, dl.losses(given))] == [
            "the direction of the layers x (all mutual, they will look undirected)"
        ]

    def test_groups_with_the_names_of_the_actors(self):
        given = Tables(pd.DataFrame({"actor": ["a"]}), groups=pd.DataFrame({"group": ["a"]}))
        assert [*map(str, dl.losses(given))] == ["that the groups are groups (they have the names of the actors)"]
