"""One actor becomes several."""

import itertools

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from socluster.core.errors import InputError
from tests.core.samples import tie
from tests.strategies import clusters


def test_each_part_takes_the_ties_that_are_given_to_it(served_town):
    after = served_town.with_split("NGO", {"Shelter": ["School"], "Kitchen": "Parish"}, rest="Kitchen")
    assert after.labels == ("School", "Clinic", "Shelter", "Kitchen", "Parish")
    assert tie(after, "School", "Shelter", "contact")["weight"] == 1
    assert tie(after, "School", "Shelter", "help")["weight"] == 3
    assert tie(after, "Kitchen", "Clinic", "referral")["weight"] == 1
    assert after.n_ties == served_town.n_ties
    assert after.actors.loc[["Shelter", "Kitchen"], "sector"].tolist() == ["civic", "civic"]


def test_parts_have_no_numbers_of_the_whole_unless_one_keeps_the_name(served_town):
    after = served_town.with_split("School", {"School": ["Clinic"], "Annex": ["NGO"]}, rest="School").actors
    assert after.loc["School", "places"] == 100
    assert pd.isna(after.loc["Annex", "places"])
    assert after.loc["Annex", "sector"] == "public"


def test_shares_divide_strengths_but_not_steps_of_a_ladder(served_town):
    after = served_town.with_split("NGO", {"A": {"Clinic": 0.25, "School": 1}, "B": ["Parish"]}, rest="B")
    assert tie(after, "Clinic", "A", "contact")["weight"] == 0.75
    assert tie(after, "Clinic", "B", "contact")["weight"] == 2.25
    assert [tie(after, "Clinic", part, "help")["weight"] for part in "AB"] == [5, 5]


def test_groups_are_partners_too(served_town):
    after = served_town.with_split("Clinic", {"A": ["Forum"], "B": ["School", "NGO"]})
    assert after.affiliations.query("actor == 'A'")[["group", "weight"]].values.tolist() == [["Forum", 2.0]]


def test_parts_may_be_tied_to_each_other(served_town):
    both = {"A": ["School"], "B": [], "C": []}
    after = served_town.with_split("NGO", both, rest="C", tie="contact", weight=2, evidence="assumed", confidence=0.7)
    assert {(a, b) for a, b in zip(after.ties["source"], after.ties["target"], strict=True)} >= set(
        itertools.combinations("ABC", 2)
    )
    assert tie(after, "A", "B", "contact")["confidence"] == 0.7
    arcs = served_town.with_split("NGO", both, rest="C", tie="referral").layer("referral").ties
    assert len(arcs) == 1 + 6


def test_every_partner_must_go_somewhere_and_only_once(served_town):
    with pytest.raises(InputError) as caught:
        served_town.with_split("NGO", {"A": ["School", "Skool"], "B": ["School"]})
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
        (["A", "B"], None, "into must be a mapping"),
        ({"Clinic": [], "B": []}, "B", "is another actor already"),
        ({"North": [], "South": []}, "Nord", "did you mean 'North'"),
        ({"A": {"School": 1.5}, "B": []}, "B", "is no share"),
        ({"A": {"School": 0}, "B": []}, "B", "is no share"),
    ],
)
def test_wrong_splits_are_refused(served_town, into, rest, message):
    with pytest.raises(InputError, match=message):
        served_town.with_split("NGO", into, rest=rest)


def test_columns_of_a_tie_need_a_tie(served_town):
    with pytest.raises(InputError, match="name its layer"):
        served_town.with_split("NGO", {"A": [], "B": []}, rest="B", weight=2)


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
    ground = ["evidence", "ref"]  # what went through a part is derived from it
    for now, before in ((back.ties, cluster.ties), (back.affiliations, cluster.affiliations)):
        pd.testing.assert_frame_equal(now.drop(columns=ground), before.drop(columns=ground))
    pd.testing.assert_frame_equal(back.unknown, cluster.unknown)
    assert back.labels == cluster.labels
