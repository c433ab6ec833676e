"""A village of five, with four ties."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster


@pytest.fixture
def village():
    actors = [("School", "public"), ("Clinic", "public"), ("NGO", "civic"), ("Parish", "civic"), ("Firm", "private")]
    ties = [("School", "Clinic"), ("School", "NGO"), ("NGO", "Parish"), ("Clinic", "Firm")]
    return Cluster.from_tables(
        pd.DataFrame(actors, columns=["actor", "sector"]),
        pd.DataFrame(ties, columns=["source", "target"]),
        name="Village",
    )
