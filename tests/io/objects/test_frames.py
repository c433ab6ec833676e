from __future__ import annotations

import pandas as pd
import pytest

from socluster.core.errors import InputError, LossWarning
from socluster.io.objects.dispatch import as_cluster


def ties(cluster) -> list[list]:
    return cluster.ties[["source", "target", "layer", "weight"]].to_numpy().tolist()


class TestListOfTies:
    def test_with_our_columns(self):
        frame = pd.DataFrame({"source": ["b", "b"], "target": ["a", "c"], "layer": ["x", "y"], "ref": ["p. 1", None]})
        cluster = as_cluster(frame, name="Town")
        assert cluster.labels == ("b", "a", "c")
        assert ties(cluster) == [["b", "a", "x", 1.0], ["b", "c", "y", 1.0]]
        assert cluster.ties["ref"].tolist()[0] == "p. 1"
        assert cluster.name == "Town"

    def test_with_lithuanian_columns(self):
        frame = pd.DataFrame({"Svoris": [2, 3], "Šaltinis": [1, 1], "Tikslas": [2, 3]})
        assert ties(as_cluster(frame)) == [[1, 2, "tie", 2.0], [1, 3, "tie", 3.0]]

    def test_direction(self):
        frame = pd.DataFrame({"from": ["a", "b"], "to": ["b", "a"]})
        with pytest.raises(
            InputError, match=r"the other way round; if direction matters, say .*directed=True"
        ) as caught:
            as_cluster(frame)
        assert [problem.row for problem in caught.value.problems] == ["1"]
        cluster = as_cluster(frame, directed=True)
        assert ties(cluster) == [["a", "b", "tie", 1.0], ["b", "a", "tie", 1.0]]
        assert cluster.is_directed()

    def test_self_ties(self):
        frame = pd.DataFrame({"source": ["a", "a"], "target": ["a", "b"]})
        with pytest.raises(InputError, match="self_ties='drop'"):
            as_cluster(frame)
        assert ties(as_cluster(frame, self_ties="drop")) == [["a", "b", "tie", 1.0]]

    def test_weight(self):
        frame = pd.DataFrame({"source": ["a"], "target": ["b"], "times": [4], "weight": [9]})
        assert ties(as_cluster(frame, weight="times")) == [["a", "b", "tie", 4.0]]
        assert ties(as_cluster(frame, weight=None)) == [["a", "b", "tie", 1.0]]
        with pytest.raises(InputError, match=r"there is no column of this name.*did you mean 'times'"):
            as_cluster(frame, weight="time")

    def test_bad_rows_are_named_by_the_index(self):
        frame = pd.DataFrame(
            {"source": ["a", None], "target": ["b", "c"], "weight": [-1, 1]}, index=["first", "second"]
        )
        with pytest.raises(InputError) as caught:
            as_cluster(frame)
        assert [(problem.row, problem.column) for problem in caught.value.problems] == [
            ("second", "source"), ("first", "weight"),
        ]  # fmt: skip


class TestListOfAffiliations:
    def test_actor_and_group(self):
        frame = pd.DataFrame({"organisation": ["a", "b", "a"], "event": ["e", "e", "f"], "times": [1, 2, 3]})
        cluster = as_cluster(frame, weight="times")
        assert cluster.labels == ("a", "b")
        assert cluster.groups.index.tolist() == ["e", "f"]
        assert cluster.affiliations["weight"].tolist() == [1.0, 3.0, 2.0]


