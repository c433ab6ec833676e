"""What measures must hold on any network: literal formulas, other names, another order, a stranger beside it."""

from functools import partial
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster import Cluster
from tests.examples import examples

OF_ACTORS = [
    sc.degree,
    partial(sc.degree, direction="in"),
    sc.strength,
    sc.betweenness,
    partial(sc.betweenness, cost="inverse"),
    sc.closeness,
    partial(sc.closeness, direction="in", variant="harmonic", cost="inverse"),
    sc.constraint,
    sc.effective_size,
    partial(sc.brokerage_roles, group="sector"),
    partial(sc.brokerage_roles, group="sector", credit="partial"),
]
OF_WHOLE = [sc.density, sc.global_efficiency, partial(sc.ei_index, group="sector")]
LABELS = "ABCDEFG"

some = settings(max_examples=examples(30, 180), deadline=None)
few = settings(max_examples=examples(10, 60), deadline=None)


@st.composite
def small_clusters(draw, directed=None):
    """Up to seven actors in three sectors, with weighted ties between any of them."""
    n = draw(st.integers(0, len(LABELS)))
    is_directed = draw(st.booleans()) if directed is None else directed
    pairs = [pair for pair in permutations(LABELS[:n], 2) if is_directed or pair[0] < pair[1]]
    tied = draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    weights = draw(st.lists(st.sampled_from([0.5, 1.0, 2.0, 3.0, 8.0]), min_size=len(tied), max_size=len(tied)))
    sectors = draw(st.lists(st.sampled_from(["public", "civic", "private"]), min_size=n, max_size=n))
    actors = pd.DataFrame({"actor": list(LABELS[:n]), "sector": sectors}, dtype=object)
    ties = pd.DataFrame(tied, columns=["source", "target"], dtype=object).assign(weight=weights)
    return Cluster.from_tables(actors, ties, layers={"tie": {"directed": is_directed}})


def rebuilt(cluster, *, actors=None, ties=None):
    """The cluster with other tables."""
    tables = cluster.to_tables()
    return Cluster.from_tables(
        tables.actors if actors is None else actors, tables.ties if ties is None else ties, layers=tables.layers
    )


def values(answer):
    """The numbers of an answer as a plain array."""
    return np.asarray(answer, dtype=float)


def assert_close(found, expected):
    assert values(found) == pytest.approx(values(expected), nan_ok=True)


# -- literal formulas -------------------------------------------------------------------------------------------------


def shares(strength):
    two_way = strength + strength.T
    with np.errstate(invalid="ignore"):
        return two_way / two_way.sum(axis=1, keepdims=True)


def literal_constraint(strength):
    n, p = len(strength), shares(strength)
    result = np.full(n, np.nan)
    for i in range(n):
        contacts = [j for j in range(n) if strength[i, j] or strength[j, i]]
        if contacts:
            indirect = {j: sum(p[i, q] * p[q, j] for q in contacts if q != j) for j in contacts}
            result[i] = sum((p[i, j] + indirect[j]) ** 2 for j in contacts)
    return result


def literal_effective_size(strength):
    n, p, two_way = len(strength), shares(strength), strength + strength.T
    result = np.full(n, np.nan)
    for i in range(n):
        contacts = [j for j in range(n) if two_way[i, j]]
        if contacts:
            result[i] = sum(
                1 - sum(p[i, q] * two_way[j, q] / two_way[j].max() for q in range(n) if q not in (i, j))
                for j in contacts
            )
    return result


def literal_role(a, v, b):
    if a == v == b:
        return "coordinator"
    if a == b:
        return "itinerant"
    if a == v:
        return "representative"
    return "gatekeeper" if v == b else "liaison"


def literal_roles(ties, sectors, credit, *, each_pair_once):
    n = len(ties)
    columns = ["coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total"]
    result = pd.DataFrame(0.0, index=range(n), columns=columns)
    for a, b in permutations(range(n), 2):
        brokers = [v for v in range(n) if ties[a, v] and ties[v, b]]
        if ties[a, b]:
            continue
        for v in brokers:
            role = literal_role(sectors[a], sectors[v], sectors[b])
            worth = 1 / len(brokers) if credit == "partial" else 1
            is_half = each_pair_once and role not in ("representative", "gatekeeper")
            result.loc[v, role] += worth / 2 if is_half else worth
            result.loc[v, "total"] += worth / 2 if each_pair_once else worth
    return result


@some
@given(small_clusters(), st.booleans())
def test_constraint_equals_the_formula(cluster, weighted):
    matrix = cluster.matrix(weights="strength" if weighted else "binary").toarray()
    assert_close(sc.constraint(cluster, weighted=weighted), literal_constraint(matrix))


@some
@given(small_clusters(), st.booleans())
def test_effective_size_equals_the_formula(cluster, weighted):
    matrix = cluster.matrix(weights="strength" if weighted else "binary").toarray()
    assert_close(sc.effective_size(cluster, weighted=weighted), literal_effective_size(matrix))


@some
@given(small_clusters(), st.sampled_from(["full", "partial"]), st.sampled_from(["once", "sna"]))
def test_brokerage_roles_equal_the_definition(cluster, credit, variant):
    roles = sc.brokerage_roles(cluster, group="sector", credit=credit, variant=variant)
    once = variant == "once" and not cluster.is_directed()
    ties, sectors = cluster.matrix().toarray() > 0, cluster.actors["sector"].tolist()
    assert_close(roles, literal_roles(ties, sectors, credit, each_pair_once=once))


