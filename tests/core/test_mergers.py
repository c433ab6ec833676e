"""Several actors become one."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from tests.core.samples import frame, tie
from tests.strategies import clusters


def test_ties_of_who_merges_are_laid_together(served_town):
    after = served_town.with_merger(["School", "Clinic"], into="Centre")
    assert after.labels == ("Centre", "NGO", "Parish")
    contact = tie(after, "Centre", "NGO", "contact")
    assert contact["weight"] == 1 + 3
    assert contact["confidence"] == pytest.approx(1 - 0.5 * 0.2)
    assert contact["evidence"] == "assumed"
    assert after.n_ties == 4  # the tie between the two is gone, and two pairs of ties are one each
    assert tie(after, "NGO", "Centre", "referral")["weight"] == 1


def test_on_a_ladder_the_highest_step_counts(served_town):
    assert tie(served_town.with_merger(["School", "Clinic"], into="Centre"), "Centre", "NGO", "help")["weight"] == 5


def test_weights_of_affiliations_add_up(served_town):
    after = served_town.with_merger(["School", "Clinic", "Parish"], into="Centre").affiliations.set_index("group")
    assert after["weight"].to_dict() == {"Forum": 3.0, "Day care": 9.0}
    assert set(after["actor"]) == {"Centre"}


def test_a_merged_actor_is_what_all_agree_on_unless_it_is_said(served_town):
    after = served_town.with_merger(["School", "Clinic"], into="Centre", places=105, kind="centre").actors
    assert after.loc["Centre", ["sector", "places", "kind"]].tolist() == ["public", 105, "centre"]
    mixed = served_town.with_merger(["Clinic", "NGO"], into="NGO").actors
    assert pd.isna(mixed.loc["NGO", "sector"])
    assert mixed.loc["NGO", "places"] == 5  # the other does not say
    assert list(mixed.index) == ["School", "NGO", "Parish"]


def test_a_dyad_stays_unknown_unless_one_of_the_merged_is_tied(served_town):
    tables = served_town.to_tables()
    unknown = frame("source target layer", ("School", "Parish", "contact"), ("Clinic", "Parish", "contact"))
    unsure = Cluster.from_tables(tables.actors, tables.ties, unknown=unknown, layers=tables.layers)
    merged = unsure.with_merger(["School", "Clinic"], into="Centre").unknown
    assert merged[["source", "target"]].values.tolist() == [["Centre", "Parish"]]
    assert unsure.with_merger(["School", "Clinic", "NGO"], into="Centre").unknown.empty


def test_wrong_mergers_are_refused(served_town):
    with pytest.raises(InputError, match="did you mean 'School'") as caught:
        served_town.with_merger(["Schol", "Klinic"], into="Centre")
    assert [problem.nearest for problem in caught.value.problems] == ["School", "Clinic"]
    with pytest.raises(InputError, match="at least two"):
        served_town.with_merger(["School", "School"], into="Centre")
    with pytest.raises(InputError, match="takes no part in the merger"):
        served_town.with_merger(["School", "Clinic"], into="NGO")
    with pytest.raises(InputError, match="column 'places'"):
        served_town.with_merger(["School", "Clinic"], into="Centre", places="many")


def matrix(cluster, layer):
    """The strengths of all waves together, as the table of ties says them."""
    place = {label: position for position, label in enumerate(cluster.labels)}
    cells = np.zeros((cluster.n_actors, cluster.n_actors))
    for row in cluster.ties[cluster.ties["layer"] == layer].to_dict("records"):
        ends = place[row["source"]], place[row["target"]]
        for cell in {ends} if cluster.layers[layer].directed else {ends, ends[::-1]}:
            cells[cell] += row["weight"]
    return cells


@given(clusters(two_mode=True), st.data())
def test_a_merger_adds_up_rows_and_columns(cluster, data):
    assume(cluster.n_actors >= 2)
    labels = cluster.labels
    gone = data.draw(st.lists(st.sampled_from(labels), min_size=2, unique=True))
    after = cluster.with_merger(gone, into=gone[0])
    assert [each for each in after.labels if each != gone[0]] == [each for each in labels if each not in gone]
    to_new = np.array([[new == (gone[0] if old in gone else old) for new in after.labels] for old in labels], float)
    for layer in cluster.layers:
        expected = to_new.T @ matrix(cluster, layer) @ to_new
        np.fill_diagonal(expected, 0)
        np.testing.assert_allclose(matrix(after, layer), expected, rtol=1e-12)
    held = cluster.affiliations.assign(actor=lambda rows: rows["actor"].where(~rows["actor"].isin(gone), gone[0]))
    expected = held.groupby(["actor", "group"])["weight"].sum()
    found = after.affiliations.groupby(["actor", "group"])["weight"].sum()
    pd.testing.assert_series_equal(found, expected)
