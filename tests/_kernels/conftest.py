import pytest

from tests._kernels.networks import NETWORKS


@pytest.fixture(params=NETWORKS)
def any_network(request):
    return NETWORKS[request.param]
