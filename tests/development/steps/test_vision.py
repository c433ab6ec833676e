"""Step 3: formulated, discussed, confirmed."""

import re

import pandas as pd
import pytest

import socluster as sc

TOWN = sc.Cluster.from_tables(pd.DataFrame({"actor": list("ABCD")}))
INTERESTS = pd.DataFrame({"doors": [1, 1, 0, 1], "register": [0, 1, 1, 1]}, index=list("ABCD"))
RATINGS = pd.DataFrame({"doors": [5, 5, 4, 5], "register": [5, 4, 5, 5]}, index=list("ABCD"))


def vision(**evidence):
    named = {f"3.{item[-1]}": value for item, value in evidence.items()}
    return sc.development_steps(TOWN, evidence=named).to_frame().loc[["3.1", "3.2", "3.3"]]


def test_all_three():
    assert vision(item_1=INTERESTS, item_2=RATINGS)["proposed"].all()


def test_goals_may_stand_in_the_cluster():
    goal = TOWN.with_group("doors", kind="goal")
    assert sc.development_steps(goal).to_frame().loc["3.1", "proposed"]


def test_half_of_the_actors_have_to_rate():
    assert vision(item_2=RATINGS.iloc[:2]).loc["3.2", "proposed"]
    assert not vision(item_2=RATINGS.iloc[:1]).loc["3.2", "proposed"]
    blank = RATINGS.astype(float).copy()
    blank.iloc[1:] = None
    assert vision(item_2=blank).loc["3.2", "shown"] == "1 of 4 actors rated"


def test_a_vision_is_not_confirmed_against_an_interest_or_below_the_cut_or_if_interests_are_not_known():
    against = INTERESTS.replace(0, -1)
    assert "interests against a goal: A and C" in vision(item_1=against, item_2=RATINGS).loc["3.3", "shown"]
    apart = RATINGS.assign(register=[1, 5, 1, 5])
    row = vision(item_1=INTERESTS, item_2=apart).loc["3.3"]
    assert not row["proposed"]
    assert "below the cut on register" in row["shown"]
    assert "interests of the actors are not known" in vision(item_2=RATINGS).loc["3.3", "shown"]
    assert not vision(item_1=against, item_2=RATINGS)["proposed"]["3.3"]
    assert not vision(item_2=RATINGS)["proposed"]["3.3"]


def test_goals_that_one_actor_rated_are_not_agreed_on():
    row = vision(item_1=INTERESTS, item_2=RATINGS.iloc[:1]).loc["3.3"]
    assert (row["proposed"], row["status"]) == (False, "not started")


def test_a_rater_is_an_actor():
    with pytest.raises(sc.InputError, match="is no actor of this cluster"):
        vision(item_2=RATINGS.set_axis(list("ABCZ")))
    with pytest.raises(sc.InputError, match="lies outside the scale"):
        vision(item_2=RATINGS + 1)


def test_a_goal_that_nobody_rated_is_not_confirmed():
    row = vision(item_1=INTERESTS.assign(archive=0), item_2=RATINGS).loc["3.3"]
    assert not row["proposed"]
    assert row["shown"].startswith("nobody rated archive; consensus of at least")


def test_the_span_of_consensus_is_told_from_its_least_to_its_largest():
    apart = RATINGS.assign(register=[1, 5, 1, 5])
    shown = vision(item_1=INTERESTS, item_2=apart).loc["3.3", "shown"]
    least, most = (float(each) for each in re.findall(r"consensus from ([\d.]+) to ([\d.]+)", shown)[0])
    assert 0 <= least < most <= 1
