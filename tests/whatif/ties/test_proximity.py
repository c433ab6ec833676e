"""Ties in the same place, between neighbouring places and elsewhere, by hand."""

import pandas as pd
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.ties import Proximity
from tests.whatif.ties.tie_samples import to, town, with_hub


def test_proximity_has_three_kinds_of_dyads():
    stated = Proximity(neighbours={"Kelmė": ["Šiauliai"]}, same=0.6, near=0.4, elsewhere=0.1)
    near = {"School": 0.6, "Clinic": 0.6, "NGO": 0.4, "Firm": 0.4, "Parish": 0.1, "Court": 0.1}
    assert to(stated) == near
    other_way = Proximity(neighbours={"Šiauliai": ["Kelmė"]}, same=0.6, near=0.4, elsewhere=0.1)
    assert to(other_way) == near


def test_proximity_learns_what_is_not_stated():
    probabilities = to(Proximity(same=0.6))
    # elsewhere: 12 dyads with 3.5 ties among 15 dyads with 5.5; the prior is worth 4 dyads
    overall = (5.5 + 0.5) / (15 + 1)
    assert probabilities["School"] == 0.6
    assert probabilities["Court"] == pytest.approx((4 * overall + 3.5) / (4 + 12))


def test_proximity_names_a_place_that_is_not_among_the_neighbours():
    with pytest.raises(InputError, match="did you mean 'Kelme'"):
        Proximity(neighbours={"Kelme": ["Šiauliai"]}).fit(with_hub(town()), "Hub", "tie")
    with pytest.raises(InputError, match="needs neighbours="):
        Proximity(near=0.5)


def test_a_cluster_of_nobody_teaches_nothing():
    nobody = Cluster.from_tables(pd.DataFrame({"actor": [], "place": []}))
    model = Proximity()
    assert model.grounded(nobody, {}, "tie") == model