@some
@given(small_clusters(directed=False))
def test_out_of_and_into_a_group_are_one_without_direction(cluster):
    roles = sc.brokerage_roles(cluster, group="sector")
    assert roles["representative"].tolist() == roles["gatekeeper"].tolist()


# -- what must not matter ---------------------------------------------------------------------------------------------


@few
@given(small_clusters(), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(cluster, random):
    tables = cluster.to_tables()
    names = random.sample([f"n{number}" for number in range(cluster.n_actors)], cluster.n_actors)
    new_name = dict(zip(cluster.labels, names, strict=True))
    ties = tables.ties.assign(**{end: tables.ties[end].map(new_name) for end in ("source", "target")})
    actors = tables.actors.assign(actor=names).sort_values("actor")
    renamed = rebuilt(cluster, actors=actors, ties=ties)
    for measure in OF_ACTORS:
        assert_close(measure(renamed).loc[names], measure(cluster))
    for measure in OF_WHOLE:
        assert_close(measure(renamed), measure(cluster))


@few
@given(small_clusters(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_of_ties_does_not_matter(cluster, random):
    ties = cluster.to_tables().ties
    shuffled = rebuilt(cluster, ties=ties.iloc[random.sample(range(len(ties)), len(ties))])
    for measure in [*OF_ACTORS, *OF_WHOLE, sc.components]:
        assert_close(measure(shuffled), measure(cluster))


@few
@given(small_clusters(), small_clusters())
def test_what_happens_elsewhere_does_not_matter_to_an_actor(cluster, stranger):
    """A disjoint union; both keep their own direction in a layer of their own."""
    here, there = cluster.to_tables(), stranger.to_tables()
    ties = there.ties.assign(source="far " + there.ties["source"], target="far " + there.ties["target"], layer="far")
    both = Cluster.from_tables(
        pd.concat([here.actors, there.actors.assign(actor="far " + there.actors["actor"])]),
        pd.concat([here.ties, ties]) if len(ties) else here.ties,
        layers={**here.layers, "far": there.layers["tie"]},
    )
    old = list(cluster.labels)
    for measure in (
        partial(sc.degree, normalized=False),
        partial(sc.closeness, normalized=False, variant="component"),
        partial(sc.closeness, normalized=False, variant="harmonic"),
        sc.constraint,
        sc.effective_size,
    ):
        assert_close(measure(both).loc[old], measure(cluster))
    if cluster.is_directed() == stranger.is_directed():
        assert_close(
            sc.betweenness(both, normalized=False).loc[old],
            sc.betweenness(cluster, normalized=False),
        )
        assert_close(
            sc.brokerage_roles(both, group="sector").loc[old],
            sc.brokerage_roles(cluster, group="sector"),
        )


@few
@given(small_clusters(), st.sampled_from([0.125, 3.0, 1e6]))
def test_the_unit_of_strength_does_not_matter_to_shares(cluster, factor):
    ties = cluster.to_tables().ties
    scaled = rebuilt(cluster, ties=ties.assign(weight=ties["weight"] * factor))
    for measure in (sc.constraint, sc.effective_size, sc.degree, sc.betweenness):
        assert_close(measure(scaled), measure(cluster))
    assert_close(sc.strength(scaled), sc.strength(cluster) * factor)
    assert_close(sc.closeness(scaled, cost="inverse"), sc.closeness(cluster, cost="inverse") * factor)


# -- how measures hang together ---------------------------------------------------------------------------------------


@few
@given(small_clusters())
def test_sums_agree(cluster):
    n, arcs = cluster.n_actors, cluster.matrix().nnz
    out, into = (sc.degree(cluster, direction=direction, normalized=False).sum() for direction in ("out", "in"))
    assert out == into == arcs
    if n > 1:
        assert sc.density(cluster) == pytest.approx(arcs / (n * (n - 1)))
        harmonic = sc.closeness(cluster, variant="harmonic")
        assert sc.global_efficiency(cluster) == pytest.approx(harmonic.mean())
    mixing = sc.mixing_table(cluster, group="sector")
    assert (mixing.to_numpy() if cluster.is_directed() else np.triu(mixing)).sum() == cluster.n_ties


@few
@given(small_clusters())
def test_bounds_hold(cluster):
    for measure in (sc.degree, sc.betweenness, sc.closeness):
        assert measure(cluster).dropna().between(0, 1 + 1e-12).all()
    partners = sc.degree(cluster, normalized=False)
    size = sc.effective_size(cluster).dropna()
    assert (size >= 1 - 1e-9).all()
    assert (size <= partners[size.index] + 1e-9).all()
    assert (sc.constraint(cluster).notna() == (partners > 0)).all()


@few
@given(small_clusters())
def test_a_strong_component_lies_within_a_weak_one(cluster):
    weak, strong = (sc.components(cluster, variant=variant) for variant in ("weak", "strong"))
    pairs = pd.DataFrame({"weak": weak, "strong": strong}).drop_duplicates()
    assert pairs["strong"].is_unique


@few
@given(small_clusters(), st.integers(0, 2**31))
def test_draws_of_certain_ties_change_nothing(cluster, seed):
    table = sc.measure(cluster, [sc.degree, sc.constraint], draws=2, rng=seed)
    for statistic in ("median", "low", "high"):
        assert_close(table["constraint", statistic], sc.constraint(cluster))
