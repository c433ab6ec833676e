"""A town that several tests change."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster


@pytest.fixture
def town():
    """Two pairs, A - B and C - D, and E alone."""
    ties = pd.DataFrame({"source": ["A", "C"], "target": ["B", "D"]})
    actors = pd.DataFrame({"actor": list("ABCDE"), "sector": ["public", "public", "civic", "civic", "civic"]})
    return Cluster.from_tables(actors, ties, name="Town")
