"""Sixty-four distances at a time: what the loops about a newcomer do with the processor's wide registers.

A distance is a whole number of 16 bits, so that a wide register holds 32 of them. To ask of 64 pairs whether a newcomer
shortens their way takes a handful of instructions; the answer is a word of 64 bits. `lanes` says why this is spelled
out. Tables are named by the cell at which the 64 distances begin, row * width + column.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils

from socluster._kernels.compiling.lanes import Code, intrinsic

__all__ = ["first_bit", "longer", "put"]

_LANES = 64
_STEP = ir.IntType(16)
_STEPS = ir.VectorType(_STEP, _LANES)
_BIT = ir.IntType(1)
_MARKS = ir.VectorType(_BIT, _LANES)
_WORD = ir.IntType(64)


def _address(code: Code, position: int, cell: Any) -> Any:
    """Return where 64 distances begin in the array that is argument `position`."""
    return code.builder.bitcast(code.builder.gep(code.data(position), [cell]), _STEPS.as_pointer())


def _load(code: Code, address: Any) -> Any:
    loaded = code.builder.load(address)
    loaded.align = 2
    return loaded


def _in_all_lanes(code: Code, number: Any) -> Any:
    """Return a register that holds the number 64 times."""
    nothing = ir.Constant(_STEPS, ir.Undefined)
    first = code.builder.insert_element(nothing, code.builder.trunc(number, _STEP), ir.Constant(ir.IntType(32), 0))
    zeros = ir.Constant(ir.VectorType(ir.IntType(32), _LANES), [0] * _LANES)
    return code.builder.shuffle_vector(first, nothing, zeros)


@intrinsic  # type: ignore[untyped-decorator]
def longer(_: Any, distances: Any, cell: Any, away: Any, column: Any, steps: Any) -> Any:
    """Return which of 64 distances from `cell` on exceed away[column], away[column + 1], ... + steps, as bits.

    A sum that does not fit 16 bits counts as the largest number that does, which no distance exceeds.
    """

    def code(*given: Any) -> Any:
        c = Code(*given)
        known = _load(c, _address(c, 0, c[1]))
        through = _load(c, _address(c, 2, c[3]))
        saturating = ir.FunctionType(_STEPS, [_STEPS, _STEPS])
        name = f"llvm.uadd.sat.v{_LANES}i16"
        add = cgutils.get_or_insert_function(c.builder.module, saturating, name)  # type: ignore[no-untyped-call]
        through = c.builder.call(add, [through, _in_all_lanes(c, c[4])])
        return c.builder.bitcast(c.builder.icmp_unsigned(">", known, through), _WORD)

    return types.uint64(distances, types.intp, away, types.intp, types.intp), code


@intrinsic  # type: ignore[untyped-decorator]
def put(_: Any, distances: Any, cell: Any, bits: Any, steps: Any) -> Any:
    """Write `steps` into those of 64 distances from `cell` on that the bits name."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        address = _address(c, 0, c[1])
        marks = c.builder.bitcast(c[2], _MARKS)
        value = c.builder.select(marks, _in_all_lanes(c, c[3]), _load(c, address))
        c.builder.store(value, address).align = 2
        return c.nothing

    return types.void(distances, types.intp, types.uint64, types.intp), code


@intrinsic  # type: ignore[untyped-decorator]
def first_bit(_: Any, bits: Any) -> Any:
    """Return the place of the lowest bit that is set; there is one."""

    def code(*given: Any) -> Any:
        c = Code(*given)
        return c.builder.cttz(c[0], ir.Constant(_BIT, 1))

    return types.int64(types.uint64), code
