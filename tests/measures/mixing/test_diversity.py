import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, degree, strength
from socluster.measures.mixing.diversity import partner_composition, partner_diversity


@pytest.fixture
def star():
    """V is tied to two public actors, one civic and one private one; W to nobody."""
    sectors = ["public", "public", "public", "civic", "private", "civic"]
    actors = pd.DataFrame({"actor": list("VABCDW"), "sector": sectors})
    ties = pd.DataFrame({"source": "V", "target": list("ABCD"), "weight": [1.0, 1.0, 1.0, 5.0]})
    return Cluster.from_tables(actors, ties)


def test_composition_by_hand(star):
    table = partner_composition(star, group="sector")
    assert table.columns.tolist() == ["civic", "private", "public"]
    assert table.columns.name == "sector"
    assert table.loc["V"].tolist() == [1, 1, 2]
    assert table.loc["A"].tolist() == [0, 0, 1]
    assert table.loc["W"].tolist() == [0, 0, 0]
    assert set(table.dtypes) == {np.dtype("int64")}
    assert partner_composition(star, group="sector", weighted=True).loc["V"].tolist() == [1, 5, 2]


def test_diversity_by_hand(star):
    blau = partner_diversity(star, group="sector")
    assert blau["V"] == pytest.approx(1 - (1 / 16 + 1 / 16 + 4 / 16))
    assert blau[list("ABCD")].tolist() == [0, 0, 0, 0]
    assert np.isnan(blau["W"])
    assert blau.name == "partner_diversity"
    iqv = partner_diversity(star, group="sector", variant="iqv")
    assert iqv["V"] == pytest.approx(blau["V"] / (2 / 3))
    weighted = partner_diversity(star, group="sector", weighted=True)
    assert weighted["V"] == pytest.approx(1 - (1 + 25 + 4) / 64)


def test_evenly_mixed_partners_reach_the_top(cluster_of):
    cluster = cluster_of("VA VB VC")
    kinds = pd.Series({"V": "x", "A": "x", "B": "y", "C": "z"})
    assert partner_diversity(cluster, group=kinds)["V"] == pytest.approx(2 / 3)
    assert partner_diversity(cluster, group=kinds, variant="iqv")["V"] == pytest.approx(1)


def test_iqv_counts_groups_that_have_actors(cluster_of):
    cluster = cluster_of("VA VB")
    two = pd.Categorical(["x", "x", "y"], categories=["x", "y", "empty"])
    assert partner_diversity(cluster, group=pd.Series(two, index=list("VAB")), variant="iqv")["V"] == pytest.approx(1)
    one = pd.Series("x", index=list("VAB"))
    assert partner_diversity(cluster, group=one)["V"] == 0
    assert partner_diversity(cluster, group=one, variant="iqv").isna().all()


@pytest.mark.parametrize("direction", ["out", "in", "all"])
def test_rows_add_up_to_degree_and_strength(knoke, direction):
    for layer in ("information", None):
        options = {"layer": layer, "direction": direction}
        table = partner_composition(knoke, group="sector", **options)
        assert table.sum(axis=1).tolist() == degree(knoke, normalized=False, **options).tolist()
        sums = partner_composition(knoke, group="sector", weighted=True, **options).sum(axis=1)
        assert sums.tolist() == strength(knoke, **options).tolist()


def test_diversity_is_the_chance_of_two_different_partners(knoke):
    table = partner_composition(knoke, group="sector", layer="information")
    found = partner_diversity(knoke, group="sector", layer="information")
    for actor, row in table.iterrows():
        partners = [kind for kind, count in row.items() for _ in range(count)]
        different = np.mean([one != other for one in partners for other in partners])
        assert found[actor] == pytest.approx(different)


def test_wrong_options_are_refused(star):
    with pytest.raises(InputError, match="variant must be one of"):
        partner_diversity(star, group="sector", variant="simpson")
    with pytest.raises(InputError, match="direction must be one of"):
        partner_composition(star, group="sector", direction="both")
    with pytest.raises(InputError, match="is not a column"):
        partner_composition(star, group="sectors")
