"""What a cluster hands out cannot change it."""

import pytest

from socluster.core.cluster import Cluster


def test_the_shared_matrix_is_one_and_cannot_be_written_to(town):
    shared = town.shared_matrix()
    assert shared is town.shared_matrix(None, "strength")
    assert shared is not town.shared_matrix(weights="binary")
    assert (shared.toarray() == town.matrix().toarray()).all()
    for array in (shared.data, shared.indices, shared.indptr):
        with pytest.raises(ValueError, match="read-only"):
            array[:] = 9


def test_nothing_handed_out_can_change_the_cluster(town):
    before = town.fingerprint
    for handed in (town.actors, town.ties, town.groups, town.affiliations, town.unknown):
        handed["new"] = 1
        handed.iloc[:, 0] = None
    town.matrix().data[:] = 99
    town.info["title"] = "x"
    town.layers.clear()
    tables = town.to_tables()
    tables.ties.loc[:, "weight"] = -1
    for column in (*town.parts.actors.values(), *town.parts.ties.rest.values()):
        with pytest.raises(ValueError, match="WRITEABLE"):
            column.values.flags.writeable = True
    again = Cluster._from(town.to_tables())
    assert again.fingerprint == before == town.parts.digest()[:12]
