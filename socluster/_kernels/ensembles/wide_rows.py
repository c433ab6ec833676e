"""Eight numbers of a search side by side, where the bits tell already which of them are reached (see `lanes`)."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types

from socluster._kernels.compiling.lanes import LANES, Code, add_row, intrinsic

__all__ = ["add_row", "arrive", "carry"]

_FLOATS = ir.VectorType(ir.DoubleType(), LANES)
_MARKS = ir.VectorType(ir.IntType(1), LANES)
_ZERO, _ONE = ir.Constant(_FLOATS, [0.0] * LANES), ir.Constant(_FLOATS, [1.0] * LANES)
_INDEX = ir.IntType(64)


def _marks(code: Code, position: int) -> Any:
    """Return the lowest eight bits of a word as a mark for each lane."""
    builder = code.builder
    return builder.bitcast(builder.trunc(code[position], ir.IntType(LANES)), _MARKS)


def _row_named(code: Code, table: int, columns: int, cell: Any) -> Any:
    builder = code.builder
    return code.load(code.row(table, builder.load(builder.gep(code.data(columns), [cell]))))


def _summed(code: Code, table: int, columns: int, first: int) -> Any:
    """Return the sum of the rows of `table` that `columns` names, from argument `first` up to the one after it.

    In two chains of additions side by side, since the processor can begin one while the other is not done.
    """
    builder = code.builder
    start, stop = code[first], code[first + 1]
    entry = builder.block
    pairs, pair, odd, last, done = (
        builder.append_basic_block(name) for name in ("pairs", "pair", "odd", "last", "done")
    )
    builder.branch(pairs)
    builder.position_at_end(pairs)
    cell, even_sum, odd_sum = builder.phi(_INDEX), builder.phi(_FLOATS), builder.phi(_FLOATS)
    after = builder.add(cell, ir.Constant(_INDEX, 2))
    builder.cbranch(builder.icmp_signed("<=", after, stop), pair, odd)
    builder.position_at_end(pair)
    even_more = builder.fadd(even_sum, _row_named(code, table, columns, cell))
    odd_more = builder.fadd(odd_sum, _row_named(code, table, columns, builder.add(cell, ir.Constant(_INDEX, 1))))
    builder.branch(pairs)
    for phi, begin, more in ((cell, start, after), (even_sum, _ZERO, even_more), (odd_sum, _ZERO, odd_more)):
        phi.add_incoming(begin, entry)
        phi.add_incoming(more, pair)
    builder.position_at_end(odd)
    both = builder.fadd(even_sum, odd_sum)
    builder.cbranch(builder.icmp_signed("<", cell, stop), last, done)
    builder.position_at_end(last)
    with_last = builder.fadd(both, _row_named(code, table, columns, cell))
    builder.branch(done)
    builder.position_at_end(done)
    total = builder.phi(_FLOATS)
    total.add_incoming(both, odd)
    total.add_incoming(with_last, last)
    return total


@intrinsic  # type: ignore[untyped-decorator]
def arrive(_: Any, paths: Any, columns: Any, start: Any, stop: Any, lanes: Any, fresh: Any, spot: Any) -> Any:
    """fresh[spot] = sum of paths[columns[start:stop]] in the lanes given as bits, else 0."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        c.store(c.builder.select(_marks(c, 4), _summed(c, 0, 1, 2), _ZERO), c.row(5, c[6]))
        return c.nothing

    return types.void(paths, columns, types.int64, types.int64, types.uint64, fresh, types.int64), code


@intrinsic  # type: ignore[untyped-decorator]
def carry(
    _: Any,
    owed: Any,
    columns: Any,
    start: Any,
    stop: Any,
    lanes: Any,
    paths: Any,
    row: Any,
    fresh: Any,
    spot: Any,
    sums: Any,
) -> Any:
    """sums[row] += what `row` carries in these lanes, paths[row] * sum of owed[columns[start:stop]].

    fresh[spot] = (1 + carried) / paths[row] in these lanes, else 0: what every path over the row is then owed.
    """

    def code(*given: Any) -> Any:
        c = Code(*given)
        is_here = _marks(c, 4)
        through = c.builder.select(is_here, c.load(c.row(5, c[6])), _ONE)
        carried = c.builder.select(is_here, c.builder.fmul(_summed(c, 0, 1, 2), through), _ZERO)
        address = c.row(9, c[6])
        c.store(c.builder.fadd(c.load(address), carried), address)
        per_path = c.builder.fdiv(c.builder.fadd(_ONE, carried), through)
        c.store(c.builder.select(is_here, per_path, _ZERO), c.row(7, c[8]))
        return c.nothing

    whole, word = types.int64, types.uint64
    return types.void(owed, columns, whole, whole, word, paths, whole, fresh, whole, sums), code
