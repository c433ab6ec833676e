import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.io.datasets import load_dataset
from tests.strategies import clusters


def frame(columns, *rows):
    return pd.DataFrame(list(rows), columns=columns.split())


@pytest.fixture
def town():
    return Cluster.from_tables(
        frame(
            "actor sector places",
            ("School", "public", 100),
            ("Clinic", "public", 5),
            ("NGO", "civic", None),
            ("Parish", "civic", 12),
        ),
        frame(
            "source target layer weight confidence evidence",
            ("School", "Clinic", "contact", 2, 1, "documented"),
            ("School", "NGO", "contact", 1, 0.5, "assumed"),
            ("Clinic", "NGO", "contact", 3, 0.8, "reported"),
            ("NGO", "Parish", "contact", 4, 1, "reported"),
            ("School", "NGO", "help", 3, 1, "reported"),
            ("Clinic", "NGO", "help", 5, 1, "reported"),
            ("NGO", "Clinic", "referral", 1, 1, "reported"),
        ),
        groups=frame("group kind", ("Forum", "event"), ("Day care", "service")),
        affiliations=frame(
            "actor group weight", ("School", "Forum", 1), ("Clinic", "Forum", 2), ("Parish", "Day care", 9)
        ),
        layers={"help": {"scale": "frey"}, "referral": {"directed": True}},
    )


def tie(cluster, source, target, layer):
    ties = cluster.ties.set_index(["source", "target", "layer"])
    return ties.loc[(source, target, layer)]


# -- mergers ----------------------------------------------------------------------------------------------------------


def test_ties_of_who_merges_are_laid_together(town):
    after = town.with_merger(["School", "Clinic"], into="Centre")
    assert after.labels == ("Centre", "NGO", "Parish")
    contact = tie(after, "Centre", "NGO", "contact")
    assert contact["weight"] == 1 + 3
    assert contact["confidence"] == pytest.approx(1 - 0.5 * 0.2)
    assert contact["evidence"] == "assumed"
    assert after.n_ties == 4  # the tie between the two is gone, and two pairs of ties are one each
    assert tie(after, "NGO", "Centre", "referral")["weight"] == 1


def test_on_a_ladder_the_highest_step_counts(town):
    assert tie(town.with_merger(["School", "Clinic"], into="Centre"), "Centre", "NGO", "help")["weight"] == 5


def test_weights_of_affiliations_add_up(town):
    after = town.with_merger(["School", "Clinic", "Parish"], into="Centre").affiliations.set_index("group")
    assert after["weight"].to_dict() == {"Forum": 3.0, "Day care": 9.0}
    assert set(after["actor"]) == {"Centre"}


def test_a_merged_actor_is_what_all_agree_on_unless_it_is_said(town):
    after = town.with_merger(["School", "Clinic"], into="Centre", places=105, kind="centre").actors
    assert after.loc["Centre", ["sector", "places", "kind"]].tolist() == ["public", 105, "centre"]
    mixed = town.with_merger(["Clinic", "NGO"], into="NGO").actors
    assert pd.isna(mixed.loc["NGO", "sector"])
    assert mixed.loc["NGO", "places"] == 5  # the other does not say
    assert list(mixed.index) == ["School", "NGO", "Parish"]


def test_a_dyad_stays_unknown_unless_one_of_the_merged_is_tied(town):
    tables = town.to_tables()
    unknown = frame("source target layer", ("School", "Parish", "contact"), ("Clinic", "Parish", "contact"))
    unsure = Cluster.from_tables(tables.actors, tables.ties, unknown=unknown, layers=tables.layers)
    merged = unsure.with_merger(["School", "Clinic"], into="Centre").unknown
    assert merged[["source", "target"]].values.tolist() == [["Centre", "Parish"]]
    assert unsure.with_merger(["School", "Clinic", "NGO"], into="Centre").unknown.empty


def test_wrong_mergers_are_refused(town):
    with pytest.raises(InputError, match="did you mean 'School'") as caught:
        town.with_merger(["Schol", "Klinic"], into="Centre")
    assert [problem.nearest for problem in caught.value.problems] == ["School", "Clinic"]
    with pytest.raises(InputError, match="at least two"):
        town.with_merger(["School", "School"], into="Centre")
    with pytest.raises(InputError, match="takes no part in the merger"):
        town.with_merger(["School", "Clinic"], into="NGO")
    with pytest.raises(InputError, match="column 'places'"):
        town.with_merger(["School", "Clinic"], into="Centre", places="many")


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


# -- splits -----------------------------------------------------------------------------------------------------------


def test_each_part_takes_the_ties_that_are_given_to_it(town):
    after = town.with_split("NGO", {"Shelter": ["School"], "Kitchen": "Parish"}, rest="Kitchen")
    assert after.labels == ("School", "Clinic", "Shelter", "Kitchen", "Parish")
    assert tie(after, "School", "Shelter", "contact")["weight"] == 1
    assert tie(after, "School", "Shelter", "help")["weight"] == 3
    assert tie(after, "Kitchen", "Clinic", "referral")["weight"] == 1
    assert after.n_ties == town.n_ties
    assert after.actors.loc[["Shelter", "Kitchen"], "sector"].tolist() == ["civic", "civic"]


