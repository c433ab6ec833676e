"""The compiled chain gives the very networks of the one in numpy."""

import numpy as np
import pytest

from socluster._kernels.sampling.cells import TieCells
from socluster._kernels.sampling.switching import SwitchChains


@pytest.mark.parametrize("directed", [True, False])
@pytest.mark.parametrize(("n", "ties"), [(3, 3), (9, 16), (40, 100)])
def test_both_ways_give_the_same(directed, n, ties):
    dyads = TieCells(n, directed)
    arcs = dyads.ends(np.random.default_rng(n).choice(len(dyads), min(ties, len(dyads)), replace=False))
    found = []
    for is_compiled in (True, False):
        run = SwitchChains(arcs, n, directed, [np.random.default_rng([n, each]) for each in range(6)])
        run.run(700, is_compiled=is_compiled)
        found.append(run)
    for name in ("source", "target", "table", "changed"):
        np.testing.assert_array_equal(getattr(found[0], name), getattr(found[1], name))
