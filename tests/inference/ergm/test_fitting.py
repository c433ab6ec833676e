import warnings

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import socluster as sc
from socluster.core.errors import SoclusterWarning
from tests.examples import examples
from tests.inference.ergm.exact_cases import cluster_of

FAMILIES = sc.load_dataset("florentine")
KNOKE = sc.load_dataset("knoke")
EDGES = sc.terms.edges()


def test_the_way_follows_from_the_terms_and_is_told():
    def how(cluster, *terms, **options):
        return sc.ergm(cluster, [EDGES, *terms], **options).method

    assert how(FAMILIES, layer="marriage") == "dyads"
    assert how(KNOKE, sc.terms.mutual(), layer="information") == "pairs"
    assert how(cluster_of("u6a"), sc.terms.triangle()) == "enumeration"
    assert how(FAMILIES, sc.terms.triangle(), layer="marriage", rng=1) == "mcmle"
    assert how(FAMILIES, sc.terms.triangle(), layer="marriage", method="mple", draws=10, rng=1) == "mple"
    assert how(cluster_of("u6a"), sc.terms.triangle(), method="mcmle", rng=1) == "mcmle"


def test_without_a_seed_nothing_is_simulated():
    with pytest.raises(sc.InputError, match="rng=7"):
        sc.ergm(FAMILIES, [EDGES, sc.terms.triangle()], layer="marriage")


def test_exact_is_refused_with_a_reason_where_it_is_not():
    with pytest.raises(sc.InputError, match="'triangle'"):
        sc.ergm(FAMILIES, [EDGES, sc.terms.triangle()], layer="marriage", method="exact")
    with pytest.raises(sc.InputError, match="keep their edges"):
        sc.ergm(FAMILIES, [sc.terms.nodecov("wealth")], layer="marriage", method="exact", constraint="edges")


def test_draws_say_interval_and_error():
    exact = sc.ergm(FAMILIES, [EDGES], layer="marriage", draws=sc.Draws(1, interval=0.5))
    assert exact.interval == 0.5
    fine = sc.ergm(FAMILIES, [EDGES, sc.terms.triangle()], layer="marriage", draws=sc.Draws(100, tolerance=0.02), rng=1)
    assert fine.estimate.share_of_error <= 0.02
    with pytest.raises(sc.InputError, match="executor"):
        sc.ergm(FAMILIES, [EDGES], layer="marriage", draws=sc.Draws(10, executor=2))
    with pytest.raises(sc.InputError, match="tolerance"):
        sc.ergm(FAMILIES, [EDGES, sc.terms.triangle()], layer="marriage", draws=sc.Draws(9, tolerance={"x": 1}), rng=1)


def test_held_dyads_say_nothing():
    # with all dyads of the Medici held, the density is that of the others: 14 of 105
    medici = [("Medici", other) for other in FAMILIES.labels if other != "Medici"]
    fit = sc.ergm(FAMILIES, [EDGES], layer="marriage", fixed=medici)
    assert fit.coefficients["edges"] == pytest.approx(np.log(14 / 91))


def test_a_generator_is_a_seed_too_but_not_kept():
    terms = [EDGES, sc.terms.triangle()]
    one, other = (sc.ergm(FAMILIES, terms, layer="marriage", rng=np.random.default_rng(3)) for _ in range(2))
    pd.testing.assert_frame_equal(one.to_frame(), other.to_frame())
    assert one.seed is None


def test_actors_by_any_name_give_the_same_coefficients():
    tables = FAMILIES.to_tables()
    named = {each: ("<b>", each) if place % 2 else place for place, each in enumerate(FAMILIES.labels)}
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(
        (named[a], {"wealth": w}) for a, w in zip(FAMILIES.labels, tables.actors["wealth"], strict=True)
    )
    ties = tables.ties[tables.ties["layer"] == "marriage"]
    graph.add_edges_from((named[s], named[t]) for s, t in zip(ties["source"], ties["target"], strict=True))
    found = sc.ergm(graph, [EDGES, sc.terms.nodecov("wealth")])
    np.testing.assert_allclose(found.coefficients, [-2.59492903, 0.01054591], atol=1e-7)
    assert found.predict().index[0][0] in graph


@pytest.mark.parametrize("n", [0, 1])
def test_without_dyads_there_is_nothing_to_learn_from(n):
    nobody = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ab")[:n]}))
    with pytest.raises(sc.InputError, match="no dyad to learn from"):
        sc.ergm(nobody, [EDGES])


TERMS = [
    EDGES, sc.terms.triangle(), sc.terms.kstar(2), sc.terms.gwesp(0.5), sc.terms.nodematch("sector"), sc.terms.mutual(),
    sc.terms.nodecov("size"), sc.terms.gwdegree(0.5), sc.terms.density(), sc.terms.isolates(), sc.terms.ttriple(),
]  # fmt: skip


@given(
    st.lists(st.sampled_from(TERMS), min_size=1, max_size=4, unique_by=repr),
    st.integers(0, 2**10 - 1),
    st.booleans(),
    st.lists(st.sampled_from([None, "a", "b"]), min_size=5, max_size=5),
    st.sampled_from([None, "edges", "degrees"]),
)
@settings(max_examples=examples(10, 100), deadline=None, suppress_health_check=list(HealthCheck))
def test_any_model_of_any_small_cluster_is_fitted_or_refused_by_name(terms, bits, directed, sectors, constraint):
    names = list("vwxyz")
    pairs = [(one, other) for one in names for other in names if one < other]
    ties = [pair for place, pair in enumerate(pairs) if bits >> place & 1]
    cluster = sc.Cluster.from_tables(
        pd.DataFrame({"actor": names, "sector": sectors, "size": [1.0, 5.0, 2.0, 7.0, 2.5]}),
        pd.DataFrame(ties, columns=["source", "target"]).assign(layer="tie"),
        layers={"tie": {"directed": directed}},
    )
    refusal = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        try:
            fit = sc.ergm(cluster, terms, constraint=constraint, rng=1)
        except sc.InputError as error:
            refusal = error
    if refusal is not None:
        assert str(refusal.in_language("lt")) != str(refusal)
        return
    table = fit.to_frame()
    assert np.isfinite(table.to_numpy()).all()
    assert (table["se"] > 0).all()
    scale = fit.model.changes().std(axis=0) + 1
    assert (np.abs(table["estimate"]) * scale < 200).all()


@pytest.mark.parametrize("size", [1e-160, 1e160, 1e300])
def test_statistics_beyond_what_can_be_computed_are_refused(size):
    network = sc.load_dataset("knoke").layer("information")
    table = pd.DataFrame(np.add.outer(np.arange(10.0), np.arange(10.0)) * size, network.ids, network.ids)
    with pytest.raises(sc.InputError, match=r"terms.*take another unit.*edgecov"):
        sc.ergm(network, [sc.terms.edges(), sc.terms.edgecov(table)])
    in_a_unit = sc.ergm(network, [sc.terms.edges(), sc.terms.edgecov(table / size)]).to_frame()
    assert in_a_unit["p"].notna().all()
