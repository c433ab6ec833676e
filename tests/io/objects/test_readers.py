"""Who reads an object: told by its library, which is not imported for that."""

import numpy as np
import pandas as pd
import pytest
from scipy import sparse

from socluster.core.errors import InputError
from socluster.io.objects.readers import cluster_from
from socluster.io.options import ReadingOptions

TIES = np.array([[0, 1.0], [1.0, 0]])


@pytest.mark.parametrize(
    "data",
    [TIES, sparse.csr_array(TIES), [("1", "2")], pd.DataFrame({"source": ["1"], "target": ["2"]})],
    ids=["array", "sparse", "tuples", "frame"],
)
def test_the_same_ties_in_any_form(data):
    cluster, losses = cluster_from(data, ReadingOptions(caller="as_cluster"), [])
    assert list(cluster.labels) == ["1", "2"]
    assert cluster.n_ties == 1
    assert losses == []


def test_an_option_of_others_is_refused():
    with pytest.raises(InputError, match="labels"):
        cluster_from(TIES, ReadingOptions(caller="as_cluster"), ["sheet"])


@pytest.mark.parametrize(("data", "said"), [("ties.csv", r"socluster\.read"), (5, "cannot make a cluster of int")])
def test_what_is_no_network_is_refused(data, said):
    with pytest.raises(InputError, match=said):
        cluster_from(data, ReadingOptions(caller="as_cluster"), [])
