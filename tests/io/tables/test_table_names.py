"""Names by which tables and their columns are recognised."""

import pytest

from socluster.io.tables.table_names import ALL_TABLES, our_columns, recognised_keys, table_called


def test_a_table_is_called_by_its_own_name():
    assert [table_called(f" {table.upper()} ") for table in ALL_TABLES] == list(ALL_TABLES)


@pytest.mark.parametrize(
    ("name", "table"),
    [("Edges", "ties"), ("Ryšiai", "ties"), ("dalyvavimas", "affiliations"), ("Sluoksniai", "layers"), ("notes", None)],
)
def test_a_table_may_be_called_otherwise(name, table):
    assert table_called(name) == table


def test_a_synonym_does_not_push_our_own_name_aside():
    assert our_columns("layers", ["Sluoksnis", "Kryptis", "note"]) == {
        "Sluoksnis": "name",
        "Kryptis": "directed",
        "note": "note",
    }
    assert our_columns("layers", ["layer", "name"]) == {"name": "name", "layer": "layer"}
    assert our_columns("ties", ["Nuo", "Iki"]) == {"Nuo": "source", "Iki": "target"}


def test_keys_show_what_a_table_is():
    assert recognised_keys("ties", ["from", "to", "svoris"]) == {"source", "target"}
    assert recognised_keys("layers", ["Sluoksnis"]) == {"name"}
    assert recognised_keys("actors", ["staff"]) == set()
