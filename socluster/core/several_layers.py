"""Several layers as one network: `layer=["information", "money"]` in any measure, by one rule.

The rule: the measure sees the cluster with these layers only (`Cluster.select`), and does with them what it does with
all layers of a cluster where no layer is named. Its docstring says what that is: strengths add up, or a pair is tied if
it is tied in any of them.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

from socluster.core.errors import InputError
from socluster.core.public_names import public_object

__all__ = ["names_several", "of_several_layers"]

_OF_CLUSTERS = ("socluster.measures.", "socluster.inference.", "socluster.development.")


def names_several(named: dict[str, Any]) -> bool:
    """Whether a call names layers in a list."""
    return isinstance(named.get("layer"), list | tuple)


def of_several_layers(
    function: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return the arguments of a measure with a cluster of these layers in place of the cluster; others as they are.

    Raises
    ------
    InputError
        If the list is empty, or names a layer that is none.
    """
    if not given or not _takes_several(function):
        return given, named
    layers = list(named["layer"])
    if not layers:
        raise InputError("layer names no layer; leave it out for all layers together")
    whole = public_object("as_cluster")(given[0])
    return (whole.select(layers=layers), *given[1:]), {**named, "layer": None}


@cache
def _takes_several(function: Callable[..., Any]) -> bool:
    """Whether it is a measure of a cluster that can do without a layer."""
    options = inspect.signature(function).parameters
    is_of_cluster = next(iter(options), None) == "cluster" and function.__module__.startswith(_OF_CLUSTERS)
    return is_of_cluster and "layer" in options and options["layer"].default is None
