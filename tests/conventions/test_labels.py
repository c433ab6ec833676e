"""Every answer about a graph is in the words of that graph: its own node objects, in every table, Series and tuple."""

import warnings
from functools import cache

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.core.labels import id_of, label_index
from socluster.core.result import Result
from tests.conventions.kinds import kind_of_cluster
from tests.conventions.test_measures import MEASURES, OF_NO_CLUSTER, asked, needed

GRAPHS = (
    ("undirected", "int"),
    ("multiplex", "tuple"),
    ("two-mode", "int"),
    ("two-mode", "tuple"),
    ("unknown dyads", "tuple"),
)
CALLED = {
    "int": lambda place: 101 + place,
    "tuple": lambda place: (place // 2, place % 2),
}


@cache
def labelled(kind, called):
    """The cluster of a kind with numbers or tuples for letters: a networkx graph, where networkx can hold it."""
    cluster = kind_of_cluster(kind)
    graph = sc.to_networkx(cluster)
    labels = {node: CALLED[called](place) for place, node in enumerate(graph)}
    if kind == "unknown dyads":  # of which networkx knows nothing
        tables = cluster.to_tables()
        ends = {
            table: frame.assign(**{end: [labels[actor] for actor in frame[end]] for end in ("source", "target")})
            for table in ("ties", "unknown")
            for frame in [getattr(tables, table)]
        }
        actors = tables.actors.assign(actor=[labels[actor] for actor in tables.actors["actor"]])
        return Cluster.from_tables(actors, **ends, layers=cluster.layers)
    return nx.relabel_nodes(graph, labels)


def in_ids(given):
    """The same cluster by its ids: the answer must be the same, label for id."""
    return Cluster(sc.as_cluster(given).parts.by_id())


def labels_of(given):
    cluster = sc.as_cluster(given)
    return {*cluster.labels, *cluster.groups.index}


def plain(value, labels):
    """The value with the id in place of every label, wherever it stands in it."""
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, int | tuple) and not isinstance(value, bool) and value in labels:
        return id_of(value)
    if isinstance(value, tuple | list | set | frozenset):
        return type(value)(plain(each, labels) for each in value)
    return value


def plain_index(index, labels):
    if isinstance(index, pd.MultiIndex):
        rows = [tuple(plain(each, labels) for each in row) for row in index]
        return pd.MultiIndex.from_tuples(rows, names=index.names)
    return pd.Index([plain(each, labels) for each in index], name=index.name, dtype=object, tupleize_cols=False)


def plain_frame(frame, labels):
    cells = {place: [plain(each, labels) for each in frame.iloc[:, place].tolist()] for place in range(frame.shape[1])}
    new = pd.DataFrame(cells, index=range(len(frame)))
    return new.set_axis(plain_index(frame.index, labels)).set_axis(plain_index(frame.columns, labels), axis=1)


def frame_of(result):
    if isinstance(result, pd.Series | pd.DataFrame):
        return pd.DataFrame(result)
    if isinstance(result, Cluster):
        return pd.concat([result.actors.reset_index().astype(object), result.ties.astype(object)], axis=1)
    if isinstance(result, int | float):
        return pd.DataFrame({"value": [result]})
    return result.to_frame()


def ask(question, given):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        try:
            return question(given)
        except SoclusterError as error:
            return error


def check(question, given):
    """Ask about the labelled graph and about the same cluster by its ids, and compare, label for id."""
    usual, result = ask(question, in_ids(given)), ask(question, given)
    assert type(result) is type(usual), result
    if isinstance(usual, SoclusterError):
        assert str(result) == str(usual)
        return None
    expected, found = plain_frame(frame_of(usual), set()), plain_frame(frame_of(result), labels_of(given))
    pd.testing.assert_frame_equal(
        found, expected, check_dtype=False, check_index_type=False, check_column_type=False, check_exact=True
    )
    return result


@pytest.mark.one_of(4)  # of five kinds, so that nearly every measure is asked about one or two
@pytest.mark.parametrize(("kind", "called"), GRAPHS)
@pytest.mark.parametrize("name", [name for name in MEASURES if name not in OF_NO_CLUSTER])
def test_a_measure_carries_the_labels_of_the_graph(name, kind, called):
    result = check(lambda given: getattr(sc, name)(given, *asked(name), **needed(name)), labelled(kind, called))
    if isinstance(result, Result):
        assert result.sentences("lt")
        assert repr(result)


