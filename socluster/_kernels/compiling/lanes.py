"""Eight numbers at a time: what the compiled loops over paths do with the processor's wide registers.

A search from eight actors at once keeps, for every actor, a row of eight numbers side by side (a lane for each search).
Summing up the rows of an actor's partners then costs one instruction per partner instead of eight. numba does not find
that by itself, so it is spelled out here, in the language of the compiler underneath (LLVM), which knows how to do it
on every processor. A `Row` is such a row; the functions below are used like any other inside a compiled loop.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic as typed_intrinsic

__all__ = ["LANES", "Code", "add_row", "meet", "pass_back", "pass_on"]

LANES = 8

intrinsic: Any = typed_intrinsic  # for type checkers: who calls an intrinsic leaves out its first parameter

_FLOATS = ir.VectorType(ir.DoubleType(), LANES)
_WORDS = ir.VectorType(ir.IntType(64), LANES)
_MARKS = ir.VectorType(ir.IntType(1), LANES)
_ZERO, _ONE = ir.Constant(_FLOATS, [0.0] * LANES), ir.Constant(_FLOATS, [1.0] * LANES)


class Code:
    """What an intrinsic needs to write its code: the builder, and its arguments with their types."""

    def __init__(self, context: Any, builder: Any, signature: Any, values: Any) -> None:
        self.builder = builder
        self.nothing = context.get_dummy_value()
        self._context = context
        self._arguments = list(zip(signature.args, values, strict=True))

    def __getitem__(self, position: int) -> Any:
        return self._arguments[position][1]

    def data(self, position: int) -> Any:
        """Return the address of the first item of an array."""
        kind, value = self._arguments[position]
        return self._context.make_array(kind)(self._context, self.builder, value).data

    def row(self, position: int, row: Any, kind: Any = _FLOATS) -> Any:
        """Return the address of a row of an array of shape (n, LANES)."""
        return self.builder.gep(self.builder.bitcast(self.data(position), kind.as_pointer()), [row])

    def load(self, address: Any) -> Any:
        loaded = self.builder.load(address)
        loaded.align = 8  # numpy aligns items, not rows
        return loaded

    def store(self, value: Any, address: Any) -> None:
        self.builder.store(value, address).align = 8

    def folded(self, table: int, columns: int, first: int, combine: Callable[[Any, Any], Any], kind: Any) -> Any:
        """Combine the rows of `table` that `columns` names from argument `first` up to the one after it."""
        start, stop = self[first], self[first + 1]
        names = self.data(columns)
        total = cgutils.alloca_once_value(self.builder, ir.Constant(kind, [0] * LANES))  # type: ignore[no-untyped-call]
        with cgutils.for_range_slice(self.builder, start, stop, ir.Constant(start.type, 1)) as (cell, _):
            name = self.builder.zext(self.builder.load(self.builder.gep(names, [cell])), ir.IntType(64))
            row = self.load(self.row(table, name, kind))
            self.builder.store(combine(self.builder.load(total), row), total)
        return self.builder.load(total)

    def over_lanes(self, vector: Any, combine: Callable[[Any, Any], Any]) -> Any:
        """Combine the lanes into one number."""
        lanes = [self.builder.extract_element(vector, ir.Constant(ir.IntType(32), lane)) for lane in range(LANES)]
        total = lanes[0]
        for lane in lanes[1:]:
            total = combine(total, lane)
        return total


@intrinsic  # type: ignore[untyped-decorator]
def add_row(_: Any, table: Any, row: Any, others: Any, other: Any) -> Any:
    """table[row] += others[other]."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        address = c.row(0, c[1])
        c.store(c.builder.fadd(c.load(address), c.load(c.row(2, c[3]))), address)
        return c.nothing

    return types.void(table, types.intp, others, types.intp), code


@intrinsic  # type: ignore[untyped-decorator]
def pass_on(_: Any, paths: Any, columns: Any, start: Any, stop: Any, row: Any, fresh: Any, spot: Any) -> Any:
    """fresh[spot] = sum of paths[columns[start:stop]] in the lanes in which `row` had none; return these as bits."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        arriving = c.folded(0, 1, 2, c.builder.fadd, _FLOATS)
        is_reached = c.builder.fcmp_ordered(">", arriving, _ZERO)
        was_not = c.builder.fcmp_ordered("==", c.load(c.row(0, c[4])), _ZERO)
        is_new = c.builder.and_(is_reached, was_not)
        c.store(c.builder.select(is_new, arriving, _ZERO), c.row(5, c[6]))
        return c.builder.bitcast(is_new, ir.IntType(LANES))

    return types.uint8(paths, columns, types.intp, types.intp, types.intp, fresh, types.intp), code


@intrinsic  # type: ignore[untyped-decorator]
def pass_back(
    _: Any, owed: Any, columns: Any, start: Any, stop: Any, paths: Any, row: Any, lanes: Any, fresh: Any, spot: Any
) -> Any:
    """Return what `row` carries, paths[row] * sum of owed[columns[start:stop]], over the lanes given as bits.

    fresh[spot] = (1 + carried) / paths[row] in these lanes, else 0: what every path over the row is then owed.
    """

    def code(*given: Any) -> Any:
        c = Code(*given)
        is_here = c.builder.bitcast(c[6], _MARKS)
        through = c.load(c.row(4, c[5]))
        carried = c.builder.fmul(c.folded(0, 1, 2, c.builder.fadd, _FLOATS), through)
        carried = c.builder.select(is_here, carried, _ZERO)
        per_path = c.builder.fdiv(c.builder.fadd(_ONE, carried), c.builder.select(is_here, through, _ONE))
        c.store(c.builder.select(is_here, per_path, _ZERO), c.row(7, c[8]))
        return c.over_lanes(carried, c.builder.fadd)

    arguments = (owed, columns, types.intp, types.intp, paths, types.intp, types.uint8, fresh, types.intp)
    return types.float64(*arguments), code


@intrinsic  # type: ignore[untyped-decorator]
def meet(_: Any, front: Any, columns: Any, start: Any, stop: Any, seen: Any, row: Any, fresh: Any) -> Any:
    """fresh[row] = bits of front[columns[start:stop]] not in seen[row]; add them there and return their number."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        arriving = c.folded(0, 1, 2, c.builder.or_, _WORDS)
        address = c.row(4, c[5], _WORDS)
        before = c.load(address)
        new = c.builder.and_(arriving, c.builder.not_(before))
        c.store(new, c.row(6, c[5], _WORDS))
        c.store(c.builder.or_(before, new), address)
        count = ir.FunctionType(_WORDS, [_WORDS])
        name = f"llvm.ctpop.v{LANES}i64"
        count_bits = cgutils.get_or_insert_function(c.builder.module, count, name)  # type: ignore[no-untyped-call]
        return c.over_lanes(c.builder.call(count_bits, [new]), c.builder.add)

    return types.int64(front, columns, types.intp, types.intp, seen, types.intp, fresh), code
