"""What is written for Pajek and read again is the same network."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.tables import Tables
from socluster.io.formats import pajek
from tests.io.formats.network_samples import TEXT, assert_same_network, text
from tests.io.formats.pajek.given_file import ties


class TestRoundTrip:
    def test_layers_weights_and_names(self, tmp_path, layered):
        pajek.write(layered, tmp_path / "x.net")
        back = pajek.read(tmp_path / "x.net")
        assert_same_network(back, layered, unknown=False)
        assert back.ties["weight"].dtype == "float64"
        assert back.ties["source"].dtype == TEXT

    def test_two_modes(self, tmp_path, two_mode):
        pajek.write(two_mode, tmp_path / "x.net")
        back = pajek.read(tmp_path / "x.net")
        assert_same_network(back, two_mode)
        assert back.ties is None

    def test_through_a_cluster(self, tmp_path, layered):
        cluster = Cluster._from(replace(layered, unknown=None))
        pajek.write(cluster.to_tables(), tmp_path / "x.net")
        assert Cluster._from(pajek.read(tmp_path / "x.net")) == cluster

    @pytest.mark.parametrize(
        "name", ["a \"b\" 'c'", "C:\\", "\\", 'x\\"y', "*Arcs", "% a", "1 2 3", "/* a", "'a", "a' b"]
    )
    def test_hard_names(self, tmp_path, name):
        actors = pd.DataFrame({"actor": text([name, "other"])})
        given = Tables(actors, pd.DataFrame({"source": [name], "target": ["other"], "layer": [name]}))
        pajek.write(given, tmp_path / "x.net")
        back = pajek.read(tmp_path / "x.net")
        assert back.actors["actor"].tolist() == [name, "other"]
        assert ties(back) == [(name, "other", name, 1.0)]

    def test_no_actors_and_no_layers(self, tmp_path):
        pajek.write(Tables(pd.DataFrame({"actor": text([])})), tmp_path / "x.net")
        back = pajek.read(tmp_path / "x.net")
        assert (len(back.actors), len(back.ties), back.layers) == (0, 0, {})
