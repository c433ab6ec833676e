import pandas as pd
import pytest

from socluster import Cluster, load_dataset


def make_cluster(ties, *, actors=None, directed=False):
    """A cluster of ties given as "AB AC" or as tuples (source, target[, weight])."""
    rows = [tuple(tie) for tie in (ties.split() if isinstance(ties, str) else ties)]
    frame = pd.DataFrame({"source": [row[0] for row in rows], "target": [row[1] for row in rows]}, dtype=object)
    frame["weight"] = [float(row[2]) if len(row) > 2 else 1.0 for row in rows]
    labels = list(actors) if actors is not None else list(dict.fromkeys(end for row in rows for end in row[:2]))
    return Cluster.from_tables(
        pd.DataFrame({"actor": labels}, dtype=object), frame, layers={"tie": {"directed": directed}}
    )


@pytest.fixture(scope="session")
def cluster_of():
    return make_cluster


@pytest.fixture(scope="session")
def knoke():
    return load_dataset("knoke")


@pytest.fixture(scope="session")
def kite():
    return load_dataset("kite")


@pytest.fixture(scope="session")
def florentine():
    return load_dataset("florentine")


@pytest.fixture(scope="session")
def path_and_pair():
    """A path of three and a pair."""
    return make_cluster("AB BC DE")
