"""Whoever answers for many networks answers all that rules ask."""

import pytest

from socluster.measures.ensembles.draws_of_network import DrawsOfNetwork
from socluster.measures.ensembles.networks import Networks
from socluster.whatif.engine.joined import Joined

ASKED = [name for name in vars(Networks) if not name.startswith("_")]


@pytest.mark.parametrize("name", [name for name in ASKED if name not in ("n", "directed")])
@pytest.mark.parametrize("kind", [DrawsOfNetwork, Joined])
def test_everything_is_answered(kind, name):
    assert hasattr(kind, name)
