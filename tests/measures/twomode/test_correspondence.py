import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency

import socluster as sc
from socluster.measures.twomode.correspondence import correspondence

SCRIPT = """
found <- MASS::corresp(as.matrix(read.table(commandArgs(TRUE)[1])), nf = 2)
cat(found$cor^2, found$rscore %*% diag(found$cor), sep = "\n")
"""


def two_mode(table):
    actors = [f"a{i}" for i in range(len(table))]
    groups = [f"g{j}" for j in range(len(table[0]))]
    pairs = [(a, g) for a, row in zip(actors, table, strict=True) for g, cell in zip(groups, row, strict=True) if cell]
    return sc.Cluster.from_tables(
        pd.DataFrame({"actor": actors}),
        groups=pd.DataFrame({"group": groups}),
        affiliations=pd.DataFrame(pairs, columns=["actor", "group"]),
    )


@st.composite
def tables(draw):
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    table = draw(st.lists(st.lists(st.booleans(), min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    return table if any(map(any, table)) else [[True] * columns] * rows


@given(tables())
def test_the_total_inertia_is_chi_squared_over_the_number_of_affiliations(table):
    found = correspondence(two_mode(table))
    cells = np.array(table, dtype=float)
    full = cells[cells.any(axis=1)][:, cells.any(axis=0)]
    chi_squared = chi2_contingency(full, correction=False).statistic
    assert found.inertia.sum() == pytest.approx(chi_squared / cells.sum(), abs=1e-9)
    assert found.inertia.is_monotonic_decreasing
    assert (found.inertia <= 1 + 1e-9).all()


@given(tables())
def test_a_group_is_the_mean_of_its_members_stretched_and_an_actor_that_of_its_groups(table):
    """The transition formulas, which characterise correspondence analysis."""
    found = correspondence(two_mode(table))
    cells = np.array(table, dtype=float)
    stretch = np.zeros(2)
    stretch[: len(found.inertia)] = np.sqrt(found.inertia.to_numpy())[:2]
    with np.errstate(invalid="ignore"):
        of_actors = cells @ np.nan_to_num(found.groups.to_numpy()) / cells.sum(axis=1, keepdims=True)
        of_groups = cells.T @ np.nan_to_num(found.actors.to_numpy()) / cells.sum(axis=0)[:, None]
    assert found.actors.to_numpy() * stretch == pytest.approx(of_actors, nan_ok=True, abs=1e-7)
    assert found.groups.to_numpy() * stretch == pytest.approx(of_groups, nan_ok=True, abs=1e-7)


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="R is not installed here")
def test_it_equals_corresp_of_r(tmp_path):
    davis = sc.load_dataset("davis")
    np.savetxt(tmp_path / "d.txt", davis.affiliation_matrix().toarray())
    (tmp_path / "s.R").write_text(SCRIPT)
    run = ["Rscript", "--vanilla", str(tmp_path / "s.R"), str(tmp_path / "d.txt")]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    if "MASS" in done.stderr:
        pytest.skip("R has no package MASS here")
    theirs = np.array(done.stdout.split(), dtype=float)
    ours = correspondence(davis)
    assert ours.inertia.head(2).to_numpy() == pytest.approx(theirs[:2], abs=1e-6)
    assert abs(ours.actors.to_numpy()) == pytest.approx(abs(theirs[2:].reshape(2, -1).T), abs=1e-5)


def test_who_belongs_to_nothing_has_no_place_and_twins_have_one():
    found = correspondence(two_mode([[1, 1, 0], [1, 1, 0], [0, 1, 1], [0, 0, 0]]))
    assert found.actors.loc["a3"].isna().all()
    assert found.actors.loc["a0"].tolist() == pytest.approx(found.actors.loc["a1"].tolist())
    assert found.to_frame().index.names == ["mode", "label"]
    assert len(found.plot().data) > 0


def test_a_piece_of_its_own_has_an_axis_of_inertia_one():
    found = correspondence(two_mode([[1, 1, 0], [1, 1, 0], [0, 0, 1]]))
    assert found.inertia.iloc[0] == pytest.approx(1)


def test_what_has_no_affiliations_is_refused(cluster_of):
    with pytest.raises(sc.InputError, match="no groups"):
        correspondence(cluster_of("AB"))
    empty = sc.Cluster.from_tables(pd.DataFrame({"actor": ["A"]}), groups=pd.DataFrame({"group": ["x"]}))
    with pytest.raises(sc.InputError, match="nothing to place actors and groups by"):
        correspondence(empty)


def test_all_alike_is_said_so():
    assert correspondence(two_mode([[1, 1], [1, 1]])).sentences() == [
        "All who belong to a group belong to the same groups, so that nobody is apart."
    ]


def test_the_sentence_names_the_whole_inertia_and_the_share_that_the_axes_hold():
    found = correspondence(two_mode([[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1], [1, 0, 0, 1]]), dimensions=1)
    share = found.inertia.iloc[0] / found.inertia.sum()
    assert f"it holds {share:.0%} of the inertia of {found.inertia.sum():.3g}." in found.sentences()[0]
