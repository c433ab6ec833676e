"""The tables of strengths are those of the ties that are there."""

import numpy as np
import pytest

from tests._kernels.ensembles.stacks import Sample


@pytest.mark.parametrize("directed", [False, True])
def test_tables(directed):
    sample = Sample(9, directed=directed)
    np.testing.assert_allclose(sample.between.tables(slice(1, 3)), sample.strengths[1:3], rtol=1e-12)
