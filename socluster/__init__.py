"""socluster: network science for social clusters.

Who holds the cluster together, and what would a new partner change? Describe the organisations and their ties as a
`Cluster`, measure it, and compare it with what might be.
"""

from typing import Any as _Any

from socluster.core import public_names as _public_names

__version__ = "0.2.0"

__all__ = ["__version__", *_public_names.HOME]  # the names that `__init__.pyi` lists


def __getattr__(name: str) -> _Any:
    """Load a public name on first use."""
    if name not in _public_names.HOME:
        raise _public_names.no_such_name("socluster", name, __all__)
    value = _public_names.public_object(name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
