"""A list of ties or of affiliations: whoever is in it is an actor."""

import pandas as pd
import pytest

from socluster.core.errors import InputError
from socluster.core.tables import Origin
from socluster.io.options import ReadingOptions
from socluster.io.sheets.lists import tables_of_list


def listed(table, columns, **options):
    frame = pd.DataFrame(columns, dtype="str")
    origin = Origin("it.csv", rows=list(range(2, len(frame) + 2)))
    return tables_of_list(table, frame, origin, ReadingOptions(**options))


def test_actors_stand_in_the_order_in_which_they_appear_and_know_their_row():
    found = listed("ties", {"source": ["b", "a", "b"], "target": ["c", "b", "d"]})
    assert found.actors["actor"].tolist() == ["b", "c", "a", "d"]
    assert [found.origins["actors"].row(position) for position in range(4)] == [2, 2, 3, 4]
    assert len(found.ties) == 3


def test_one_actor_in_two_spellings_is_one():
    assert listed("ties", {"source": ["a", " a "], "target": ["b", "b\u00a0"]}).actors["actor"].tolist() == ["a", "b"]


def test_affiliations_have_actors_and_groups():
    found = listed("affiliations", {"actor": ["a", "b", "a"], "group": ["x", "x", "y"]})
    assert (found.actors["actor"].tolist(), found.groups["group"].tolist()) == (["a", "b"], ["x", "y"])
    assert found.ties is None
    assert found.origins["groups"].row(1) == 4


def test_an_end_that_many_programs_write_for_not_known_is_asked_about():
    columns = {"source": ["a", "NA"], "target": ["NULL", "b"]}
    with pytest.raises(InputError) as caught:
        listed("ties", columns)
    assert [(problem.row, problem.column, problem.value) for problem in caught.value.problems] == [
        (3, "source", "NA"),
        (2, "target", "NULL"),
    ]
    assert "missing=['NA']" in str(caught.value)
    assert listed("ties", columns, missing=[]).actors["actor"].tolist() == ["a", "NULL", "NA", "b"]
    assert listed("ties", columns, missing=["NA", "NULL"]).actors["actor"].tolist() == ["a", "b"]


def test_an_empty_end_is_no_actor():
    assert listed("ties", {"source": ["a", None], "target": ["b", "c"]}).actors["actor"].tolist() == ["a", "b", "c"]


def test_a_list_without_an_end_names_what_there_is():
    with pytest.raises(InputError, match="there is no such column; here are source, whom"):
        listed("ties", {"source": ["a"], "whom": ["b"]})
