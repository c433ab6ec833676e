"""A progress bar for long work, in the terminal and in the notebook; silent where nobody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import TypeVar

from tqdm import tqdm

from socluster.words.plain import plain

__all__ = ["progress"]

Item = TypeVar("Item")


def progress(items: Iterable[Item], total: int, what: str, unit: str) -> Iterator[Item]:
    """Yield the items, showing how far it is once it has taken two seconds."""
    options = {"total": total, "desc": plain(what, one_line=True), "unit": unit, "delay": 2, "leave": False}
    if "ipykernel" in sys.modules and find_spec("ipywidgets"):
        from tqdm.notebook import tqdm as notebook_tqdm  # needs ipywidgets, an optional library

        yield from notebook_tqdm(items, **options)
    else:
        yield from tqdm(items, disable=None, **options)
