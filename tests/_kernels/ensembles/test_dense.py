"""What numpy answers without compiling, against networkx and the formulas."""

import pytest

from tests._kernels.ensembles import expected
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("check", [getattr(expected, name) for name in expected.__all__])
@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", [n for n in SIZES if n <= 65])
def test_numpy_alone(check, n, directed):
    check(Sample(n, directed=directed), compiled=False)
