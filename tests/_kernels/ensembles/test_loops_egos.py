"""Burt's measures by the common partners of every tied pair, against the formulas."""

import pytest

from tests._kernels.ensembles.expected import check_holes
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_holes(n, directed):
    check_holes(Sample(n, directed=directed), compiled=True)
