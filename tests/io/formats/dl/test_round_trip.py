"""What is written as DL and read again is the same network."""

from __future__ import annotations

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.tables import Tables
from socluster.io.formats import dl
from tests.io.formats.network_samples import assert_same_network, text


class TestRoundTrip:
    def test_layers_weights_names_and_unknown(self, tmp_path, layered):
        dl.write(layered, tmp_path / "x.dl")
        assert_same_network(dl.read(tmp_path / "x.dl"), layered)
        assert dl.losses(layered) == []

    def test_two_modes(self, tmp_path, two_mode):
        dl.write(two_mode, tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert_same_network(back, two_mode)
        assert (back.ties, dl.losses(two_mode)) == (None, [])

    def test_through_a_cluster(self, tmp_path, layered):
        cluster = Cluster._from(layered)
        dl.write(cluster.to_tables(), tmp_path / "x.dl")
        assert Cluster._from(dl.read(tmp_path / "x.dl")) == cluster

    @pytest.mark.parametrize(
        "name", ["a \"b\" 'c'", "\\", '"', '""', "data:", "n=5", "na", "a:b", "=", ",", "labels embedded"]
    )
    def test_hard_names(self, tmp_path, name):
        actors = pd.DataFrame({"actor": text([name, "other"])})
        given = Tables(actors, pd.DataFrame({"source": [name], "target": ["other"], "layer": [name]}))
        dl.write(given, tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert back.actors["actor"].tolist() == [name, "other"]
        assert list(back.layers) == [name]

    def test_no_layer_becomes_one_without_ties(self, tmp_path):
        dl.write(Tables(pd.DataFrame({"actor": text(["a", "b"])})), tmp_path / "x.dl")
        back = dl.read(tmp_path / "x.dl")
        assert (len(back.ties), back.layers) == (0, {"tie": {"directed": False}})
