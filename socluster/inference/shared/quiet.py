"""Saying nothing of drawn clusters that was said of the observed one."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from socluster.core.errors import ProjectionWarning, SingleEventWarning, UncertainTiesWarning, UnknownTiesWarning

__all__ = ["quietly"]

SAID_ALREADY = (ProjectionWarning, SingleEventWarning, UncertainTiesWarning, UnknownTiesWarning)


@contextmanager
def quietly() -> Iterator[None]:
    """Ignore the warnings that a measure gives of every cluster like the observed one."""
    with warnings.catch_warnings():
        for category in SAID_ALREADY:
            warnings.simplefilter("ignore", category)
        yield
