"""Rows that are put among those of a cluster give what validation makes of the whole, and never less of an error."""

import datetime as dt
import functools
from contextlib import contextmanager
from unittest import mock

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core import append, edit
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from tests.strategies import clusters

# `append_unknown` belongs to no verb; models of ties put dyads aside with it.
APPENDING = [name for name in append.__all__ if name.startswith("append_") and name != "append_unknown"]


@contextmanager
def rebuilding():
    """Let every verb go through validation of the whole cluster."""
    refuse = mock.Mock(side_effect=append.Unclear)
    with mock.patch.multiple(edit, **dict.fromkeys(APPENDING, refuse)):
        yield


@contextmanager
def appending():
    """Let no verb go through validation of the whole cluster."""
    with mock.patch.object(edit, "build", mock.Mock(side_effect=AssertionError("was built anew"))):
        yield


def outcome(call):
    """What a verb answers, be it a cluster or an error."""
    try:
        return call()
    except Exception as error:
        return type(error), str(error), [str(problem) for problem in getattr(error, "problems", ())]


def assert_same(one, other):
    """Two clusters are the same inside and out, to the order of their rows and the kinds of their columns."""
    assert one == other
    assert (hash(one), one.fingerprint) == (hash(other), other.fingerprint)
    mine, theirs = one.to_tables(), other.to_tables()
    for table in ("actors", "ties", "groups", "affiliations", "unknown"):
        pd.testing.assert_frame_equal(getattr(mine, table), getattr(theirs, table))
    assert mine.kinds == theirs.kinds
    assert list(mine.layers.items()) == list(theirs.layers.items())
    for table in ("actors", "groups"):
        assert_same_columns(getattr(one.parts, table), getattr(other.parts, table))
    for links in ("ties", "affiliations", "unknown"):
        assert_same_columns(getattr(one.parts, links).rest, getattr(other.parts, links).rest)


def assert_same_columns(mine, theirs):
    assert list(mine) == list(theirs)
    for name in mine:
        assert (mine[name].kind, mine[name].labels) == (theirs[name].kind, theirs[name].labels)
        assert mine[name].values.dtype == theirs[name].values.dtype


# Cells of every kind, among them what no column, or only some columns, can hold.
CELLS = [None, "", "a", " a", "e\u0307", "x\x00", "y\nz", "0.5", "taip", 1, 0, -1, 2**63, 0.5, 1.5, 2.0, float("nan")]
CELLS += [float("inf"), True, False, np.int64(1), np.float64(0.5), np.bool_(True), pd.NA, pd.NaT, dt.date(2016, 11, 3)]
CELLS += [["a"], {"a": 1}, "reported", "Simulated", "rumoured"]
NEW_NAMES = ["new", " new ", "", "two\nlines", "bell\x07", 7, None, "tie", "affiliation"]
STATED = ["weight", "confidence", "evidence", "ref", "wave", "unheard of", "Weight"]
EVIDENCE = ["reported", "assumed", "simulated", None]


def name_of(data, labels):
    """Mostly one that is there; else one that is new, or nearly there, or cannot be."""
    if labels and data.draw(st.integers(0, 9)):
        return data.draw(st.sampled_from(labels))
    return data.draw(st.sampled_from(NEW_NAMES))


def names_of(data, labels, n_rows=None):
    """Some of them, mostly different ones."""
    if labels and n_rows is None and data.draw(st.integers(0, 3)):
        return data.draw(st.lists(st.sampled_from(labels), max_size=4, unique=True))
    return [name_of(data, labels) for _ in range(data.draw(st.integers(0, 4)) if n_rows is None else n_rows)]


def attributes(data, frame):
    names = [name for name in frame.columns if name not in ("self", "actor", "group")]
    chosen = data.draw(st.sets(st.sampled_from([*names, "unheard of", "Sector"]), max_size=3))
    return {name: data.draw(st.sampled_from(CELLS)) for name in sorted(chosen)}


def stated(data, frame, cells):
    """Some columns of links; mostly what may stand in them."""
    extra = [name for name in frame.columns[8:] if name != "self"]
    columns = {}
    for name in sorted(data.draw(st.sets(st.sampled_from([*STATED, *extra]), max_size=3))):
        usual = {
            "weight": [1.0, 2, 0.5],
            "confidence": [1.0, 0.5, 0],
            "evidence": EVIDENCE,
            "wave": ["2016", "b", None],
        }
        columns[name] = cells(usual.get(name, CELLS) if data.draw(st.integers(0, 9)) < 8 else CELLS)
    return columns


