"""Every way out that an error names works when it is followed: in `read`, in `as_cluster` and as it is typed."""

from __future__ import annotations

import ast
import shlex
import sys
import warnings
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.cli import main
from socluster.core.build import NO_ACTOR
from socluster.core.errors import InputError, Problem, SoclusterWarning
from socluster.io.options import ReadingOptions
from socluster.io.ways_out import _told
from tests.io.workbooks import book

PACKAGE = Path(sc.__file__).parent
LIST = "source,target\n"
NODES = '<node id="a"/><node id="b"/>'
SIGNS = ("x.dl", "dl n=2 format=edgelist1 labels: a,b data:\n1 2\n1 1 3\n")
FILES = {
    "zero": (
        "x.gexf",
        f'<gexf><graph><nodes>{NODES}</nodes><edges><edge source="a" target="b" weight="0"/></edges></graph></gexf>',
    ),
    "zero in a list": ("x.csv", "source,target,weight\nA,B,0\n"),
    "zero in pajek": ("x.net", "*Vertices 2\n*Arcs\n1 2 0\n"),
    "repeated": ("x.csv", LIST + "A,B\nA,B\n"),
    "there and back": ("x.csv", LIST + "A,B\nB,A\n"),
    "self-tie": ("x.csv", LIST + "A,A\nA,B\n"),
    "self-tie in gml": ("x.gml", "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 1 ] ]"),
    "diagonal": ("x.csv", ",A,B\nA,1,1\nB,1,0\n"),
    "years": ("x.csv", "source,target,2023,2024\nA,B,1,2\nA,C,2,3\n"),
    "diagonal of a list": SIGNS,
    "arcs and edges": ("x.net", "*Vertices 2\n*Arcs\n1 2 1\n*Edges\n1 2 1\n"),
    "loop in pajek": ("x.net", "*Vertices 2\n*Arcs\n1 1\n1 2\n"),
    "missing": ("x.csv", LIST + "A,B\nC,NA\n"),
    "encoding": ("x.csv", "source,target\nŠkola,Úřad\n".encode("cp1250")),
    "free text": ("x.csv", "source,target,relationship\n" + "".join(f"A,B{k},met {k}\n" for k in range(15))),
    "columns": ("x.csv", "Who,Whom else\nA,B\n"),
    "ends": ("x.json", '{"nodes": ["a", "b"], "links": [{"ego": "a", "alter": "b"}]}'),
    "two-mode with weights": ("x.csv", ",Fair,Board\nA,2,0\nB,1,3\n"),
    "a list or a matrix": ("x.csv", "Who,Fair,Board\nA,2,5\nB,1,3\n"),
    "bare numbers": ("x.csv", "0,1\n1,1\n0,1\n"),
    "empty cells": ("x.csv", ",A,B,C\nA,0,1,\nB,1,0,0\nC,0,0,0\n"),
    "several sheets": ("x.xlsx", {"one": [["from", "to"], ["A", "B"]], "two": [["from", "to"], ["A", "C"]]}),
}
ASKED_FOR = {
    "two weights": ("x.csv", ",A,B\nA,0,1\nB,3,0\n", {"directed": False}),
    "one way only": ("x.csv", ",A,B\nA,0,1\nB,0,0\n", {"directed": False}),
    "repeated edges": (
        "x.gml",
        "graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 ] edge [ source 2 target 1 ] ]",
        {"duplicates": "refuse"},
    ),
}
OBJECTS = {
    "missing": (lambda: pd.DataFrame({"source": ["A", "C"], "target": ["B", "NA"]}), {}),
    "repeated": (lambda: [("a", "b"), ("a", "b")], {}),
    "there and back": (lambda: [("a", "b"), ("b", "a")], {}),
    "self-tie": (lambda: [("a", "a"), ("a", "b")], {}),
    "zero": (lambda: [("a", "b", 0)], {}),
    "diagonal": (lambda: np.array([[1, 1], [1, 0]]), {}),
    "lopsided": (lambda: np.array([[0, 1], [3, 0]]), {"directed": False}),
    "lopsided frame": (lambda: pd.DataFrame([[0, 1], [3, 0]], list("ab"), list("ab")), {"directed": False}),
    "arcs": (lambda: nx.DiGraph([("a", "b")]), {"directed": False}),
    "two weights": (lambda: nx.DiGraph([("a", "b", {"weight": 2}), ("b", "a", {"weight": 3})]), {"directed": False}),
    "free text": (
        lambda: pd.DataFrame({"source": "a", "target": [f"b{k}" for k in range(15)], "relation": map(str, range(15))}),
        {},
    ),
}


