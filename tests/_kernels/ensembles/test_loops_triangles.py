"""Closed two-paths, against products of tables."""

import pytest

from tests._kernels.ensembles.expected import check_triangles
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_triangles(n, directed):
    check_triangles(Sample(n, directed=directed), compiled=True)
