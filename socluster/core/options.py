"""What holds for a whole session: how much memory one answer may take."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from socluster.core.arguments import is_number
from socluster.core.errors import InputError, Problem, nearest

__all__ = ["Options", "options"]

FREE_AT_LEAST = 2**30  # bytes, where the system does not say how much is free


class Options:
    """Settings of the session.

    Attributes
    ----------
    memory : float or None
        How many bytes the tables of one answer may take. What would take more is refused before the work begins,
        with its size and what to do instead. None, the default, allows half of what is free at that moment.

    Raises
    ------
    InputError
        If a setting makes no sense, or there is none of that name.

    Examples
    --------
    >>> import socluster as sc
    >>> sc.options.memory = 2e9
    >>> sc.options
    Options(memory=2000000000.0)
    >>> sc.options.memory = None
    """

    __slots__ = ("_memory",)
    _memory: float | None

    def __init__(self) -> None:
        object.__setattr__(self, "_memory", None)

    @property
    def memory(self) -> float | None:
        """How many bytes the tables of one answer may take; None for half of what is free."""
        return self._memory

    @property
    def allowed_memory(self) -> float:
        """How many bytes the tables of one answer may take at this moment."""
        return free_memory() / 2 if self._memory is None else self._memory

    def __setattr__(self, name: str, value: object) -> None:
        """Set an option, or refuse one that is none."""
        if name != "memory":
            raise InputError(Problem("is no option", value=name, nearest=nearest(name, ["memory"])))
        if value is not None and not (is_number(value) and value > 0):  # type: ignore[operator]  # it is a number
            raise InputError(Problem("memory must be a number of bytes above 0, or None", value=value))
        object.__setattr__(self, "_memory", None if value is None else float(value))  # type: ignore[arg-type]

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: an option is set, and None where nothing is asked."""
        raise InputError(Problem("is no option", value=name))

    def __repr__(self) -> str:
        """Return the settings as they would be written."""
        return f"Options(memory={self._memory!r})"


def free_memory() -> float:
    """Return how many bytes are free, so far as the system says."""
    with suppress(OSError, ValueError, IndexError):
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        told = {line.partition(":")[0]: line.split()[1] for line in lines}
        if "MemAvailable" in told:
            return float(told["MemAvailable"]) * 1024
    with suppress(AttributeError, OSError, ValueError):
        return float(os.sysconf("SC_PHYS_PAGES")) * float(os.sysconf("SC_PAGE_SIZE")) / 2
    return float(FREE_AT_LEAST)


options = Options()
"""The settings of this session."""