@pytest.fixture
def told(monkeypatch):
    """The ways out that are told: who tells them, and how it is said."""
    found = []
    way = ReadingOptions.way

    def recorded(self, **options):
        frame = sys._getframe(1)
        while frame.f_code.co_name.startswith("<"):
            frame = frame.f_back
        text = way(self, **options)
        found.append((Path(frame.f_code.co_filename).name, frame.f_code.co_name, text))
        return text

    monkeypatch.setattr(ReadingOptions, "way", recorded)
    return found


def placed(folder, name, content):
    path = folder / name
    if isinstance(content, dict):
        book(path, **content)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def quietly(call, *arguments, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return call(*arguments, **options)


def ways_of(call, told, options):
    """Return what an error says to do, as it says it."""
    with pytest.raises(InputError) as caught:
        quietly(call, **options)
    ways = dict.fromkeys(text for *_, text in told if text in str(caught.value))
    assert ways
    return ways


def options_in(way):
    return {each.arg: ast.literal_eval(each.value) for each in ast.parse(way, mode="eval").body.keywords}


@pytest.mark.parametrize("case", [*FILES, *ASKED_FOR])
def test_in_read(tmp_path, told, case):
    name, content, options = (*FILES[case], {}) if case in FILES else ASKED_FOR[case]
    path = placed(tmp_path, name, content)

    def call(**more):
        return sc.read(path, **more)

    for way in ways_of(call, told, options):
        assert way.startswith("read(..., ")
        assert quietly(call, **{**options, **options_in(way)}).n_actors > 0


@pytest.mark.parametrize("case", OBJECTS)
def test_in_as_cluster(told, case):
    make, options = OBJECTS[case]

    def call(**more):
        return sc.as_cluster(make(), **more)

    for way in ways_of(call, told, options):
        assert way.startswith("as_cluster(..., ")
        assert quietly(call, **{**options, **options_in(way)}).n_actors > 0


@pytest.mark.parametrize("case", FILES)
def test_as_it_is_typed(tmp_path, capsys, told, case):
    path = placed(tmp_path, *FILES[case])
    assert main(["validate", str(path)]) == 1
    said = capsys.readouterr().err
    ways = dict.fromkeys(text for *_, text in told if text in said)
    assert ways
    for way in ways:
        assert main(["validate", str(path), *shlex.split(way)]) == 0, way


def test_no_way_out_is_told_that_is_not_followed_here(tmp_path, told):
    for number, (name, content, options) in enumerate([*((*each, {}) for each in FILES.values()), *ASKED_FOR.values()]):
        (tmp_path / str(number)).mkdir()
        path = placed(tmp_path / str(number), name, content)
        ways_of(lambda path=path, **more: sc.read(path, **more), told, options)
    for make, options in OBJECTS.values():
        ways_of(lambda make=make, **more: sc.as_cluster(make(), **more), told, options)
    assert sites() == {(file, function) for file, function, _ in told}


def sites():
    """Every function of the package that tells a way out."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                calls = [each.func for each in ast.walk(function) if isinstance(each, ast.Call)]
                if any(isinstance(each, ast.Attribute) and each.attr == "way" for each in calls):
                    found.add((path.name, function.name))
    return found


def test_of_many_names_in_one_cell_five_are_told():
    problem = Problem(NO_ACTOR, value="Ada; Ben; Cid; Dan; Eva; Fay; Gus")
    told = _told(problem, {}, can_settle=False, can_decode=False)
    assert "Eva" in told.message
    assert "Fay" not in told.message.partition("(here:")[0]
