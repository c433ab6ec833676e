import numpy as np
import pandas as pd
import pytest

from socluster import Cluster, InputError, density
from socluster.measures.roles.blockmodel import Blockmodel, blockmodel


def literal_fit(ties, positions, image):
    """Errors and correlation over ordered pairs, one after the other."""
    n = len(ties)
    pairs = [(i, j) for i in range(n) for j in range(n) if i != j]
    data = np.array([ties[i, j] for i, j in pairs], dtype=float)
    ideal = np.array([bool(image.loc[positions[i], positions[j]]) for i, j in pairs], dtype=float)
    return int((data != ideal).sum()), np.corrcoef(data, ideal)[0, 1]


def test_knoke_by_sector(knoke):
    model = blockmodel(knoke, group="sector", layer="information")
    # densities as R's sna (blockmodel) gives them
    expected = [[3 / 12, 6 / 8, 12 / 16], [2 / 8, 2 / 2, 3 / 8], [8 / 16, 6 / 8, 7 / 12]]
    assert model.densities.to_numpy() == pytest.approx(np.array(expected))
    assert model.alpha == density(knoke, layer="information")
    assert model.image.to_numpy().tolist() == [[False, True, True], [False, True, False], [False, True, True]]
    errors, correlation = literal_fit(
        knoke.matrix("information").toarray(), knoke.actors["sector"].tolist(), model.image
    )
    assert (model.errors, model.pairs) == (errors, 90)
    assert model.correlation == pytest.approx(correlation)
    assert model.counts.to_numpy().sum() == 49
    assert isinstance(model, Blockmodel)


def test_the_frame_has_a_row_per_block(knoke):
    model = blockmodel(knoke, group="sector", layer="information")
    frame = model.to_frame()
    assert frame.index.names == ["source", "target"]
    assert frame.loc[("civic", "public")].tolist() == [12, 0.75, True]
    assert frame.loc[("public", "civic"), "density"] == 0.5
    assert frame["ties"].sum() == 49
    assert str(model).startswith("3 positions by sector, 5 of 9 blocks tied (density at least 0.544)")


def test_undirected_pairs_count_once(cluster_of):
    cluster = cluster_of("AB AC BC CD", actors="ABCDE")
    sides = pd.Series(list("xxxyy"), index=cluster.labels, name="side")
    model = blockmodel(cluster, group=sides)
    assert model.densities.to_numpy() == pytest.approx(np.array([[1, 1 / 6], [1 / 6, 0]]))
    assert model.counts.to_numpy().tolist() == [[3, 1], [1, 0]]
    assert (model.alpha, model.pairs, model.errors) == (0.4, 10, 1)
    assert model.densities.index.name == "side"


def test_alpha_is_at_least_and_never_for_empty_blocks(cluster_of):
    cluster = cluster_of("AB AC BC CD", actors="ABCDE")
    sides = pd.Series(list("xxxyy"), index=cluster.labels)
    low = blockmodel(cluster, group=sides, alpha=1 / 6)
    assert low.image.to_numpy().tolist() == [[True, True], [True, False]]
    assert low.errors == 5
    assert blockmodel(cluster, group=sides, alpha=0).image.equals(low.image)
    assert blockmodel(cluster, group=sides, alpha=1).image.to_numpy().tolist() == [[True, False], [False, False]]
    for alpha in (-0.1, 1.1, float("nan"), "half"):
        with pytest.raises(InputError, match="alpha must be a number from 0 to 1"):
            blockmodel(cluster, group=sides, alpha=alpha)


def test_a_position_of_one_actor_has_no_density_inside(knoke):
    everybody = pd.Series(knoke.labels, index=knoke.labels)
    model = blockmodel(knoke, group=everybody, layer="information")
    assert np.isnan(np.diag(model.densities)).all()
    assert model.image.isna().to_numpy().sum() == 10
    assert (model.errors, model.correlation) == (0, pytest.approx(1))
    assert model.to_frame()["image"].isna().sum() == 10
    assert "49 of 100 blocks tied" in str(model)


def test_where_nothing_varies(cluster_of):
    whole = blockmodel(cluster_of("AB"), group=pd.Series("x", index=["A", "B"]))
    assert np.isnan(whole.correlation)
    assert whole.errors == 0
    empty = blockmodel(cluster_of([], actors="AB"), group=pd.Series("x", index=["A", "B"]))
    assert (empty.alpha, empty.errors, empty.pairs) == (0, 0, 1)
    assert not empty.image.iloc[0, 0]
    nobody = blockmodel(cluster_of([], actors=""), group="sector")
    assert nobody.densities.shape == (0, 0)
    assert nobody.to_frame().empty
    assert str(nobody)


def test_categories_keep_their_order_and_layers_count_once():
    actors = pd.DataFrame({"actor": list("ABC")})
    ties = pd.DataFrame([("A", "B", "x", 4.0), ("A", "B", "y", 2.0)], columns=["source", "target", "layer", "weight"])
    cluster = Cluster.from_tables(actors, ties, layers={"x": {"directed": True}, "y": {"directed": True}})
    kinds = pd.Series(pd.Categorical(["b", "a", "a"], categories=["b", "empty", "a"]), index=list("ABC"))
    model = blockmodel(cluster, group=kinds)
    assert model.counts.index.tolist() == ["b", "empty", "a"]
    assert model.counts.loc["b", "a"] == 1
    assert model.densities.loc["b", "a"] == 0.5
    assert model.densities.loc["empty"].isna().all()


@pytest.mark.parametrize("alpha", [True, -0.1, 1.5])
def test_a_cut_is_a_number_from_0_to_1(knoke, alpha):
    with pytest.raises(InputError, match="alpha must be a number from 0 to 1"):
        blockmodel(knoke, group="sector", layer="information", alpha=alpha)
