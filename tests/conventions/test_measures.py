"""What every public measure promises, on every kind of cluster."""

import inspect
import re
import warnings

import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.core.public_names import HOME
from socluster.measures.guide import GUIDE
from tests.conventions.kinds import KINDS, kind_of_cluster

MEASURES = sorted({name for names in GUIDE.values() for name in names})
SHARED = {
    "layer": (None,),
    "direction": ("out", "all", "in"),  # in: where being chosen is the idea
    "normalized": (True,),
    "cost": (None,),
}
SECTIONS = ("Parameters\n", "Returns\n", "Examples\n")
MOST_OPTIONS = 6

# What a measure that needs an option is asked with.
GIVEN = {
    "group": "sector",
    "by": "sector",
    "measure": sc.degree,
    "k": 2,
    "draws": 5,
    "rng": 1,
    "capacity": "staff",
    "other": "sector",
    "column": "staff",
    "level": 1,
    "items": ["a"],
    "values": "staff",
    "scores": {"trust": ["a"]},
    "positive": "a",
    "negative": "b",
    "needs": {("K", "care"): 2},
    "population": {"K": 9},
    "distances": {("K", "K"): 1},
    "bands": {10: 1},
    "rank": [1, 2],
}
OF_TABLES = {"cronbach_alpha", "icc"}  # of answers: they take a table, and refuse a cluster
OF_VALUES = {"concentration", "inequality"}  # of rates by place, which a measure of a cluster may have given
OF_NOTHING = {"composition_ranges"}  # of what options alone say
OF_NO_CLUSTER = OF_TABLES | OF_VALUES | OF_NOTHING
MEASURES_OF_MEASURES = ("measure", "measures")  # what a measure of a measure takes after the cluster


def function(name):
    return getattr(sc, name)


def options(name):
    return [p for p in inspect.signature(function(name)).parameters.values() if p.kind is p.KEYWORD_ONLY]


def asked(name):
    names = [p.name for p in inspect.signature(function(name)).parameters.values()][1:2]
    return [sc.degree] if names and names[0] in MEASURES_OF_MEASURES else []


def needed(name):
    missing = {p.name: GIVEN.get(p.name) for p in options(name) if p.default is p.empty}
    if "draws" in {p.name for p in options(name)} and "rng" in {p.name for p in options(name)}:
        missing |= {"rng": 1}
    return missing


def test_the_guide_holds_every_public_measure():
    from_measures = {
        name
        for name, home in HOME.items()
        if home.startswith("socluster.measures.") and inspect.isfunction(function(name))
    }
    assert from_measures - {"measure", "guide"} == set(MEASURES)


@pytest.mark.parametrize("name", [name for name in MEASURES if name not in OF_NOTHING])
def test_signature(name):
    signature = inspect.signature(function(name))
    parameters = list(signature.parameters.values())
    assert parameters[0].name == ("table" if name in OF_TABLES else "values" if name in OF_VALUES else "cluster")
    assert parameters[0].kind is inspect.Parameter.POSITIONAL_ONLY
    rest = parameters[1:]
    if rest and rest[0].name in MEASURES_OF_MEASURES:
        assert rest.pop(0).kind is inspect.Parameter.POSITIONAL_ONLY
    assert all(p.kind is inspect.Parameter.KEYWORD_ONLY for p in rest), signature
    assert len([p for p in rest if p.name != "missing"]) <= MOST_OPTIONS  # which every measure by group has
    assert all(p.annotation is not p.empty for p in parameters)
    assert signature.return_annotation is not signature.empty
    assert "method" not in signature.parameters
    for p in rest:
        if p.name in SHARED and p.default is not p.empty:
            assert p.default in SHARED[p.name], p.name


@pytest.mark.parametrize("name", MEASURES)
def test_docstring(name):
    text = inspect.getdoc(function(name))
    first, _, rest = text.partition("\n")
    assert first.endswith("?"), f"the first line is the question: {first}"
    assert not rest.split("\n")[0]
    for section in SECTIONS:
        assert f"\n{section}---" in text, section
    for option in options(name):
        assert re.search(rf"^(\w+, )*{option.name}(, \w+)* : ", text, re.MULTILINE), option.name
    assert ">>>" in text


@pytest.mark.one_of(5)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in MEASURES if name not in OF_NOTHING])
def test_answers_every_kind_of_cluster_or_says_why_not(name, kind):
    cluster = kind_of_cluster(kind)
    before = cluster.fingerprint
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        try:
            result = function(name)(cluster, *asked(name), **needed(name))
        except SoclusterError as error:
            result = error
    if isinstance(result, SoclusterError):
        assert len(str(result)) > 20
        return
    assert cluster.fingerprint == before
    check(name, result, cluster)


def check(name, result, cluster):
    promised = str(inspect.signature(function(name)).return_annotation)
    if isinstance(result, pd.Series):
        assert "Series" in promised
        assert result.name == name
        assert_index(result.index, cluster)
    elif isinstance(result, pd.DataFrame):
        assert "DataFrame" in promised
    elif isinstance(result, float):
        assert "float" in promised
    elif isinstance(result, int | bool):
        assert "int" in promised
        assert not isinstance(result, bool)
    elif isinstance(result, Cluster):
        assert "Cluster" in promised
    else:
        assert result.__dataclass_params__.frozen
        assert isinstance(result.to_frame(), pd.DataFrame)
        assert len(repr(result).split()) > 3


def assert_index(index, cluster):
    if isinstance(index, pd.MultiIndex):
        assert index.names[-2:] in (["source", "target"], ["actor", "partner"])
    elif index.name == "actor":
        assert index.tolist() == list(cluster.labels)
    else:
        assert index.name in ("group", "sector", "layer", "degree", "level", "block", "community")
