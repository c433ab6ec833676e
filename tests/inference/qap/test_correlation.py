"""QAP correlation: published values, all orders, unknown dyads, invariants, sentences."""

import itertools

import numpy as np
import pandas as pd
import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.measures.multiplex.overlap import layer_correlation

KNOKE, FLORENTINE, DAVIS = (sc.load_dataset(name) for name in ("knoke", "florentine", "davis"))


def test_florentine_families():
    """R sna 2.7 on the data that are shipped here: gcor .371867872081, and p of 5,000 permutations .0014 and .9998."""
    found = sc.qap(FLORENTINE, "marriage", "business", draws=5_000, rng=7)
    assert found.observed == pytest.approx(0.371867872081, abs=1e-11)
    assert found.p_greater == pytest.approx(0.0014, abs=4.5 * np.sqrt(2 * 0.0014 / 5_000))
    assert found.p_less > 0.998
    assert (found.actors, found.dyads, found.directed) == (16, 120, False)


def test_indianapolis():
    """R sna 2.7: gcor -.0507606187143; the correlation that layer_correlation states."""
    found = sc.qap(KNOKE, "information", "money", draws=200, rng=7)
    assert found.observed == pytest.approx(-0.0507606187143, abs=1e-11)
    assert found.observed == pytest.approx(layer_correlation(KNOKE).loc["information", "money"])
    assert (found.dyads, found.directed) == (90, True)


def few(n=5, *, unknown=()):
    rng = np.random.default_rng(n)
    x, y = ((rng.random((n, n)) < 0.5).astype(float) for _ in range(2))
    for place in unknown:
        x[place] = np.nan
    return sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(n)]})), x, y


def enumerated(x, y):
    """All orders, one at a time."""
    off = ~np.eye(len(x), dtype=bool)
    found = []
    for order in itertools.permutations(range(len(x))):
        moved = x[np.ix_(order, order)]
        known = off & ~np.isnan(moved) & ~np.isnan(y)
        found.append(np.corrcoef(moved[known], y[known])[0, 1])
    return np.array(found)


@pytest.mark.parametrize("unknown", [(), ((0, 1), (3, 2), (1, 4))])
def test_of_few_actors_p_is_exact(unknown):
    cluster, x, y = few(unknown=unknown)
    found, every = sc.qap(cluster, x, y, draws=9, rng=1), enumerated(x, y)
    assert (found.is_exact, found.draws, found.error) == (True, 120, 0)
    assert found.observed == pytest.approx(every[0])
    assert found.mean == pytest.approx(every.mean())
    assert found.p_greater == pytest.approx((every >= every[0] - 1e-9).mean())
    assert found.p_less == pytest.approx((every <= every[0] + 1e-9).mean())
    assert found.p_two_sided == pytest.approx((abs(every) >= abs(every[0]) - 1e-9).mean())
    assert found.dyads == 20 - len(unknown)
    assert ("unknown" in repr(found)) == bool(unknown)


def test_random_orders_agree_with_all_of_them(monkeypatch):
    cluster, x, y = few(6, unknown=[(0, 1)])
    exact = sc.qap(cluster, x, y, rng=1)
    monkeypatch.setattr("socluster.inference.qap.orders.ALL", 1)
    drawn = sc.qap(cluster, x, y, draws=4_000, rng=1)
    assert not drawn.is_exact
    assert drawn.p_two_sided == pytest.approx(exact.p_two_sided, abs=4.5 * drawn.error)
    assert drawn.mean == pytest.approx(exact.mean, abs=4.5 * exact.sd / np.sqrt(4_000))


