"""A chain of four, and four who might join it."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from tests.whatif.choice.choice_samples import joins


@pytest.fixture
def chain():
    actors = pd.DataFrame({"actor": list("abcd"), "sector": ["public", "civic", "civic", "public"]})
    return Cluster.from_tables(actors, pd.DataFrame({"source": list("abc"), "target": list("bcd")}))


@pytest.fixture
def four():
    return [joins("w", a=0.9, c=0.4), joins("x", a=0.6, d=0.7), joins("y", b=0.5), joins("z", c=0.9, d=0.8)]
