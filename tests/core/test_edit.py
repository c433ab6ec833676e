"""Verbs that put rows into the tables of a cluster."""

import pytest

from socluster.core.edit import as_list, known_actor
from socluster.core.errors import InputError


def test_verbs_are_inverse(town):
    assert town.with_actor("Hub", sector="public").without_actor("Hub") == town
    with_tie = town.with_ties("Firm", ["School", "NGO"], layer="contact")
    assert with_tie.n_ties == 6
    assert with_tie.without_ties("Firm", layer="contact") == town
    assert town.n_actors == 4


def test_verbs_refuse_what_is_not_there(town):
    with pytest.raises(InputError, match="did you mean 'Clinic'"):
        town.without_actor("Clinik")
    with pytest.raises(InputError, match="did you mean 'School'"):
        town.with_ties("Firm", "Schol")
    with pytest.raises(InputError, match="is already in row"):
        town.with_actor("Firm")
    with pytest.raises(InputError, match="no such tie"):
        town.without_ties("NGO", "Clinic", layer="referral")
    with pytest.raises(InputError, match="say which ties"):
        town.without_ties()


def test_new_layer_is_directed_only_if_said(town):
    assert not town.with_ties("Firm", "NGO", layer="new").layers["new"].directed
    assert town.with_ties("Firm", "NGO", layer="new", directed=True).layers["new"].directed
    with pytest.raises(InputError, match="already"):
        town.with_layer("contact")


def test_a_stranger_is_told_with_the_nearest_and_with_its_column(town):
    assert known_actor(town.parts, "Clinic") == "Clinic"
    with pytest.raises(InputError) as caught:
        known_actor(town.parts, "Clinik", "source")
    (problem,) = caught.value.problems
    assert (problem.table, problem.column, problem.value, problem.nearest) == ("actors", "source", "Clinik", "Clinic")


def test_one_text_is_a_list_of_one():
    assert as_list("abc") == ["abc"]
    assert as_list(("a", "b")) == ["a", "b"]
