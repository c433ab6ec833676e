"""What other people call our columns."""

import pytest

from socluster.core.schema import canonical_columns


@pytest.mark.parametrize(
    ("table", "written", "ours"),
    [
        ("ties", ["ego", "alter"], ["source", "target"]),
        ("ties", ["node1", "node2", "strength"], ["source", "target", "weight"]),
        ("ties", ["Source", "TARGET", "Weight"], ["source", "target", "weight"]),
        ("actors", ["veikėjas", "sektorius", "savivaldybė"], ["actor", "sector", "place"]),
        ("actors", ["actor", "id"], ["actor", "id"]),
        ("actors", ["id", "label", "title"], ["actor", "name", "title"]),
        ("affiliations", ["organisation", "event"], ["actor", "group"]),
    ],
)
def test_synonyms(table, written, ours):
    assert list(canonical_columns(table, written).values()) == ours
