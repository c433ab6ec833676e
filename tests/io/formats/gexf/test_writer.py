"""GEXF for other programs."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from socluster.core.cluster import Cluster
from socluster.io.formats import gexf
from socluster.io.objects.dispatch import as_cluster


class TestForOtherPrograms:
    def test_labels_kinds_and_weights(self, tmp_path):
        cluster = Cluster.from_tables(
            pd.DataFrame({"actor": ["a", "b"], "name": ["Mokykla", None], "staff": [40, 50]}),
            pd.DataFrame(
                {"source": ["a", "b"], "target": ["b", "a"], "layer": ["info", "referral"], "weight": [2, 0.5]}
            ),
            groups=pd.DataFrame({"group": ["Diena"]}),
            affiliations=pd.DataFrame({"actor": ["a"], "group": ["Diena"]}),
            layers={"referral": {"directed": True}},
        )
        gexf.write(cluster.to_tables(), tmp_path / "x.gexf")
        text = (tmp_path / "x.gexf").read_text(encoding="utf-8")
        assert '<node id="a" label="Mokykla">' in text
        assert '<node id="Diena" label="Diena">' in text
        assert '<edge id="0" source="b" target="a" type="directed" kind="referral" weight="0.5">' in text
        assert '<edge id="1" source="a" target="b" type="undirected" kind="info" weight="2.0">' in text
        assert 'title="staff" type="long"' in text

    def test_networkx_reads_it(self, tmp_path):
        cluster = as_cluster([("a", "b", {"weight": 2, "layer": "info", "since": 1999})])
        gexf.write(cluster.to_tables(), tmp_path / "x.gexf")
        graph = nx.read_gexf(tmp_path / "x.gexf", version="1.3")
        edge = graph["a"]["b"]
        assert (edge["weight"], edge["layer"], edge["since"]) == (2.0, "info", 1999)
