"""Ties that come of attending the same groups, by hand."""

import numpy as np
import pytest

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError
from socluster.whatif.ties import Committee
from tests.whatif.ties.tie_samples import ACTORS, to, town, with_hub


def test_committees_lead_to_ties_with_diminishing_returns():
    model = Committee(["spring", "autumn"], probability=0.4, further=0.5)
    assert to(model) == pytest.approx({"School": 0.4, "Clinic": 1 - 0.6**1.5, "NGO": 0.4})
    uncertain = Committee({"spring": 0.5, "autumn": 1}, probability=0.4, further=0.5)
    both = 0.5 * (1 - 0.6**1.5) + 0.5 * 0.4
    assert to(uncertain) == pytest.approx(
        dict.fromkeys(("Parish", "Firm", "Court"), 0) | {"School": 0.2, "Clinic": both, "NGO": 0.4}
    )
    busy = Committee(["spring"], probability=0.4, elsewhere=0.5)
    assert to(busy) == pytest.approx({"School": 0.4, "Clinic": 1 - 0.6**0.5})
    each = Committee(0.5, probability=0.4)
    assert to(each)["Court"] == pytest.approx(0.2)


def test_committees_may_be_those_of_the_partner_itself():
    cluster = with_hub(town()).with_affiliation("Hub", ["winter"])
    assert to(Committee(probability=0.4), cluster=cluster) == {"Court": pytest.approx(0.4)}
    assert to(Committee(probability=0.4)) == {}  # who belongs to no group meets nobody
    with pytest.raises(InputError, match="belongs to no group"):
        Committee(probability=0.4).fit(with_hub(Cluster.from_tables(ACTORS)), "Hub", "tie")
    with pytest.raises(InputError, match="did you mean 'spring'"):
        Committee(["sprng"], probability=0.4).fit(cluster, "Hub", "tie")


def test_attending_an_event_makes_its_ties_come_together():
    ties = Committee({"spring": 0.5}, probability=1.0).fit(with_hub(town()), "Hub", "tie")
    for draw in range(20):
        drawn = ties.probabilities(np.random.default_rng(draw))
        assert set(drawn[:2]) in ({0.0}, {1.0})  # School and Clinic, who both attend
