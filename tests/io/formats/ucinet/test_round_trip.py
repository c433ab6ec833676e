"""What is written for UCINET and read again is the same network."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.tables import Tables
from socluster.io.formats import ucinet
from tests.io.formats.network_samples import assert_same_network


class TestRoundTrip:
    @pytest.mark.parametrize("suffix", [".##h", ".##d"])
    def test_layers_names_and_unknown(self, tmp_path, layered, suffix):
        path = tmp_path / f"x{suffix}"
        ucinet.write(layered, path)
        assert sorted(file.name for file in tmp_path.iterdir()) == ["x.##d", "x.##h"]
        assert_same_network(ucinet.read(path), layered)
        assert ucinet.losses(layered) == []

    def test_two_modes(self, tmp_path, two_mode):
        ucinet.write(two_mode, tmp_path / "x.##h")
        assert_same_network(ucinet.read(tmp_path / "x.##h"), two_mode)
        assert ucinet.losses(two_mode) == []

    def test_through_a_cluster(self, tmp_path, layered):
        cluster = Cluster._from(replace(layered, name="Šiaulių klasteris"))
        ucinet.write(cluster.to_tables(), tmp_path / "x.##h")
        assert Cluster._from(ucinet.read(tmp_path / "x.##h")) == cluster

    @pytest.mark.parametrize("name", ["Šiaulių klasteris", "Ūla", "plain"])
    def test_name_of_the_cluster(self, tmp_path, name):
        given = Tables(pd.DataFrame({"actor": ["a", "b"]}), name=name)
        ucinet.write(given, tmp_path / "x.##h")
        assert ucinet.read(tmp_path / "x.##h").name == name
        assert ucinet.losses(given) == []

    @pytest.mark.parametrize("name", ["Łódź ř", "x" * 256, "Š“"])  # the last one would read as a Cyrillic letter
    def test_name_that_does_not_fit(self, tmp_path, name):
        given = Tables(pd.DataFrame({"actor": ["a", "b"]}), name=name)
        ucinet.write(given, tmp_path / "x.##h")
        assert ucinet.read(tmp_path / "x.##h").name is None
        assert [*map(str, ucinet.losses(given))] == [f"the name of the cluster ({name})"]
