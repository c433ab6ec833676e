"""Degrees stay, chains are long enough or say that they are not, and p is fair."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

import socluster as sc
from socluster.core.errors import InputError
from socluster.inference.nulls.base import streams_of
from socluster.inference.nulls.degree_sequence import Switched
from socluster.inference.nulls.layer_ties import layer_ties
from tests.inference.nulls.uniformity import small

CELLS = [one + other for one in "abcdef" for other in "abcdef" if one != other]


@given(st.sets(st.sampled_from(CELLS)), st.booleans(), st.integers(0, 1000))
def test_every_actor_keeps_its_degrees(ties, directed, seed):
    pairs = sorted({"".join(sorted(each)) for each in ties}) if not directed else sorted(ties)
    cluster = small(directed=directed, ties=pairs, n=6)
    drawn = sc.nulls.DegreeSequence(2).draw(cluster, rng=seed)
    for direction in ("out", "in"):
        assert sc.degree(drawn, direction=direction).equals(sc.degree(cluster, direction=direction))


def test_long_chains_have_mixed_and_a_single_step_has_not():
    ties = layer_ties(sc.load_dataset("karate"), "interaction")
    usual, short = Switched(ties, None), Switched(ties, 1 / ties.n_ties)
    assert usual.mixing.is_mixed
    assert usual.mixing.end > 0.5
    assert not short.mixing.is_mixed
    assert "not run long enough" in short.notes[0].said("en")


def test_an_answer_says_that_chains_were_too_short():
    found = sc.compare_to_null(
        sc.load_dataset("karate"), sc.transitivity, null=sc.nulls.DegreeSequence(steps=0.05), draws=20, rng=1
    )
    for language, said in (("en", "The chains have not run long enough"), ("lt", "Grandinės per trumpos")):
        assert any(said in each for each in found.sentences(language))


def test_degrees_that_leave_no_choice_are_said_to_be_so():
    star = small(directed=False, ties=["ab", "ac", "ad"])
    found = sc.compare_to_null(star, sc.transitivity, null=sc.nulls.DegreeSequence(), draws=20, rng=1)
    assert found.is_exact
    assert found.draws == 1
    assert "leave no choice" in Switched(layer_ties(star, "tie"), None).notes[0].said("en")


def test_a_measure_of_degrees_has_no_p():
    found = sc.compare_to_null(
        sc.load_dataset("kite"),
        [sc.centralization, sc.density, sc.transitivity],
        null=sc.nulls.DegreeSequence(),
        draws=30,
        rng=1,
    )
    assert found.to_frame()["p"].isna().tolist() == [True, True, False]
    assert "cannot come out otherwise" in found.sentences()[0]


def test_p_is_uniform_under_the_null():
    """Networks of the null, asked whether they stand out from it."""
    karate = sc.load_dataset("karate")
    null = sc.nulls.DegreeSequence()
    values = [
        float(each.shared_matrix().diagonal(k=3).sum()) + float(sc.transitivity(each))
        for each in null.fitted(karate).clusters(streams_of(9, 0, 400))
    ]
    p = [stats.percentileofscore(values[20:], each, kind="mean") / 100 for each in values[:20]]
    assert stats.kstest(p, "uniform").pvalue > 0.001


@pytest.mark.parametrize("steps", [0, -1, "x", float("nan"), 10**9, True])
def test_steps_are_a_number(steps):
    with pytest.raises(InputError, match="steps must be a number above 0"):
        sc.nulls.DegreeSequence(steps)


def test_what_does_not_fit_into_memory_is_refused_before_the_work(monkeypatch):
    monkeypatch.setattr(sc.options, "memory", 1e-6)
    with pytest.raises(InputError, match=r"GB of memory.*FixedTies"):
        sc.nulls.DegreeSequence().draw(sc.load_dataset("karate"), rng=1)


def test_the_number_of_degrees_kept_is_that_of_igraph():
    """The mean number of triangles, against igraph's own sampler of simple graphs with these degrees."""
    igraph = pytest.importorskip("igraph")
    karate = sc.load_dataset("karate")
    drawn = sc.nulls.DegreeSequence().fitted(karate).clusters(streams_of(1, 0, 400))
    ours = [float((m @ m).multiply(m).sum() / 6) for m in (each.matrix(weights="binary") for each in drawn)]
    start = igraph.Graph(edges=list(zip(*layer_ties(karate, "interaction").arcs, strict=True)))
    igraph.set_random_number_generator(__import__("random").Random(3))
    theirs = []
    for _ in range(400):
        graph = start.copy()
        graph.rewire(n=1500)
        theirs.append(len(graph.cliques(3, 3)))
    error = np.sqrt(np.var(ours) / 400 + np.var(theirs) / 400)
    assert np.mean(ours) == pytest.approx(np.mean(theirs), abs=4 * error)
