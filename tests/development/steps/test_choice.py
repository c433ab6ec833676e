"""Borda, Kemeny and Condorcet: values by hand."""

import pytest

import socluster as sc


def test_values():
    found = sc.collective_choice(["ABCD"] * 3 + ["BCDA"] * 2 + ["CDBA"] * 2)
    assert found.borda.to_dict() == {"A": 9, "B": 14, "C": 13, "D": 6}
    assert found.kemeny == (tuple("BCDA"),)
    assert found.kemeny_distance == 13
    assert found.condorcet == "B"
    assert found.majorities.loc["B", ["A", "C", "D"]].tolist() == [4, 5, 5]
    assert found.to_frame()["kemeny_best"].to_dict() == {"A": 4, "B": 1, "C": 2, "D": 3}
    weighted = sc.collective_choice(["ABCD", "BCDA", "CDBA"], weights=[3, 2, 2])
    assert weighted.borda.to_dict() == found.borda.to_dict()
    assert (weighted.kemeny, weighted.kemeny_distance) == (found.kemeny, 13)


def test_a_circle_has_three_orders_and_no_winner():
    found = sc.collective_choice(["ABC", "BCA", "CAB"])
    assert found.borda.tolist() == [3, 3, 3]
    assert sorted("".join(order) for order in found.kemeny) == ["ABC", "BCA", "CAB"]
    assert (found.kemeny_distance, found.condorcet) == (4, None)
    assert "No goal wins against every other one by a majority." in found.sentences()
    assert found.sentences()[2] == "3 orders have the fewest disagreements (4): A > B > C; B > C > A; C > A > B."


def test_a_tie_is_no_majority():
    assert sc.collective_choice(["AB", "BA"]).condorcet is None


def test_one_goal_wins_against_nobody():
    found = sc.collective_choice(["A"])
    assert (found.condorcet, found.kemeny, found.kemeny_distance) == (None, (("A",),), 0)


def test_where_there_are_too_many_orders_it_says_so():
    found = sc.collective_choice(["ABCDEFG", "GFEDCBA"])
    assert len(found.kemeny) == 1000
    assert not found.complete
    assert "There are more than 1\N{NO-BREAK SPACE}000 orders" in repr(found)


def test_more_goals_than_can_be_ordered():
    with pytest.raises(sc.InputError, match="at most 40 goals"):
        sc.collective_choice([list(range(41))])


def test_it_says_it_in_lithuanian():
    said = sc.collective_choice(["ABCD", "BCDA"], weights=[2, 1]).sentences("lt")
    assert said[0] == "Pateiktų tvarkų: 2, kiekviena – 4 tikslų."
    assert (
        "Tvarkų svoriai yra nuo 1 iki 2, iš viso 3; taškai, nesutarimai ir daugumos skaičiuojami su svoriais." in said
    )
    assert "Svorio dauguma tikslą A iškelia aukščiau už kiekvieną kitą." in said


def test_a_majority_by_weight_is_not_called_one_of_voters():
    voters = {"x": "A > B > C", "y": "C > B > A"}
    said = sc.collective_choice(voters, weights={"x": 3, "y": 1}).sentences()
    assert "The orders weigh from 1 to 3, 4 together; points, disagreements and majorities are weighted." in said
    assert "A majority of the weight puts A before each other goal." in said
    alike = sc.collective_choice(voters, weights={"x": 2, "y": 2}).sentences()
    assert "Each order weighs 2; points and disagreements are weighted." in alike
    assert "No goal wins against every other one by a majority." in alike
    assert "weigh" not in repr(sc.collective_choice(voters))
    split = sc.collective_choice({**voters, "z": "B > A > C"}, weights={"x": 2, "y": 1, "z": 1}).sentences()
    assert "No goal wins against every other one by a majority of the weight." in split


def test_one_point_is_no_points():
    assert "Borda puts first: A and B (points: 1)." in sc.collective_choice(["AB", "BA"]).sentences()