def a_verb(data, cluster):
    """Some call of a verb that adds something, right or wrong."""
    draw = data.draw
    actors, groups, layers = list(cluster.labels), list(cluster.groups.index), list(cluster.layers)
    verb = draw(st.sampled_from(["actor", "group", "layer", "ties", "table", "affiliation"]))
    if verb == "actor":
        name = draw(st.sampled_from([*NEW_NAMES, *actors]))
        return functools.partial(Cluster.with_actor, actor=name, **attributes(data, cluster.actors))
    if verb == "group":
        name = draw(st.sampled_from([*NEW_NAMES, *groups]))
        return functools.partial(Cluster.with_group, group=name, **attributes(data, cluster.groups))
    if verb == "layer":
        options = {"directed": [True, False, "yes", "perhaps"], "scale": [None, "frey", "Luke", "fry"]}
        options["meaning"] = [None, "what it means", " a\x00 "]
        chosen = {name: draw(st.sampled_from(values)) for name, values in options.items()}
        return functools.partial(
            Cluster.with_layer, name=draw(st.sampled_from(["new", " b ", "x\n", *layers])), **chosen
        )
    if verb == "affiliation":
        ends = names_of(data, groups)
        columns = stated(data, cluster.affiliations, lambda cells: draw(st.sampled_from(cells)))
        layer = draw(st.sampled_from(["affiliation", "new", *layers]))
        return functools.partial(
            Cluster.with_affiliation, actor=name_of(data, actors), groups=ends, layer=layer, **columns
        )
    directed = draw(st.sampled_from([None, None, True, False, "yes"]))
    ends = names_of(data, actors)
    if verb == "ties":
        columns = stated(data, cluster.ties, lambda cells: draw(st.sampled_from(cells)))
        layer = draw(st.sampled_from(["tie", " tie", "new", *layers]))
        return functools.partial(
            Cluster.with_ties, source=name_of(data, actors), targets=ends, layer=layer, directed=directed, **columns
        )
    columns = {"source": names_of(data, actors, len(ends)), "target": ends}
    if draw(st.booleans()):
        columns["layer"] = [draw(st.sampled_from(["new", "more", None, *layers, *layers])) for _ in ends]
    columns |= stated(data, cluster.ties, lambda cells: [draw(st.sampled_from(cells)) for _ in ends])
    return functools.partial(Cluster.with_ties, source=pd.DataFrame(columns), directed=directed)


@given(clusters(), st.data())
def test_every_verb_answers_what_validation_of_the_whole_answers(cluster, data):
    for _ in range(3):
        call = a_verb(data, cluster)
        answer = outcome(lambda call=call, before=cluster: call(before))
        with rebuilding():
            expected = outcome(lambda call=call, before=cluster: call(before))
        if not isinstance(expected, Cluster):
            assert answer == expected
            continue
        assert_same(answer, expected)
        cluster = answer


def test_what_is_plainly_right_is_never_built_anew():
    cluster = load_dataset("siauliai").project()
    layer = cluster.ties["layer"][0]
    first, *others = cluster.labels
    with appending():
        grown = cluster.with_actor("hub", sector="public", kind=None, responded=True)
        grown = grown.with_group("round table", kind="event", date="2016-11")
        grown = grown.with_layer("referral", directed=True, meaning="whom one sends families to")
        grown = grown.with_affiliation("hub", "round table", layer=cluster.affiliations["layer"][0])
        grown = grown.with_ties("hub", others[:5], layer="referral", evidence="simulated", confidence=1.0)
        grown = grown.with_ties(first, "hub", layer=layer, weight=2)
        rows = pd.DataFrame({"source": others[:3], "target": "hub", "layer": "new", "confidence": [0.5, 0, 1]})
        grown = grown.with_ties(rows.assign(evidence="assumed", wave="2016"), directed=True)
    assert (grown.n_actors, grown.n_ties) == (cluster.n_actors + 1, cluster.n_ties + 9)
    assert grown.n_groups == cluster.n_groups + 1
    assert_same(grown, Cluster._from(grown.to_tables()))


@pytest.fixture
def laddered():
    ties = pd.DataFrame({"source": ["a"], "target": ["b"], "layer": ["work"], "weight": [3]})
    return Cluster.from_tables(pd.DataFrame({"actor": ["a", "b", "c"]}), ties, layers={"work": {"scale": "frey"}})


@pytest.mark.parametrize(
    ("stated", "message"),
    [
        ({"target": ["c"], "weight": [2.5]}, "is not on the ladder 'frey'"),
        ({"target": ["c"], "weight": [None]}, "has no weight"),
        ({"target": ["a"], "weight": [1]}, "is a tie of an actor with itself"),
        ({"target": ["c"], "weight": [1], "confidence": [1.5]}, "must lie between 0 and 1"),
        ({"target": ["c"], "weight": [1], "evidence": ["rumoured"]}, "is no kind of evidence"),
        ({"target": ["c"], "weight": [1], "evidence": ["assumed"]}, "must say how sure it is"),
        ({"target": ["b"], "weight": [1]}, "is already in row"),
    ],
)
def test_rows_that_break_a_rule_are_not_appended(laddered, stated, message):
    rows = pd.DataFrame({"source": "a", "layer": "work", **stated})
    with pytest.raises(append.Unclear):
        append.append_ties(laddered.parts, rows, None)
    with pytest.raises(InputError, match=message) as caught:
        laddered.with_ties(rows)
    assert len(caught.value.problems) == 1


def test_an_answer_that_there_is_no_tie_is_not_appended(laddered):
    rows = pd.DataFrame({"source": ["a"], "target": ["c"], "layer": ["work"], "weight": [0]})
    with pytest.raises(append.Unclear):
        append.append_ties(laddered.parts, rows, None)
    assert laddered.with_ties(rows) == laddered


def test_errors_come_from_validation_of_the_whole():
    cluster = load_dataset("florentine")
    ties = pd.DataFrame({"source": ["Medici", "Medici"], "target": ["Strozi", "Medici"], "weight": [1, -1]})
    with pytest.raises(InputError) as caught:
        cluster.with_ties(ties, layer="trade")
    found = {(problem.row - cluster.n_ties, problem.column): problem for problem in caught.value.problems}
    assert list(found) == [(0, "target"), (1, "weight"), (1, "target")]
    assert (found[0, "target"].value, found[0, "target"].nearest) == ("Strozi", "Strozzi")
    assert found[1, "weight"].value == -1.0
    assert "with itself" in found[1, "target"].message
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
