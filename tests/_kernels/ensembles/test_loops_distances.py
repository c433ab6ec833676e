"""Pairs by distance, against networkx."""

import pytest

from tests._kernels.ensembles.expected import check_distances
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_distances(n, directed):
    check_distances(Sample(n, directed=directed), compiled=True)
