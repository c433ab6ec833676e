"""A progress bar for long work, in the terminal and in the notebook; silent where nobody watches.

Whoever shows progress in another way, as a page does, listens instead (`listening`).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from typing import TypeVar

from socluster.words.plain import plain

__all__ = ["listening", "progress"]

Item = TypeVar("Item")
Listener = Callable[[int, int], None]
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have `listener(done, total)` told of all progress meanwhile, in place of a progress bar."""
    before = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(before)


def progress(items: Iterable[Item], total: int, what: str, unit: str) -> Iterator[Item]:
    """Yield the items, showing how far it is once it has taken two seconds."""
    listener = _listener.get()
    if listener is not None:
        listener(0, total)
        for done, item in enumerate(items, start=1):
            yield item
            listener(done, total)
        return
    options = {"total": total, "desc": plain(what, one_line=True), "unit": unit, "delay": 2, "leave": False}
    if "ipykernel" in sys.modules and find_spec("ipywidgets"):
        from tqdm.notebook import tqdm as notebook_tqdm  # needs ipywidgets, an optional library

        yield from notebook_tqdm(items, **options)
    else:
        from tqdm import tqdm

        yield from tqdm(items, disable=None, **options)
