"""Networks as Pajek files."""

from __future__ import annotations

import networkx as nx
import pandas as pd

import socluster as sc
from socluster.core.tables import Tables
from socluster.io.formats import pajek
from tests.io.formats.network_samples import GIJA, text


class TestWriting:
    def test_bytes(self, tmp_path, two_mode):
        pajek.write(two_mode, tmp_path / "x.net")
        data = (tmp_path / "x.net").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf*Vertices 8 6\r\n1 'V")
        assert data.endswith(b"*Edges\r\n1 7 1.5\r\n1 8 2\r\n2 8 1\r\n")

    def test_named_relations(self, tmp_path, layered):
        pajek.write(layered, tmp_path / "x.net")
        lines = (tmp_path / "x.net").read_text("utf-8-sig").splitlines()
        assert [line for line in lines if line.startswith("*")] == [
            "*Vertices 6",
            '*Arcs :1 "nukreipimas, 1"',
            '*Edges :2 "„info“"',
            '*Edges :3 "empty"',
        ]

    def test_networkx_reads_a_single_default_layer(self, tmp_path):
        actors = pd.DataFrame({"actor": text(["Šiaulių centras", "b"])})
        ties = pd.DataFrame({"source": text(["Šiaulių centras"]), "target": text(["b"]), "weight": [2.0]})
        pajek.write(Tables(actors, ties, layers={"tie": {"directed": True}}), tmp_path / "x.net")
        lines = (tmp_path / "x.net").read_text("utf-8-sig").splitlines()
        graph = nx.parse_pajek(lines)
        assert sorted(graph.nodes) == ["b", "Šiaulių centras"]
        assert graph["Šiaulių centras"]["b"][0]["weight"] == 2.0

    def test_networkx_reads_a_file_in_english_letters(self, tmp_path):
        sc.write(sc.as_cluster([("Day centre", "School")]), tmp_path / "x.net")
        assert sorted(nx.read_pajek(tmp_path / "x.net").nodes) == ["Day centre", "School"]

    def test_losses_of_a_plain_cluster(self, two_mode):
        assert pajek.losses(two_mode) == []

    def test_losses_are_named(self, layered):
        assert [*map(str, pajek.losses(layered))] == ["unknown: 2 ties (will look like no tie)"]

    def test_names_that_pajek_cannot_show(self):
        actors = pd.DataFrame({"actor": text(["a \"b\" 'c'", GIJA])})
        assert [*map(str, pajek.losses(Tables(actors)))] == [
            "for Pajek itself, some quotation marks or backslashes in names: a \"b\" 'c'"
        ]