def hub(name, *partners):
    return (
        sc.Scenario(name).with_actor(name, sector="civic").with_ties(name, sc.ties.Stated(dict.fromkeys(partners, 0.5)))
    )


def three(given):
    return list(sc.as_cluster(given).labels[:3])


def unsure(given):
    """The same with an uncertain tie of the first to the last."""
    cluster = sc.as_cluster(given)
    ends = cluster.labels[0], [cluster.labels[-1]]
    return cluster.with_ties(*ends, layer="a", evidence="assumed", confidence=0.5)


def numbered(given):
    """A matrix whose labels are those of the graph, in another order."""
    labels = list(sc.as_cluster(given).labels)
    values = np.add.outer(np.arange(len(labels)) ** 2.0, np.arange(len(labels)) ** 2.0)
    index = label_index(labels)
    return pd.DataFrame(values, index, index).iloc[::-1]


def candidates(given):
    return [hub("hub", *three(given)), hub("edge", three(given)[0])]


def in_two_steps(given):
    """The first actor passes clients on to the others, each of whom has five places."""
    cluster = sc.as_cluster(given)
    kinds = ["school"] + ["service"] * (cluster.n_actors - 1)
    return cluster.with_columns(kind=kinds, capacity=[5.0] * cluster.n_actors)


CHAIN = {"steps": ["school", "service"], "demand": 50}

