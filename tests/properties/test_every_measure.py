"""What holds for every public measure that gives numbers: names and order of the actors do not matter."""

import inspect
import warnings

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.measures.guide import GUIDE
from tests.conventions.test_measures import OF_NOTHING, asked, needed
from tests.examples import examples

MEASURES = sorted({name for names in GUIDE.values() for name in names} - OF_NOTHING)
# These draw at random or break ties between equally good answers by the order of the actors, and say so.
BY_ORDER = {"attack_curve", "clique_groups", "concor", "core_periphery", "girvan_newman", "key_players"}
ORDERED = BY_ORDER | {"communities", "rank_stability", "bounds"}

# Where ties form little more than a star, its sum has no minimum, and values are those where the search ends.
ABOUT = {"continuous_coreness": 1e-4}


def random_cluster(seed, *, directed, n=9):
    rng = np.random.default_rng(seed)
    there = rng.random((n, n)) < (0.25 if directed else 0.35)
    np.fill_diagonal(there, False)
    if not directed:
        there = np.triu(there)
    source, target = np.nonzero(there)
    names = np.array([f"a{place}" for place in range(n)])
    ties = pd.DataFrame({"source": names[source], "target": names[target], "layer": "a"})
    ties["weight"] = rng.integers(1, 5, len(ties)).astype(float)
    actors = pd.DataFrame({"actor": names, "sector": rng.choice(["public", "civic", "private"], n)})
    actors["staff"] = rng.integers(1, 9, n).astype(float)
    groups = pd.DataFrame({"group": list("xyz")})
    member = pd.DataFrame([(name, group) for name in names for group in "xyz" if rng.random() < 0.4])
    return Cluster.from_tables(
        actors,
        ties,
        groups=groups,
        affiliations=member.set_axis(["actor", "group"], axis="columns"),
        layers={"a": {"directed": directed}},
    )


def turned(cluster, seed):
    """The same cluster with other names in another order."""
    order = np.random.default_rng(seed).permutation(cluster.n_actors)
    new = {cluster.labels[old]: f"z{place:02}" for place, old in enumerate(order)}
    tables = cluster.to_tables()
    actors = tables.actors.assign(actor=tables.actors["actor"].map(new)).sort_values("actor")
    ties = tables.ties.assign(source=tables.ties["source"].map(new), target=tables.ties["target"].map(new))
    links = tables.affiliations.assign(actor=tables.affiliations["actor"].map(new))
    again = Cluster.from_tables(
        actors.reset_index(drop=True), ties, groups=tables.groups, affiliations=links, layers=tables.layers
    )
    return again, new


def answer(name, cluster):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        try:
            return getattr(sc, name)(cluster, *asked(name), **needed(name))
        except SoclusterError as error:
            return type(error)


@pytest.mark.one_of(3)  # of two kinds, so that of every three measures one is asked about both
@pytest.mark.parametrize("directed", [False, True], ids=["undirected", "directed"])
@pytest.mark.parametrize("name", sorted(set(MEASURES) - ORDERED))
def test_names_and_order_of_the_actors_do_not_matter(name, directed):
    for seed in range(examples(2, 6)):
        cluster = random_cluster(seed, directed=directed)
        other, new = turned(cluster, seed)
        one, two = answer(name, cluster), answer(name, other)
        if isinstance(one, float | int):
            assert one == pytest.approx(two, nan_ok=True)
        elif isinstance(one, pd.Series | pd.DataFrame) and one.index.name == "actor":
            columns = isinstance(one, pd.DataFrame) and set(one.columns) == set(cluster.labels)
            mapped = one.rename(index=new, columns=new) if columns else one.rename(index=new)
            assert_alike(mapped, two, ABOUT.get(name, 1e-8))
        else:
            assert type(one) is type(two)


def assert_alike(one, two, within):
    two = two.reindex(one.index)
    if isinstance(one, pd.DataFrame):
        assert set(one.columns) == set(two.columns)
        for column in one:
            assert_alike(one[column], two[column], within)
    elif isinstance(one.dtype, pd.CategoricalDtype) or not pd.api.types.is_numeric_dtype(one.dtype):
        together = pd.crosstab(one.astype(str), two.astype(str))  # the same parts, whatever they are called
        assert ((together > 0).sum(axis=0) == 1).all()
        assert ((together > 0).sum(axis=1) == 1).all()
    else:
        left, right = one.to_numpy(dtype=float, na_value=np.nan), two.to_numpy(dtype=float, na_value=np.nan)
        assert left == pytest.approx(right, rel=1e-6, abs=within, nan_ok=True)


def test_the_exceptions_are_measures():
    assert set(MEASURES) >= ORDERED
    for name in ORDERED - BY_ORDER:
        assert "rng" in inspect.signature(getattr(sc, name)).parameters
