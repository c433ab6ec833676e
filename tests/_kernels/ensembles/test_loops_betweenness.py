"""Shortest paths through everybody, against networkx."""

import pytest

from tests._kernels.ensembles.expected import check_paths
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_what_everybody_carries(n, directed):
    check_paths(Sample(n, directed=directed), compiled=True)