def test_neither_scale_nor_order_nor_side_matters():
    usual = sc.qap(KNOKE, "information", "money", draws=99, rng=7)
    money = pd.DataFrame(KNOKE.matrix("money").toarray(), KNOKE.labels, KNOKE.labels)
    assert sc.qap(KNOKE, "information", -3 * money.iloc[::-1] + 5, draws=99, rng=7).observed == pytest.approx(
        -usual.observed
    )
    assert sc.qap(KNOKE, "money", "information", draws=99, rng=7).observed == pytest.approx(usual.observed)
    turned = sc.qap(KNOKE, KNOKE.matrix("information").toarray().T, money.T, draws=99, rng=7)
    assert turned.observed == pytest.approx(usual.observed)


def test_only_actors_of_one_group_change_places():
    by_sector = sc.qap(KNOKE, "information", sc.predictors.same("sector"), groups="sector", draws=99, rng=7)
    assert by_sector.sd == pytest.approx(0, abs=1e-12)  # whatever is the same for a sector stays where it is
    assert by_sector.p_two_sided == 1


def test_actors_and_groups_change_places_apart():
    table = DAVIS.affiliation_matrix("attends").toarray()
    found = sc.qap(DAVIS, "attends", table, draws=99, rng=7)
    assert found.observed == pytest.approx(1)
    assert (found.dyads, found.p_greater) == (18 * 14, 0.01)
    assert "252 pairs of an actor and a group, of 18 actors" in repr(found)


def test_no_relation_gives_any_p_equally_often():
    """Random networks with hubs, which depend on the actors: the ordinary test of a correlation would be wrong."""
    rng = np.random.default_rng(1)
    cluster = sc.Cluster.from_tables(pd.DataFrame({"actor": [f"a{place}" for place in range(12)]}))
    p = []
    for _ in range(200):
        x, y = (rng.normal(size=(12, 1)) + rng.normal(size=(1, 12)) + 0.3 * rng.normal(size=(12, 12)) for _ in range(2))
        p.append(sc.qap(cluster, x, y, draws=99, rng=rng).p_two_sided)
    assert np.mean(np.array(p) <= 0.1) == pytest.approx(0.1, abs=4 * np.sqrt(0.09 / 200))
    assert np.mean(p) == pytest.approx(0.505, abs=4 * np.sqrt(1 / 12 / 200))


def test_more_draws_until_they_are_enough():
    found = sc.qap(KNOKE, "information", "money", draws=sc.Draws(5_000, tolerance=0.03), rng=7)
    assert found.draws < 5_000
    assert found.error <= 0.03


def test_what_does_not_vary_has_no_correlation():
    found = sc.qap(KNOKE, "information", np.ones((10, 10)), draws=9, rng=7)
    assert np.isnan([found.observed, found.p_two_sided, found.mean]).all()
    assert "undefined" in repr(found)


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        ("information", "mony", "did you mean 'money'"),
        (7, "money", "argument 'x': must be the name of a layer"),
        ("money", sc.predictors.sender("sector"), "argument 'y': is several columns"),
    ],
)
def test_it_says_what_cannot_be_compared(x, y, said):
    with pytest.raises(InputError, match=said):
        sc.qap(KNOKE, x, y, rng=7)


def test_it_speaks_and_shows():
    found = sc.qap(FLORENTINE, "marriage", "business", draws=99, rng=7)
    assert found.sentences("en")[0] == (
        "Pearson's correlation of 'marriage' and 'business': 0.372 (120 pairs of 16 actors)."
    )
    assert found.sentences("lt")[0].endswith("0,372 (120 porų iš 16 veikėjų).")
    assert "significant" not in repr(found)
    assert "cause" not in repr(found)
    table = found.to_frame()
    assert table.index.tolist() == [("marriage", "business")]
    assert table["observed"].item() == found.observed
    assert found.plot(language="lt").layout.meta["alt"]


def test_the_interval_names_its_level():
    knoke = sc.load_dataset("knoke")
    found = sc.qap(knoke, "information", "money", draws=sc.Draws(30, interval=0.5), rng=1)
    assert "on average [50% interval: " in found.sentences()[1]
    assert "[50\u00a0% intervalas: nuo " in found.sentences("lt")[1]