QUESTIONS = {
    "measure": lambda g: sc.measure(g, [sc.degree, sc.betweenness]),
    "measure of draws": lambda g: sc.measure(unsure(g), [sc.degree, sc.betweenness], draws=5, rng=1),
    "compare": lambda g: sc.compare(g, candidates(g), measures=[sc.degree, sc.density], draws=5, rng=1),
    "compare by actor": lambda g: sc.compare(g, hub("hub", *three(g)), measures=[sc.degree], draws=5, rng=1).by_actor(),
    "rank": lambda g: sc.rank_partners(g, candidates(g), goal=sc.density, draws=5, rng=1),
    "plan": lambda g: sc.plan_partners(g, candidates(g), goals=sc.density, k=1, draws=5, rng=1),
    "sweep": lambda g: sc.sweep_partners(g, {"hub": three(g)}, measures=[sc.degree]),
    "sweep by actor": lambda g: sc.sweep_partners(g, {"hub": three(g)}, measures=[sc.degree]).by_actor["degree"],
    "attribute": lambda g: sc.attribute(g, hub("hub", *three(g)), measure=sc.density, draws=5, rng=1),
    "incubate": lambda g: sc.incubate(
        g, events=[{"kind": "seminar", "actors": three(g)}], without=three(g)[:1], draws=5, rng=1
    ),
    "portfolios": lambda g: sc.compare_portfolios(
        g, portfolios={"one": {"seminar": 1}}, prices={"seminar": 1}, draws=3, rng=1
    ),
    "calibrate incubation": lambda g: sc.calibrate_incubation(g, g, events=[{"kind": "seminar", "actors": three(g)}]),
    "incubated ties": lambda g: sc.incubate(g, events={"seminar": 1}, draws=5, rng=1).after().ties,
    "losses": sc.losses,
    "losses of two": lambda g: sc.losses(g, order=2),
    "what breaks": lambda g: sc.losses(g).what_breaks(*three(g)[:2]),
    "worst case": lambda g: sc.worst_case(g, size=1),
    "surviving ties": lambda g: sc.surviving_ties(g, without=three(g)[:1]),
    "calibrate": lambda g: sc.ties.calibrate(g, sc.ties.Rates(), held_out=three(g)).predictions,
    "like": lambda g: (
        sc.Scenario("like").with_actor("x").with_ties("x", sc.ties.LikeActor(three(g)[1])).apply(sc.as_cluster(g))
    ),
    "bridging": lambda g: pd.DataFrame(
        {"name": [each.name for each in sc.bridging_ties(g, across="sector", layer="a")]}
    ),
    "against a null": lambda g: sc.compare_to_null(g, sc.betweenness, null=sc.nulls.FixedTies(), draws=20, rng=1),
    "influence": lambda g: sc.influence(g, sc.global_efficiency),
    "positions": sc.plot.positions,
    "backbone": sc.disparity_backbone,
    "removal": lambda g: sc.removal(g, actors=three(g)),
    "ranks": lambda g: sc.rank_stability(unsure(g), sc.degree, draws=5, rng=1),
    "map of distances": lambda g: sc.mds(g, distances=sc.distances(g).replace(np.inf, 9.0)),
    "distances of some": lambda g: sc.distances(g, actors=three(g)),
    "distances of one": lambda g: sc.distances(g, actors=[three(g)[0]]),
    "attack": lambda g: sc.attack_curve(g, order=sc.degree),
    "several layers": lambda g: sc.degree(g, layer=["a"]),
    "given groups": lambda g: pd.DataFrame(
        {"ei": [sc.ei_index(g, group=dict.fromkeys(three(g), 1) | dict.fromkeys(sc.as_cluster(g).labels[3:], 2))]}
    ),
    "assumptions": lambda g: pd.DataFrame(
        {"said": sc.Scenario("more").with_ties(three(g)[0], sc.ties.Rates()).assumptions(cluster=sc.as_cluster(g))}
    ),
    "paths of referral": lambda g: sc.referral_paths(in_two_steps(g), steps=CHAIN["steps"]),
    "simulated clients": lambda g: sc.simulate_clients(
        in_two_steps(g), **CHAIN, service_rate=9, servers=1, horizon=1, draws=3, rng=1
    ).by_station(),
    "flow": lambda g: sc.referral_flow(in_two_steps(g), **CHAIN),
    "flow from one to another": lambda g: sc.referral_flow(in_two_steps(g), **CHAIN).flows().set_index("target"),
    "governance": lambda g: sc.governance_fit(g),
    "steps": lambda g: sc.development_steps(g, evidence={"1.1": three(g)}),
    "levels": lambda g: sc.effectiveness_levels(g),
    "columns": lambda g: sc.as_cluster(g).with_columns(degree=sc.degree(g)),
    "observed": lambda g: sc.compare(g, sc.as_cluster(g).without_actor(three(g)[0]), measures=[sc.degree]),
    "waves": lambda g: sc.compare_waves(g, sc.as_cluster(g).without_actor(three(g)[0])),
    "who changed": lambda g: sc.compare_waves(g, sc.as_cluster(g).without_actor(three(g)[0])).by_actor(),
    "lost brokers": lambda g: sc.compare_waves(g, sc.as_cluster(g).without_actor(three(g)[1])).lost_brokers,
    "what ran through": lambda g: sc.compare_waves(g, sc.as_cluster(g).without_actor(three(g)[1])).through(three(g)[1]),
    "select": lambda g: sc.as_cluster(g).select(actors=three(g)),
    "ego": lambda g: sc.as_cluster(g).ego(three(g)[0]),
    "groups of": lambda g: sc.mixing_table(g, group=sc.communities(g, rng=1)),
    "qap": lambda g: sc.qap(g, "a", numbered(g), draws=9, rng=1),
    "ergm changes": lambda g: sc.ergm_changes(g, [sc.terms.edges(), sc.terms.edgecov(numbered(g))], layer="a"),
    "ergm simulate": lambda g: sc.ergm_simulate(g, [sc.terms.edges()], [0.0], fixed=[three(g)[:2]], draws=5, rng=1),
    "ergm network": lambda g: sc.ergm_simulate(
        g, [sc.terms.edges()], [0.0], layer="a", fixed=[three(g)[:2]], draws=5, rng=1
    ).network(0),
    "mrqap": lambda g: sc.mrqap(g, "a", [numbered(g)], draws=9, rng=1),
    "who is tied": lambda g: sc.brokerage_roles(g, group=pd.Series(["x", "y"] * 3, sc.as_cluster(g).index)),
}


@pytest.mark.one_of(3)
@pytest.mark.parametrize("called", CALLED)
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_takes_and_gives_the_labels_of_the_graph(question, called):
    graph = labelled("undirected", called)
    result = check(QUESTIONS[question], graph)
    assert result is not None, ask(QUESTIONS[question], graph)
    if isinstance(result, Result):
        assert result.sentences("en")
        assert result.sentences("lt")
    if isinstance(result, Result) and hasattr(result, "plot"):
        assert result.plot(language="lt").layout.meta["alt"]
