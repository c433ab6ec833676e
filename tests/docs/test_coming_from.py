"""Every call on the page for those who come from other programs runs, on a cluster that has whatever it asks for."""

import inspect
import re
import warnings
from functools import partial
from pathlib import Path

import igraph
import networkx as nx
import numpy as np
import page_code
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import SoclusterWarning
from tests.development.chains import towns
from tests.measures.services.offering import offering

PAGE = (page_code.DOCS / "coming_from.md").read_text(encoding="utf-8")
ONLY_READ = {
    "m.csv": ",a,b,c\na,0,1,2\nb,3,0,0\nc,0,1,0\n",
    "data.vna": "*tie data\nfrom to tie\na b 1\n",
    "data.gml": 'graph [ node [ id 1 label "a" ] node [ id 2 label "b" ] edge [ source 1 target 2 ] ]',
}
CALL = re.compile(r"`((?:1 - |-)?(?:sc|cluster)\.[^`]+)`")
ROW = re.compile(r"^\| (?!---)(.+) \|$", re.MULTILINE)


def everything():
    """Ten actors with sectors, staff, signed and weighted ties, and events that they attend."""
    labels = list("abcdefghij")
    actors = pd.DataFrame({"actor": labels, "sector": ["public", "civic"] * 5, "staff": range(3, 13)})
    pairs = "ab ba bc ca cd de ef fd fg gh hi ih hg ij ja ac be"
    ties = pd.DataFrame([(pair[0], pair[1], "trust", 1.0 + i % 3) for i, pair in enumerate(pairs.split())])
    quarrels = pd.DataFrame([("c", "h", "distrust", 1.0), ("d", "g", "distrust", 2.0)])
    events = {"w": "hia", "x": "abc", "y": "cdeb", "z": "efg"}
    attended = pd.DataFrame([(actor, group) for group, members in events.items() for actor in members])
    return sc.Cluster.from_tables(
        actors,
        pd.concat([ties, quarrels]).set_axis(["source", "target", "layer", "weight"], axis="columns"),
        groups=pd.DataFrame({"group": list("wxyz")}),
        affiliations=attended.set_axis(["actor", "group"], axis="columns"),
        layers={"trust": {"directed": True}, "distrust": {"directed": True}},
        name="everything",
        info={"names": "pseudonyms"},  # letters are; who trusts whom by name is not written
    )


def of_the_page(heading=None):
    """The calls of the whole page, or of the section under one heading, in order."""
    text = PAGE if heading is None else re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.M | re.S)[1]
    rows = ROW.findall(text)
    # what writes a file stands behind what reads it, and is run first
    cells = [cell for row in rows for cell in sorted(row.split(" | "), key=lambda cell: "sc.write" not in cell)]
    return list(dict.fromkeys(call for cell in cells for call in CALL.findall(cell)))


def have_files(call, cluster):
    """Write what the call reads, as socluster would or, where it only reads a format, in short."""
    for name in re.findall(r'sc\.read\("([^"]+)"', call):
        if name in ONLY_READ:
            Path(name).write_text(ONLY_READ[name], encoding="utf-8")
        else:
            sc.write(cluster.layer("trust"), name)


@pytest.fixture
def names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    cluster = everything()
    Path("m.csv").write_text(ONLY_READ["m.csv"], encoding="utf-8")
    Path("answers.csv").write_text("respondent,partner,trust\na,b,3\nb,a,2\n", encoding="utf-8")
    return {
        "sc": sc, "pd": pd, "nx": nx, "igraph": igraph, "np": np, "partial": partial, "cluster": cluster, "b": 0.1,
        "g": nx.karate_club_graph(), "n": "a", "nodes": ["a", "b", "c"], "a": "sector", "cl": "sector", "actor": "c",
        "values": pd.Series(range(10), cluster.index), "x": [0.1, 0.4, 0.3], "income": [2, 1, 3],
        "people": {"u": 10, "v": 20, "w": 30}, "minutes": {("u", "v"): 9, ("w", "v"): 25}, "needs": {("u", "care"): 4},
    }  # fmt: skip


@pytest.mark.one_of(2)
@pytest.mark.parametrize("call", of_the_page())
def test_a_call_of_the_page_runs(call, names):
    if "..." in call:
        call = call.partition("(")[0]  # its options are left open
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        have_files(call, names["cluster"])
        if "distances=" in call:
            names["cluster"] = offering(("a", "v", "care", 3.0), ("b", "v", "care", 4.0))
        elif "steps=" in call:
            names |= {"cluster": towns.staffed(), "steps": towns.STEPS, "demand": towns.DEMAND}
        elif "weights=people" in call:
            names["people"] = list(names["people"].values())
        assert eval(call, names) is not None


def test_the_rows_for_ucinet_are_whole_calls_and_cover_what_is_measured():
    calls = of_the_page("UCINET")
    assert len(calls) > 100
    functions = {re.search(r"[a-z]+\.\w+", call)[0] for call in calls}
    assert {"sc.profile", "sc.ego_profile", "sc.homophily", "sc.factions", "sc.mds", "sc.correspondence"} <= functions
    assert len(functions) > 75


OPTIONS = sorted(
    {each for each in re.findall(r"`(\w+=\"[^\"`]+\")`", PAGE) if not each.startswith("cmode")}
)  # sna's own


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_that_stands_alone_is_one_of_the_row(option):
    """`variant="iqv"` in a row is an option of a function of that row, with that value among the choices."""
    name, value = option.split("=", 1)
    rows = [row for row in PAGE.splitlines() if f"`{option}`" in row and row.startswith("|")]
    for row in rows:
        functions = [getattr(sc, each) for each in re.findall(r"`sc\.(\w+)", row)]
        functions += [getattr(sc.Cluster, each) for each in re.findall(r"`cluster\.(\w+)\(", row)]
        texts = [inspect.getdoc(function) for function in functions]
        assert any(re.search(rf"^(\w+, )*{name} :", text, re.MULTILINE) and value in text for text in texts), row