class TestMatrix:
    def test_the_same_labels_in_any_order(self):
        frame = pd.DataFrame([[1, 0], [0, 2]], index=["a", "b"], columns=["b", "a"])
        cluster = as_cluster(frame)
        assert cluster.labels == ("a", "b")
        assert ties(cluster) == [["a", "b", "tie", 1.0], ["b", "a", "tie", 2.0]]
        assert cluster.is_directed()

    def test_plain_numbers_as_labels(self):
        assert as_cluster(pd.DataFrame([[0, 1], [1, 0]])).labels == (0, 1)

    def test_unknown_cells(self):
        frame = pd.DataFrame([[0, pd.NA], [pd.NA, 0]], index=["a", "b"], columns=["a", "b"], dtype="Int64")
        assert as_cluster(frame).unknown[["source", "target"]].to_numpy().tolist() == [["a", "b"]]

    def test_yes_or_no_for_groups(self):
        frame = pd.DataFrame({"meeting": [1, 0], "board": [1, 1]}, index=["a", "b"])
        cluster = as_cluster(frame)
        assert cluster.groups.index.tolist() == ["meeting", "board"]
        assert cluster.n_affiliations == 3

    def test_numbers_for_groups_must_be_asked_for(self):
        frame = pd.DataFrame({"meeting": [1, 0], "board": [1, 7]}, index=["a", "b"])
        with pytest.raises(
            InputError, match=r"the labels of rows and columns differ \(a, b, board, meeting\).*two_mode"
        ):
            as_cluster(frame)
        assert as_cluster(frame, two_mode=True).affiliations["weight"].tolist() == [1.0, 1.0, 7.0]

    def test_a_table_of_attributes_is_refused(self):
        with pytest.raises(
            InputError, match=r"a DataFrame is read as a list of ties.*here are the columns name, staff"
        ):
            as_cluster(pd.DataFrame({"name": ["a"], "staff": [3]}))
        with pytest.raises(InputError, match="a DataFrame is read as"):
            as_cluster(pd.DataFrame({"open": [1, 0], "public": [0, 1], "staff": [0, 1]}))

    def test_labels_that_stand_twice(self):
        with pytest.raises(InputError, match="is the same actor as"):
            as_cluster(pd.DataFrame([[0, 1], [1, 0]], index=["a", "a"], columns=["a", "b"]))

    def test_labels_are_refused(self):
        with pytest.raises(InputError, match="a DataFrame brings its own labels"):
            as_cluster(pd.DataFrame([[0, 1], [1, 0]]), labels=["a", "b"])


class TestRepeatedAffiliations:
    repeated = pd.DataFrame({"group": ["g", "g", "a"], "actor": ["a", "a", "g"], "weight": [2.0, 3.0, 1.0]})

    @pytest.mark.parametrize(("rule", "weight"), [("sum", 5), ("count", 2), ("first", 2), ("max", 3), ("mean", 2.5)])
    def test_rows_that_stand_several_times(self, rule, weight):
        found = as_cluster(self.repeated, duplicates=rule).affiliations
        assert found[["actor", "group", "weight"]].to_numpy().tolist() == [["a", "g", weight], ["g", "a", 1.0]]

    def test_the_hint_works_in_that_call(self):
        with pytest.raises(InputError, match=r"as_cluster\(\.\.\., duplicates='sum'\) adds them up"):
            as_cluster(self.repeated)

    def test_rows_without_weight_can_be_left_out(self):
        frame = pd.DataFrame({"actor": ["a", "b"], "group": ["g", "h"], "weight": [0, 1]})
        with pytest.raises(InputError, match=r"as_cluster\(\.\.\., zero_weight='drop'\) leaves out"):
            as_cluster(frame)
        found = as_cluster(frame, zero_weight="drop")
        assert found.affiliations[["actor", "group"]].to_numpy().tolist() == [["b", "h"]]
        assert found.labels == ("a", "b")

    def test_ends_that_are_named(self):
        frame = pd.DataFrame({"Meeting": ["g"], "Person": ["a"]}).set_index(["Meeting", "Person"]).assign(hours=2)
        found = as_cluster(frame, source="Person", target="Meeting", weight="hours", two_mode=True)
        assert found.affiliations[["actor", "group", "weight"]].to_numpy().tolist() == [["a", "g", 2.0]]


class TestEndsThatAreNoNames:
    listed = pd.DataFrame({"source": ["A", "C"], "target": ["B", "NA"]}, index=["x", "y"])

    def test_a_mark_for_a_missing_end_is_asked_about(self):
        with pytest.raises(InputError, match=r"is what many programs write where a value is missing") as caught:
            as_cluster(self.listed)
        assert [(problem.row, problem.column) for problem in caught.value.problems] == [("y", "target")]
        assert as_cluster(self.listed, missing=[]).labels == ("A", "C", "B", "NA")
        with pytest.raises(InputError, match="is what many programs write"):
            as_cluster(self.listed.set_axis(["actor", "group"], axis="columns"))

    def test_rows_left_out_are_named(self):
        for columns in (["source", "target"], ["actor", "group"]):
            with pytest.warns(LossWarning, match="1 row in which an end is not known"):
                cluster = as_cluster(self.listed.set_axis(columns, axis="columns"), missing=["NA"])
            assert cluster.n_ties + cluster.n_affiliations == 1
            assert "C" in cluster.labels
            assert "NA" not in cluster.labels

    def test_several_names_in_one_cell_are_asked_about(self):
        with pytest.raises(InputError, match=r"looks like several names in one cell \(A and B\).*from_tables"):
            as_cluster(pd.DataFrame({"source": ["C"], "target": ["A; B"]}))

    def test_odd_columns_are_told_how_to_be_named(self):
        with pytest.raises(InputError, match="source= and target= name the columns of a list"):
            as_cluster(pd.DataFrame({"Person": ["Ana"], "Meeting": ["Board"]}))
