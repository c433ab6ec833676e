"""By which door a reader came: from Python, from a page (app, report), or from the command line.

The library words its messages for those who write Python. Whoever reads them on a page or in a terminal is told the
same without Python, and with a way out that can be taken there: `ELSEWHERE` holds these messages by the English one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal, TypeAlias

from socluster.words.elsewhere import ELSEWHERE

__all__ = ["Door", "at_the_door", "told_at"]

Door: TypeAlias = Literal["page", "command"]

_door: ContextVar[Door | None] = ContextVar("door", default=None)


@contextmanager
def told_at(door: Door) -> Iterator[None]:
    """Have all that is said meanwhile read by somebody who came by this door.

    Examples
    --------
    >>> from socluster.words import say
    >>> message = "must be True, False or None"
    >>> with told_at("command"):
    ...     print(say(message, "en"))
    must be yes or no, or not said
    >>> print(say(message, "en"))
    must be True, False or None
    """
    before = _door.set(door)
    try:
        yield
    finally:
        _door.reset(before)


def at_the_door(message: str) -> str:
    """Return the English message as it is said to whoever came by the door that is open; from Python, as it stands."""
    door = _door.get()
    if door is None or message not in ELSEWHERE:
        return message
    wording = ELSEWHERE[message]
    return wording.page if door == "page" else wording.command
