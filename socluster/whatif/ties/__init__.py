"""Models of the ties that a new partner would form, to be used in `Scenario.with_ties`, and how to check them.

A model is loaded when it is first asked for: most people use one or two, and some are built on fits of graph models,
which take longer to load than everything else. `__init__.pyi` lists the names.
"""

from importlib import import_module
from typing import Any

from socluster.core import public_names

_HOME = public_names.homes(__name__)

__all__ = sorted(_HOME)  # the names that `__init__.pyi` lists


def __getattr__(name: str) -> Any:
    """Load a public name on first use."""
    if name not in _HOME:
        raise public_names.no_such_name(__name__, name, __all__)
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return list(__all__)
