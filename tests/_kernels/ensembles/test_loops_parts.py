"""Components, against networkx."""

import pytest

from tests._kernels.ensembles.expected import check_parts
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_parts(n, directed):
    check_parts(Sample(n, directed=directed), compiled=True)
