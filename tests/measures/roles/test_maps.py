import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socluster as sc
from socluster.measures.roles.maps import mds
from tests.measures.small_graphs import cluster_from, graphs

SCRIPT = """
d <- as.matrix(read.table(commandArgs(TRUE)[1]))
found <- cmdscale(d, k = 2, eig = TRUE)
cat(found$points, found$GOF[1], sep = "\n")
"""


def apart(points):
    return np.sqrt(((points[:, None] - points[None, :]) ** 2).sum(axis=2))


def steps(cluster):
    found = sc.distances(cluster, direction="all").to_numpy(dtype=float).copy()
    np.fill_diagonal(found, 0)
    return found


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=1, max_size=6),
    st.sampled_from(["classical", "stress"]),
)
def test_points_of_a_plane_are_found_again(points, variant):
    labels = list("ABCDEF"[: len(points)])
    actors = sc.Cluster.from_tables(pd.DataFrame({"actor": labels}, dtype=object))
    wanted = apart(np.array(points, dtype=float))
    found = mds(actors, distances=pd.DataFrame(wanted, labels, labels), variant=variant)
    assert apart(found.points.to_numpy()) == pytest.approx(wanted, abs=1e-6)
    if wanted.any():
        assert found.stress == pytest.approx(0, abs=1e-6)
        assert found.share == pytest.approx(1)
    else:
        assert np.isnan(found.stress)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here")
@pytest.mark.parametrize(("name", "layer"), [("kite", None), ("karate", None), ("knoke", "information")])
def test_it_equals_cmdscale_of_r(name, layer, tmp_path):
    cluster = sc.load_dataset(name)
    cluster = cluster if layer is None else cluster.layer(layer)
    np.savetxt(tmp_path / "d.txt", steps(cluster))
    (tmp_path / "s.R").write_text(SCRIPT)
    run = ["Rscript", "--vanilla", str(tmp_path / "s.R"), str(tmp_path / "d.txt")]
    printed = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    theirs = np.array(printed, dtype=float)
    ours = mds(cluster)
    assert apart(ours.points.to_numpy()) == pytest.approx(apart(theirs[:-1].reshape(2, -1).T), abs=1e-5)
    assert ours.share == pytest.approx(theirs[-1], abs=1e-6)


@given(graphs())
def test_less_stress_is_no_more_stress_and_stress_is_what_it_says(graph):
    cluster = cluster_from(graph)
    classical, less = mds(cluster), mds(cluster, variant="stress")
    wanted = steps(cluster)
    wanted[np.isinf(wanted)] = wanted[np.isfinite(wanted)].max() + 1
    for found in (classical, less):
        shown = apart(found.points.to_numpy())
        if shown.any():
            assert found.stress == pytest.approx(np.sqrt(((wanted - shown) ** 2).sum() / (shown**2).sum()))
    raw = [((wanted - apart(found.points.to_numpy())) ** 2).sum() for found in (classical, less)]
    assert raw[1] <= raw[0] + 1e-9


@given(graphs())
def test_the_order_of_the_actors_changes_no_axis_that_stands_alone(graph):
    cluster = cluster_from(graph)
    turned = cluster.select(actors=list(cluster.labels)[::-1])
    assert mds(cluster).share == pytest.approx(mds(turned).share, nan_ok=True)


def test_a_path_is_a_line(cluster_of):
    found = mds(cluster_of("AB BC CD"), dimensions=1)
    assert abs(np.diff(found.points[1])) == pytest.approx([1, 1, 1])
    assert found.sentences() == [
        "Map of 4 actors on 1 axis: stress 0 (0 would show every distance as it is); the axes of classical scaling "
        "hold 100% of the spread."
    ]
    assert len(found.plot().data) > 0


def test_pieces_are_one_step_farther_apart_than_anybody(cluster_of):
    found = mds(cluster_of("AB CD"), dimensions=3)
    assert apart(found.points.to_numpy())[0, 2:] == pytest.approx([2, 2])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: d.to_numpy(), "must be a DataFrame"),
        (lambda d: d.drop(index="B"), "has no row and column in the distances"),
        (lambda d: d.astype(object).replace(2.0, "far"), "must hold numbers"),
        (lambda d: -d, "must hold finite numbers from 0"),
        (lambda d: d.replace(2.0, np.nan), "must hold finite numbers from 0"),
        (lambda d: d + np.triu(np.ones((3, 3))), "must be symmetric"),
        (lambda d: pd.concat([d, d]), "two rows or columns"),
    ],
)
def test_distances_that_are_none_are_refused(change, said, cluster_of):
    cluster = cluster_of("AB BC")
    distances = pd.DataFrame(steps(cluster), list("ABC"), list("ABC"))
    with pytest.raises(sc.InputError, match=said):
        mds(cluster, distances=change(distances))


def test_how_far_anybody_is_from_itself_does_not_matter(cluster_of):
    cluster = cluster_of("AB BC", actors="ABC")
    wanted = pd.DataFrame(steps(cluster), list("ABC"), list("ABC")).astype(float)
    odd = wanted.copy()
    odd.loc["A", "A"], odd.loc["B", "B"] = float("nan"), 7.0
    assert mds(cluster, distances=odd).to_frame().equals(mds(cluster, distances=wanted).to_frame())
