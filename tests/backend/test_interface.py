"""networkx calls us: its own tests of our functions, and its ways of choosing a backend."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import networkx as nx
import pytest

from socluster.backend import interface
from socluster.backend.info import FUNCTIONS

ROOT = Path(__file__).parents[2]
OWN_TESTS = [
    "networkx.algorithms.centrality.tests.test_betweenness_centrality",
    "networkx.algorithms.centrality.tests.test_betweenness_centrality_subset",
    "networkx.algorithms.centrality.tests.test_closeness_centrality",
    "networkx.algorithms.centrality.tests.test_harmonic_centrality",
    "networkx.algorithms.shortest_paths.tests.test_generic",
    "networkx.algorithms.tests.test_cluster",
    "networkx.algorithms.tests.test_core",
    "networkx.algorithms.tests.test_efficiency",
    "networkx.algorithms.tests.test_structuralholes",
]


@pytest.fixture
def registered(tmp_path):
    """Variables for a process in which networkx finds the entry points of this checkout, whatever is installed."""
    meta = tmp_path / "points" / "socluster-0.dist-info"
    meta.mkdir(parents=True)
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: socluster\nVersion: 0\n", encoding="utf-8")
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    lines = [f"[{group}]\n" + "".join(f"{k} = {v}\n" for k, v in each.items()) for group, each in points.items()]
    (meta / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(meta.parent), str(ROOT)])}


def test_networkx_own_tests_pass_with_our_functions(registered, tmp_path):
    log = tmp_path / "calls.log"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--log-file={log}"]
    command += ["--log-file-level=DEBUG", "--pyargs", *OWN_TESTS]
    variables = {**registered, "NETWORKX_TEST_BACKEND": "socluster", "NETWORKX_FALLBACK_TO_NX": "True"}
    done = subprocess.run(command, capture_output=True, text=True, env=variables, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
    assert int(re.search(r"(\d+) passed", done.stdout)[1]) > 250
    calls = re.findall(r"Using backend 'socluster' for call to '(\w+)'", log.read_text(encoding="utf-8"))
    assert set(calls) == set(FUNCTIONS)  # each was really asked
    assert len(calls) > 300


_CHOSEN = """
import logging, networkx as nx
G = nx.karate_club_graph()
H = nx.gnp_random_graph(60, .1, seed=1)
names = []
class Names(logging.Handler):
    def emit(self, record):
        if record.msg.startswith("Using backend"):
            names.append(record.args[1])
        elif record.msg.startswith("Using cached"):
            names.append("cached")
log = logging.getLogger("networkx.utils.backends")
log.addHandler(Names())
log.setLevel(logging.DEBUG)
def asked(call):
    names.clear()
    call()
    return " ".join(names) or "networkx"
print(asked(lambda: nx.betweenness_centrality(H)))
print(asked(lambda: nx.betweenness_centrality(G, backend="socluster")))
nx.config.backend_priority = ["socluster"]
nx.config.warnings_to_ignore.add("cache")
print(asked(lambda: nx.betweenness_centrality(H)))
print(asked(lambda: nx.closeness_centrality(H)))
print(asked(lambda: nx.betweenness_centrality(G)))
print(asked(lambda: nx.pagerank(H)))
print(asked(lambda: nx.betweenness_centrality(nx.MultiGraph(H))))
H.add_edge("new", 0, w=0)
print(asked(lambda: nx.closeness_centrality(H)), nx.closeness_centrality(H)["new"] > 0)
plain = nx.closeness_centrality(H, distance="w", backend="networkx")
print(nx.closeness_centrality(H, distance="w") == plain)
try:
    nx.closeness_centrality(H, distance="w", backend="socluster")
except NotImplementedError as error:
    print(error.__cause__)
print("socluster" in nx.triangles.__doc__, "socluster" in nx.pagerank.__doc__)
"""


def test_networkx_chooses_us_where_we_are_asked_and_falls_back_where_not(registered, tmp_path):
    command = [sys.executable, "-W", "error", "-c", _CHOSEN]
    done = subprocess.run(command, capture_output=True, text=True, env=registered, cwd=tmp_path, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "networkx",  # nobody asked
        "betweenness_centrality",  # of any size, if by name
        "betweenness_centrality",
        "cached closeness_centrality",
        "networkx",  # 34 nodes are answered as quickly
        "networkx",  # not ours
        "networkx",  # parallel ties
        "closeness_centrality True",  # a change of the graph is seen
        "True",  # lengths of 0
        "socluster takes positive numbers as 'w' only",
        "True False",
    ]


_VIEWS = """
import networkx as nx
nx.config.backend_priority = ["socluster"]
directed = nx.gnm_random_graph(60, 300, seed=1, directed=True)
graph = directed.to_undirected()
views = {
    "subgraph": (graph, graph.subgraph(range(50))),
    "edge subgraph": (graph, graph.edge_subgraph(list(graph.edges)[:200])),
    "restricted": (graph, nx.restricted_view(graph, [0], [])),
    "view of a view": (graph, graph.subgraph(range(55)).subgraph(range(50))),
    "copy": (graph, graph.copy(as_view=True)),
    "reverse": (directed, directed.reverse(copy=False)),
    "undirected": (directed, directed.to_undirected(as_view=True)),
}
for name, (shown, view) in views.items():
    nx.closeness_centrality(view)
for each in (graph, directed):
    each.remove_edges_from(list(each.edges)[::3])
for name, (shown, view) in views.items():
    expected = nx.closeness_centrality(view, backend="networkx")
    answer = nx.closeness_centrality(view)
    print(name, all(abs(answer[node] - value) < 1e-12 for node, value in expected.items()))
"""


def test_a_view_is_answered_about_as_its_graph_is_now(registered, tmp_path):
    command = [sys.executable, "-W", "error", "-c", _VIEWS]
    done = subprocess.run(command, capture_output=True, text=True, env=registered, cwd=tmp_path, check=False)
    assert done.stderr == ""
    names = ["subgraph", "edge subgraph", "restricted", "view of a view", "copy", "reverse", "undirected"]
    assert done.stdout.splitlines() == [f"{name} True" for name in names]


def test_all_attributes_may_be_kept_and_what_is_no_graph_stays_as_it_is():
    made = interface.convert_from_nx(nx.Graph([(0, 1, {"a": 2}), (1, 2, {"b": 3})]), preserve_edge_attrs=True)
    assert {name: sorted(held) for name, held in made.values.items()} == {"a": [1, 1, 2, 2], "b": [1, 1, 3, 3]}
    assert interface.convert_to_nx(made).number_of_edges() == 2
    assert interface.convert_to_nx({1: 2.0}, name="x") == {1: 2.0}
