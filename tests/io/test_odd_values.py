"""Numbers and names that nobody writes on purpose are refused in words, through every door."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError

HUGE = 10**400
UNWRITABLE = 10**5000  # Python does not even turn it into text
EACH = pytest.mark.parametrize("number", [HUGE, UNWRITABLE], ids=["huge", "unwritable"])


def graph(**attributes):
    made = nx.Graph()
    made.add_edge("a", "b", **attributes)
    return made


def graph_with(value):
    made = graph()
    made.nodes["a"]["staff"] = value
    return made


@EACH
@pytest.mark.parametrize(
    "make",
    [
        lambda number: [("a", "b", number)],
        lambda number: [(number, "b")],
        lambda number: graph(weight=number),
        graph_with,
        lambda number: pd.DataFrame({"source": ["a"], "target": ["b"], "weight": [number]}),
        lambda number: pd.DataFrame({"source": ["a"], "target": [number]}),
    ],
)
def test_whole_numbers_without_end(make, number):
    with pytest.raises(InputError, match="is too large a number"):
        sc.as_cluster(make(number))


@EACH
def test_cells_without_end(number):
    with pytest.raises(InputError, match="must be numbers"):
        sc.as_cluster(np.array([[0, number], [0, 0]], dtype=object))


def test_half_characters_can_be_printed():
    with pytest.raises(InputError, match=r"holds a character U\+D800") as caught:
        sc.as_cluster([("a\ud800", "b")])
    str(caught.value).encode("utf-8")


def test_names_without_end(tmp_path):
    name = "a" * 10_000
    (tmp_path / "x.csv").write_text(f"source,target\n{name},b\n")
    for read in (lambda: sc.read(tmp_path / "x.csv"), lambda: sc.as_cluster([(name, "b")])):
        with pytest.raises(InputError, match="is longer than an identifier may be") as caught:
            read()
        assert len(str(caught.value)) < 1000
    assert sc.as_cluster([(name[:1000], "b")]).n_actors == 2
