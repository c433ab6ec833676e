"""Files for other programs, read back by readers that are not ours: networkx, igraph, graphology of npm."""

import json
import os
import re
import shutil
import subprocess
import warnings
from html import unescape
from pathlib import Path

import igraph
import networkx as nx
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import LossWarning
from tests.examples import FULL

NAMES = ['VšĮ "Gija", centras', "„Rūta“", "Šiaulių r. skyrius", "O'Neil & <partneriai>", "5", "isolate"]
PACKAGES = ["graphology@0.26", "graphology-gexf@0.13", "graphology-graphml@0.5", "@xmldom/xmldom@0.9"]
MODULES = os.environ.get("SOCLUSTER_NODE_MODULES", "")  # a folder in which they are installed
READER = Path(__file__).with_name("other_programs.mjs")


def cluster(*, directed, layers=("tie",), names=NAMES):
    """Names of all kinds, an isolate, weights that are no whole numbers; a tie back, if ties have a direction."""
    actors = pd.DataFrame({"actor": names, "sector": ["public", "civic", "private", "science", "public", "civic"]})
    pairs = [(0, 1, 1.5), (1, 2, 2.0), (3, 4, 0.25)] + ([(1, 0, 3.0)] if directed else [])
    rows = [(names[a], names[b], weight * (1 + place)) for place in range(len(layers)) for a, b, weight in pairs]
    ties = pd.DataFrame(rows, columns=["source", "target", "weight"]).assign(
        layer=[layer for layer in layers for _ in pairs]
    )
    return sc.Cluster.from_tables(actors, ties, layers={layer: {"directed": directed} for layer in layers})


CLUSTERS = [cluster(directed=False), cluster(directed=True), cluster(directed=True, layers=("tie", "money"))]
PLAIN = [name.replace('"', "") for name in NAMES]  # Pajek has no way to write both kinds of quotes


def ties_of(made, *, directed):
    """Layer, ends and weight of every tie; ends in an order of their own where they have none."""
    rows = made.ties[["source", "target", "layer", "weight"]].itertuples(index=False)
    return told(((a, b, layer, weight) for a, b, layer, weight in rows), directed=directed)


def told(rows, *, directed):
    return sorted((layer, *((a, b) if directed else sorted((a, b))), weight) for a, b, layer, weight in rows)


@pytest.fixture(params=[0, 1, 2], ids=["undirected", "directed", "two layers"])
def written(request, tmp_path):
    """A cluster, whether its ties have a direction, and a function that writes it."""
    made, directed = CLUSTERS[request.param], request.param > 0

    def write(name, cluster=made):
        sc.write(cluster, tmp_path / name)
        return tmp_path / name

    return made, directed, write


@pytest.mark.parametrize("name", ["x.gexf", "x.graphml"])
def test_networkx_reads_the_same(written, name):
    made, directed, write = written
    path = write(name)
    graph = nx.read_gexf(path, version="1.3") if name == "x.gexf" else nx.read_graphml(path)
    assert graph.is_directed() == directed
    assert [(node, held["label"], held["sector"]) for node, held in graph.nodes(data=True)] == [
        (actor, actor, sector) for actor, sector in made.actors["sector"].items()
    ]
    found = ((a, b, held["layer"], held["weight"]) for a, b, held in graph.edges(data=True))
    assert told(found, directed=directed) == ties_of(made, directed=directed)


def test_igraph_reads_the_same_graphml(written):
    made, directed, write = written
    graph = igraph.Graph.Read_GraphML(str(write("x.graphml")))
    assert graph.is_directed() == directed
    assert graph.vs["label"] == NAMES
    assert [unescape(each) for each in graph.vs["id"]] == NAMES  # igraph 1.0 leaves & in ids as it is escaped
    assert graph.vs["sector"] == made.actors["sector"].tolist()
    found = ((NAMES[e.source], NAMES[e.target], e["layer"], e["weight"]) for e in graph.es)
    assert told(found, directed=directed) == ties_of(made, directed=directed)


def test_networkx_reads_the_same_pajek(tmp_path):
    """Pajek marks its UTF-8 by three bytes, which networkx takes for text, so they are taken off."""
    for directed in (False, True):
        made = cluster(directed=directed, names=PLAIN)
        with pytest.warns(LossWarning):
            sc.write(made, tmp_path / "x.net")
        graph = nx.parse_pajek((tmp_path / "x.net").read_text(encoding="utf-8-sig"))
        assert graph.is_directed() == directed
        assert list(graph) == PLAIN
        found = ((a, b, "tie", held["weight"]) for a, b, held in graph.edges(data=True))
        assert told(found, directed=directed) == ties_of(made, directed=directed)


