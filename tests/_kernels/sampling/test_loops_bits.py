"""A network as rows of bits, of more than one word: what is counted, and what toggling a dyad keeps up to date."""

import numpy as np
import pytest

from socluster._kernels.sampling import loops_bits as loops

N = 130


def test_bits_are_counted():
    for word in (0, 1, 2**63, 2**64 - 1, 0x123456789ABCDEF0):
        assert loops.ones(np.uint64(word)) == word.bit_count()


@pytest.mark.parametrize("directed", [False, True])
def test_toggling_keeps_rows_and_degrees_up_to_date(directed):
    rng, Y = np.random.default_rng(3), np.zeros((N, N), dtype=bool)
    slabs = 3 if directed else 1
    rows, degrees = np.zeros((slabs, N, 3), dtype=np.uint64), np.zeros((min(slabs, 2), N), dtype=np.int64)
    for i, j in rng.integers(0, N, size=(4000, 2)).tolist():
        if i == j:
            continue
        loops.flip(rows, degrees, i, j)
        Y[i, j] = not Y[i, j]
        if not directed:
            Y[j, i] = Y[i, j]
    slab_of = [Y, Y.T, Y & Y.T][:slabs]
    held = [[[loops.is_set(rows, slab, i, j) for j in range(N)] for i in range(N)] for slab in range(slabs)]
    assert np.array_equal(held, slab_of)
    assert np.array_equal(degrees, [Y.sum(axis=1), Y.sum(axis=0)][: len(degrees)])
    for i, j in ((0, 1), (63, 64), (5, 129)):
        assert loops.common(rows, 0, i, slabs - 1, j) == (slab_of[0][i] & slab_of[-1][j]).sum()
