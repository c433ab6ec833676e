from __future__ import annotations

import subprocess
import sys

import pytest

from socluster.core.errors import InputError
from socluster.io.objects.dispatch import as_cluster


class TestDispatch:
    def test_a_cluster_is_returned_as_it_is(self):
        cluster = as_cluster([("a", "b")])
        assert as_cluster(cluster) is cluster

    @pytest.mark.parametrize("thing", [None, 3, {"a": "b"}, object()])
    def test_anything_else_is_refused(self, thing):
        with pytest.raises(InputError, match=r"cannot make a cluster of .*; as_cluster takes a Cluster, a graph"):
            as_cluster(thing)

    def test_a_path_is_for_read(self):
        with pytest.raises(InputError, match=r"socluster.read\(path\) reads files"):
            as_cluster("ties.csv")

    def test_no_graph_library_is_loaded(self):
        code = (
            "import sys, numpy as np; from socluster.io.objects.dispatch import as_cluster;"
            "as_cluster(np.zeros((2, 2)));"
            "print(sorted({'networkx', 'igraph'} & set(sys.modules)))"
        )
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert found.stdout.strip() == "[]"
