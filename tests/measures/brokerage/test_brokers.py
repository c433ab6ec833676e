from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socluster import InputError, brokerage_roles
from socluster.measures.brokerage.brokers import broker_load, exclusivity, honest_brokers
from tests.examples import examples
from tests.measures.brokerage.brokerage_samples import small_clusters

NAN = float("nan")
some = settings(max_examples=examples(30, 180), deadline=None)


# -- honest brokers ---------------------------------------------------------------------------------------------------


def literal_honest_brokers(ties, direction):
    n, rows = len(ties), []
    for v in range(n):
        receives, sends = ties[:, v], ties[v]
        chosen = {"in": receives, "out": sends, "mutual": receives & sends, "all": receives | sends}[direction]
        partners = np.flatnonzero(chosen)
        number = [int(ties[a, b]) + int(ties[b, a]) for a, b in combinations(partners, 2)]
        rows.append([len(partners), len(number), *(number.count(ways) for ways in (0, 1, 2))])
    return np.array(rows).reshape(n, 5)


@some
@given(small_clusters(), st.sampled_from(["in", "out", "mutual", "all"]))
def test_honest_brokers_equal_the_definition(cluster, direction):
    expected = literal_honest_brokers(cluster.matrix().toarray() > 0, direction)
    counts = honest_brokers(cluster, direction=direction, normalized=False)
    assert counts.columns.tolist() == ["partners", "pairs", "pure", "weak", "non"]
    assert counts.index.equals(cluster.index)
    assert set(counts.dtypes) == {np.dtype("int64")}
    assert counts.to_numpy().tolist() == expected.tolist()
    shares = honest_brokers(cluster, direction=direction)
    assert shares[["partners", "pairs"]].equals(counts[["partners", "pairs"]])
    with np.errstate(invalid="ignore"):
        expected_shares = expected[:, 2:] / expected[:, 1:2]
    assert shares[["pure", "weak", "non"]].to_numpy() == pytest.approx(expected_shares, nan_ok=True)


def test_honest_brokers_among_those_who_trust(cluster_of):
    # three trust v; of their pairs one is tied both ways, one one way, one not at all
    trust = cluster_of("av bv cv vd ab ba bc", actors="vabcd", directed=True)
    assert honest_brokers(trust, normalized=False).loc["v"].tolist() == [3, 3, 1, 1, 1]
    assert honest_brokers(trust).loc["v"].tolist() == pytest.approx([3, 3, 1 / 3, 1 / 3, 1 / 3])
    assert honest_brokers(trust, direction="out").loc["v"].tolist() == pytest.approx([1, 0, NAN, NAN, NAN], nan_ok=True)


def test_an_undirected_tie_runs_both_ways(kite):
    kinds = [honest_brokers(kite, direction=direction) for direction in ("in", "out", "mutual", "all")]
    assert all(kinds[0].equals(other) for other in kinds[1:])
    assert (kinds[0]["weak"].dropna() == 0).all()
    with pytest.raises(InputError, match="did you mean 'mutual'"):
        honest_brokers(kite, direction="mutuals")


# -- exclusivity ------------------------------------------------------------------------------------------------------


def literal_exclusivity(ties, group):
    n = len(ties)
    exclusive = np.zeros(n)
    for a in range(n):
        for b in range(n):
            brokers = np.flatnonzero(ties[a] & ties[:, b])
            if a != b and not ties[a, b] and len(brokers) == 1 and (group is None or group[a] != group[b]):
                exclusive[brokers[0]] += 1
    return exclusive


@some
@given(small_clusters(), st.booleans())
def test_exclusivity_equals_the_definition(cluster, grouped):
    group = cluster.actors["sector"].tolist() if grouped else None
    found = exclusivity(cluster, group="sector" if grouped else None)
    expected = literal_exclusivity(cluster.matrix().toarray() > 0, group) / (1 if cluster.is_directed() else 2)
    assert found.tolist() == expected.tolist()
    assert found.name == "exclusivity"
    assert found.index.equals(cluster.index)
    assert found.dtype == np.int64


def test_exclusivity_is_never_more_than_activity(knoke):
    activity = brokerage_roles(knoke, group="sector", layer="information")["total"]
    alone = exclusivity(knoke, layer="information")
    assert (alone <= activity).all()
    assert alone.sum() > 0


# -- load -------------------------------------------------------------------------------------------------------------


def test_load_is_brokerage_by_capacity(knoke):
    for credit in ("full", "partial"):
        pairs = brokerage_roles(knoke, group="sector", layer="information", credit=credit)["total"]
        load = broker_load(knoke, capacity="rating", layer="information", credit=credit)
        assert load.tolist() == pytest.approx((pairs / knoke.actors["rating"]).tolist())
        assert load.name == "broker_load"
        assert load.index.equals(knoke.index)


def test_load_counts_an_undirected_pair_once(cluster_of):
    star = cluster_of("va vb vc", actors="vabc")
    assert broker_load(star, capacity={"v": 2, "a": 1, "b": 1, "c": 1})["v"] == 1.5


def test_load_without_capacity_is_undefined(cluster_of):
    star = cluster_of("va vb", actors="vab")
    staff = pd.Series({"a": 0.0, "v": 4.0})
    assert broker_load(star, capacity=staff).tolist() == pytest.approx([0.25, NAN, NAN], nan_ok=True)
    nobody = pd.Series({"v": 0, "a": 1, "b": 1})
    assert broker_load(star, capacity=nobody).tolist() == pytest.approx([NAN, 0, 0], nan_ok=True)


def test_bad_capacities_are_all_named(knoke):
    with pytest.raises(InputError, match="did you mean 'rating'"):
        broker_load(knoke, capacity="ratings")
    with pytest.raises(InputError, match="column 'name': a capacity must be a number"):
        broker_load(knoke, capacity="name")
    bad = pd.Series({"COUN": -1.0, "COMM": np.inf, "EDUC": 3.0})
    with pytest.raises(InputError, match="2 problems") as caught:
        broker_load(knoke, capacity=bad)
    assert [problem.row for problem in caught.value.problems] == ["COUN", "COMM"]
    with pytest.raises(InputError, match="must be a number"):
        broker_load(knoke, capacity=pd.Series(True, index=knoke.index))
    with pytest.raises(InputError, match="credit must be one of"):
        broker_load(knoke, capacity="rating", credit="half")