def test_networkx_reads_one_layer_of_a_pajek_file_and_takes_more_for_ties(tmp_path):
    """As docs/formats.md says, so that it is said no longer once networkx can do it."""
    knoke = sc.load_dataset("knoke")

    def read_back(cluster):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", LossWarning)
            sc.write(cluster, tmp_path / "x.net")
        return nx.parse_pajek((tmp_path / "x.net").read_text(encoding="utf-8-sig"))

    one = read_back(knoke.select(layers=["money"]))
    assert (one.number_of_nodes(), one.number_of_edges()) == (10, 22)
    assert read_back(knoke).number_of_nodes() == 12


def test_igraph_reads_the_same_pajek(tmp_path):
    for directed in (False, True):
        made = cluster(directed=directed, names=PLAIN)
        with pytest.warns(LossWarning):
            sc.write(made, tmp_path / "x.net")
        graph = igraph.Graph.Read_Pajek(str(tmp_path / "x.net"))
        assert graph.is_directed() == directed
        assert graph.vs["name"] == PLAIN
        found = ((PLAIN[e.source], PLAIN[e.target], "tie", e["weight"]) for e in graph.es)
        assert told(found, directed=directed) == ties_of(made, directed=directed)


@pytest.fixture(scope="module")
def modules(tmp_path_factory):
    """A folder with graphology's parsers."""
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if MODULES:
        return Path(MODULES)
    if not FULL or shutil.which("npm") is None:
        pytest.skip(
            "npm fetches packages; SOCLUSTER_TESTS=full lets it, SOCLUSTER_NODE_MODULES names a folder with them"
        )
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", *PACKAGES]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"npm finds no packages here: {done.stderr[:200]}")
    return folder


@pytest.mark.parametrize("name", ["x.gexf", "x.graphml"])
def test_graphology_reads_the_same(written, modules, name):
    made, directed, write = written
    command = ["node", str(READER), str(write(name)), str(modules)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["directed"] == directed
    assert found["nodes"] == [[actor, actor, sector] for actor, sector in made.actors["sector"].items()]
    assert told(found["ties"], directed=directed) == ties_of(made, directed=directed)


def test_ucinet_text_says_what_the_cells_are(tmp_path):
    """igraph reads lists only, so this goes by the description of the format: labels in order, rows of cells."""
    made = cluster(directed=True, names=PLAIN)
    with pytest.warns(LossWarning):
        sc.write(made, tmp_path / "x.dl")
    text = (tmp_path / "x.dl").read_text(encoding="utf-8-sig")
    labels, data = re.fullmatch(
        r"dl n=6, nm=1, format=fullmatrix\nlabels:\n(.*)\ndata:\n(.*)", text, re.DOTALL
    ).groups()
    assert [line.strip('"') for line in labels.splitlines()] == PLAIN
    cells = [[float(cell) for cell in line.split()] for line in data.splitlines()]
    found = ((PLAIN[a], PLAIN[b], "tie", w) for a, row in enumerate(cells) for b, w in enumerate(row) if w)
    assert told(found, directed=True) == ties_of(made, directed=True)


def test_networkx_reads_the_same_gml(written):
    made, directed, write = written
    graph = nx.read_gml(write("x.gml"))
    assert graph.is_directed() == directed
    assert [(node, held["sector"]) for node, held in graph.nodes(data=True)] == [*made.actors["sector"].items()]
    found = ((a, b, held["layer"], held["weight"]) for a, b, held in graph.edges(data=True))
    assert told(found, directed=directed) == ties_of(made, directed=directed)


def test_igraph_reads_the_same_gml(written):
    made, directed, write = written
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # of the numbers that stand for letters outside of ASCII
        graph = igraph.Graph.Read_GML(str(write("x.gml")))
    assert graph.is_directed() == directed
    assert [unescape(each) for each in graph.vs["label"]] == NAMES  # igraph leaves letters outside of ASCII as numbers
    assert graph.vs["sector"] == made.actors["sector"].tolist()
    found = ((NAMES[e.source], NAMES[e.target], e["layer"], e["weight"]) for e in graph.es)
    assert told(found, directed=directed) == ties_of(made, directed=directed)
