"""Roles of brokers, against all triples."""

import pytest

from tests._kernels.ensembles.expected import check_roles
from tests._kernels.ensembles.stacks import SIZES, Sample


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("n", SIZES)
def test_roles(n, directed):
    check_roles(Sample(n, directed=directed), compiled=True)
