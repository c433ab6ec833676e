"""Several names in one cell."""

from socluster.io.tables.joined_names import parts_of


def test_parts():
    assert parts_of(" B;; C\n") == ["B", "C"]
    assert parts_of("B|C\nD") == ["B", "C", "D"]
    assert parts_of("B, C") == ["B, C"]
    assert parts_of("") == []
