"""Partitions and vectors of a Pajek file as columns of the actors."""

from socluster.io.formats.pajek.columns import VertexValues, actor_columns, told_apart
from socluster.io.formats.relations import Labels


def test_classes_stay_text_and_numbers_are_numbers():
    found = [VertexValues("partition", "sector.clu", ["1", "02"]), VertexValues("vector", "size.vec", ["1.5", "2"])]
    columns, left_out = actor_columns(found, 2)
    assert columns == {"sector": ["1", "02"], "size": [1.5, 2.0]}
    assert left_out == []


def test_what_fits_no_vertex_is_named():
    found = [VertexValues("partition", "short", ["1"]), VertexValues("vector", "", ["1", "x"])]
    assert actor_columns(found, 2) == ({}, ["partition short", "vector"])
    assert actor_columns([VertexValues("partition", "p", ["1", "2"])], None) == ({}, ["partition p"])


def test_no_column_takes_the_place_of_another():
    found = [VertexValues("partition", name, ["1"]) for name in ("label", "", "P", "p", "a\nb")]
    columns, _ = actor_columns(found, 1)
    assert list(columns) == ["partition", "partition 2", "P", "p 2", "partition 3"]


def test_labels_that_do_not_tell_vertices_apart_give_way_to_numbers():
    different = Labels(["a", "b"], [2, 3])
    assert told_apart(different) == (different, None)
    numbered, names = told_apart(Labels(["a", "b", "a"], [2, 3, 4]))
    assert (numbered, names) == (Labels(["1", "2", "3"], [2, 3, 4]), ["a", "b", "a"])
