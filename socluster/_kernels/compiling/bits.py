"""Words of 64 bits in compiled loops: how many bits are set, and which is the lowest."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types

from socluster._kernels.compiling.lanes import intrinsic

__all__ = ["lowest_bit", "number_of_bits"]


@intrinsic  # type: ignore[untyped-decorator]
def number_of_bits(_: Any, bits: Any) -> Any:
    """Return how many bits are set."""
    return types.int64(types.uint64), lambda context, builder, signature, values: builder.ctpop(values[0])


@intrinsic  # type: ignore[untyped-decorator]
def lowest_bit(_: Any, bits: Any) -> Any:
    """Return the place of the lowest bit that is set; there is one."""

    def code(context: Any, builder: Any, signature: Any, values: Any) -> Any:
        return builder.cttz(values[0], ir.Constant(ir.IntType(1), 1))

    return types.int64(types.uint64), code
