"""Other libraries' objects as clusters (`dispatch`), and clusters as theirs (`conversions`).

Most of what is measured is a cluster already, so that nobody loads who reads other things. `__init__.pyi` lists the
names.
"""

from importlib import import_module
from typing import Any

from socluster.core import public_names

_HOME = public_names.homes(__name__)

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    """Load a name on first use."""
    if name not in _HOME:
        raise public_names.no_such_name(__name__, name, __all__)
    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value
