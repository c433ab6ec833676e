"""By whom everybody is reached, against networkx."""

import pytest

from tests._kernels.ensembles.expected import check_reached
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_who_is_reached_from_how_far(n, directed):
    check_reached(Sample(n, directed=directed), compiled=True)