def test_parts_have_no_numbers_of_the_whole_unless_one_keeps_the_name(town):
    after = town.with_split("School", {"School": ["Clinic"], "Annex": ["NGO"]}, rest="School").actors
    assert after.loc["School", "places"] == 100
    assert pd.isna(after.loc["Annex", "places"])
    assert after.loc["Annex", "sector"] == "public"


def test_shares_divide_strengths_but_not_steps_of_a_ladder(town):
    after = town.with_split("NGO", {"A": {"Clinic": 0.25, "School": 1}, "B": ["Parish"]}, rest="B")
    assert tie(after, "Clinic", "A", "contact")["weight"] == 0.75
    assert tie(after, "Clinic", "B", "contact")["weight"] == 2.25
    assert [tie(after, "Clinic", part, "help")["weight"] for part in "AB"] == [5, 5]


def test_groups_are_partners_too(town):
    after = town.with_split("Clinic", {"A": ["Forum"], "B": ["School", "NGO"]})
    assert after.affiliations.query("actor == 'A'")[["group", "weight"]].values.tolist() == [["Forum", 2.0]]


def test_parts_may_be_tied_to_each_other(town):
    both = {"A": ["School"], "B": [], "C": []}
    after = town.with_split("NGO", both, rest="C", tie="contact", weight=2, evidence="assumed", confidence=0.7)
    assert {(a, b) for a, b in zip(after.ties["source"], after.ties["target"], strict=True)} >= set(
        itertools.combinations("ABC", 2)
    )
    assert tie(after, "A", "B", "contact")["confidence"] == 0.7
    arcs = town.with_split("NGO", both, rest="C", tie="referral").layer("referral").ties
    assert len(arcs) == 1 + 6


def test_every_partner_must_go_somewhere_and_only_once(town):
    with pytest.raises(InputError) as caught:
        town.with_split("NGO", {"A": ["School", "Skool"], "B": ["School"]})
    told = [(problem.value, problem.message.split(";")[0]) for problem in caught.value.problems]
    assert told == [
        ("Skool", "'NGO' has no tie with it and no affiliation"),
        ("School", "goes to several parts"),
        ("Clinic", "goes to no part, or not as a whole"),
        ("Parish", "goes to no part, or not as a whole"),
    ]
    assert caught.value.problems[0].nearest == "School"


@pytest.mark.parametrize(
    ("into", "rest", "message"),
    [
        ({"A": ["School"]}, "A", "at least two parts"),
        (["A", "B"], None, "at least two parts"),
        ({"Clinic": [], "B": []}, "B", "is another actor already"),
        ({"North": [], "South": []}, "Nord", "did you mean 'North'"),
        ({"A": {"School": 1.5}, "B": []}, "B", "is no share"),
        ({"A": {"School": 0}, "B": []}, "B", "is no share"),
    ],
)
def test_wrong_splits_are_refused(town, into, rest, message):
    with pytest.raises(InputError, match=message):
        town.with_split("NGO", into, rest=rest)


def test_columns_of_a_tie_need_a_tie(town):
    with pytest.raises(InputError, match="name its layer"):
        town.with_split("NGO", {"A": [], "B": []}, rest="B", weight=2)


@given(clusters(two_mode=True), st.data())
def test_a_split_and_a_merger_give_back_all_links(cluster, data):
    assume(cluster.n_actors and not {"part 1", "part 2"} & set(cluster.labels))
    actor = data.draw(st.sampled_from(cluster.labels))
    links = [
        (cluster.ties, "source", "target"),
        (cluster.ties, "target", "source"),
        (cluster.affiliations, "actor", "group"),
    ]
    partners = sorted({name for table, near, far in links for name in table.loc[table[near] == actor, far]})
    mine = [name for name in partners if data.draw(st.booleans())]
    parts = cluster.with_split(actor, {"part 1": mine, "part 2": []}, rest="part 2")
    back = parts.with_merger(["part 1", "part 2"], into=actor)
    pd.testing.assert_frame_equal(back.ties, cluster.ties)
    pd.testing.assert_frame_equal(back.affiliations, cluster.affiliations)
    pd.testing.assert_frame_equal(back.unknown, cluster.unknown)
    assert back.labels == cluster.labels


# -- strength, capacity, attributes, events ---------------------------------------------------------------------------


def test_a_tie_changes_its_strength(town):
    assert tie(town.with_strength("Clinic", "School", weight=7), "School", "Clinic", "contact")["weight"] == 7
    weaker = town.with_strength("School", "NGO", by=0.5, layer="contact", evidence="simulated")
    assert tie(weaker, "School", "NGO", "contact")[["weight", "evidence"]].tolist() == [0.5, "simulated"]
    assert tie(weaker, "School", "NGO", "help")["weight"] == 3
    assert town.with_strength("School", "Clinic", weight=2) == town


def test_on_a_ladder_a_strength_is_a_step(town):
    words = town.with_strength("School", "NGO", weight="Coalition", layer="help")
    assert tie(words, "School", "NGO", "help")["weight"] == 4
    for wrong in ({"by": 1.5}, {"weight": 6}, {"weight": 0}, {"weight": "no interaction"}):
        with pytest.raises(InputError, match=r"ladder 'frey'|above 0"):
            town.with_strength("School", "NGO", layer="help", **wrong)
    with pytest.raises(InputError, match=r"did you mean '4 \(coalition\)'"):
        town.with_strength("School", "NGO", layer="help", weight=4.2)


def test_a_direction_is_respected(town):
    assert tie(town.with_strength("NGO", "Clinic", by=3, layer="referral"), "NGO", "Clinic", "referral")["weight"] == 3
    with pytest.raises(InputError, match="no tie from 'Clinic' to 'NGO' in this layer, but in 'help', 'contact'"):
        town.with_strength("Clinic", "NGO", by=3, layer="referral")


@pytest.mark.parametrize(
    ("source", "target", "how", "message"),
    [
        ("Schol", "Clinic", {"by": 2}, "did you mean 'School'"),
        ("School", "Clinik", {"by": 2}, "did you mean 'Clinic'"),
        ("School", "Parish", {"by": 2}, "'School' has no tie to it"),
        ("School", "NGO", {"by": 2}, "layer='help' or 'contact'"),
        ("School", "NGO", {"by": 2, "layer": "contakt"}, "did you mean 'contact'"),
        ("School", "Clinic", {}, "either the new weight or the factor"),
        ("School", "Clinic", {"by": 2, "weight": 2}, "either the new weight or the factor"),
        ("School", "Clinic", {"by": -1}, "by must be a number above 0"),
        ("School", "Clinic", {"weight": float("inf")}, "weight must be a number above 0"),
        ("School", "Clinic", {"weight": "strong"}, "weight must be a number above 0"),
    ],
)
def test_wrong_strengths_are_refused(town, source, target, how, message):
    with pytest.raises(InputError, match=message):
        town.with_strength(source, target, **how)


def test_capacity_changes(town):
    after = town.with_capacity("Parish", "Day care", 12, evidence="simulated")
    assert after.affiliations.set_index("actor").loc["Parish", ["weight", "evidence"]].tolist() == [12, "simulated"]
    with pytest.raises(InputError, match="does not belong to it"):
        town.with_capacity("School", "Day care", 12)
    with pytest.raises(InputError, match="did you mean 'Day care'"):
        town.with_capacity("Parish", "Day cares", 12)
    with pytest.raises(InputError, match="above 0"):
        town.with_capacity("Parish", "Day care", 0)
    twice = town.with_affiliation("Parish", "Day care", layer="runs")
    with pytest.raises(InputError, match="in several layers"):
        twice.with_capacity("Parish", "Day care", 3)
    assert twice.with_capacity("Parish", "Day care", 3, layer="runs").affiliations["weight"].tolist()[-1] == 3


def test_attributes_change(town):
    after = town.with_attributes("NGO", places=30, sector=None, leads=True).actors
    assert after.loc["NGO", "places"] == 30
    assert pd.isna(after.loc["NGO", "sector"])
    assert after["leads"].dropna().to_dict() == {"NGO": True}
    assert after.loc["School", "places"] == 100
    with pytest.raises(InputError, match="did you mean 'NGO'"):
        town.with_attributes("NGOs", places=1)
    with pytest.raises(InputError, match="say which attributes"):
        town.with_attributes("NGO")
    with pytest.raises(InputError, match="column 'places'"):
        town.with_attributes("NGO", places="many")


def test_an_event_is_a_group_with_who_attends():
    siauliai = load_dataset("siauliai")
    who = list(siauliai.labels[:3])
    after = siauliai.with_event("Forum", who, layer="attends", date="2016-11", evidence="simulated", confidence=0.8)
    by_hand = siauliai.with_group("Forum", kind="event", date="2016-11")
    for actor in who:
        by_hand = by_hand.with_affiliation(actor, "Forum", layer="attends", evidence="simulated", confidence=0.8)
    assert after == by_hand
    with pytest.raises(InputError, match="is there already"):
        after.with_event("Forum", who)
    with pytest.raises(InputError, match="without anybody"):
        siauliai.with_event("Forum", [])
    with pytest.raises(InputError, match="is no actor"):
        siauliai.with_event("Forum", ["nobody at all"])


def test_verbs_leave_the_cluster_as_it_is(town):
    before = town.fingerprint
    town.with_merger(["School", "Clinic"], into="Centre")
    town.with_split("NGO", {"A": [], "B": []}, rest="B")
    town.with_strength("School", "Clinic", by=2)
    assert town.fingerprint == before
