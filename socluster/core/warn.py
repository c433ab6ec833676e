"""Warnings that name the line of the user's own code, however deep in socluster they arise."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

from socluster.core.errors import SoclusterWarning
from socluster.words import Phrase

__all__ = ["warn"]

_PACKAGE = str(Path(__file__).parents[1]) + "/"


def warn(message: str | Phrase, category: type[SoclusterWarning], /, **values: object) -> None:
    """Warn, naming the first line outside socluster on the way up.

    A count of stack levels would be right for one caller only: a measure is called by the user, by `measure` and by
    `compare`.

    Parameters
    ----------
    message : str or Phrase
        What the user should know; a name in braces is the place of a value.
    category : type
        Which warning it is.
    **values
        The values in these places; the warning keeps them, so that it can be in another language.
    """
    level, frame = 2, sys._getframe(1)
    while frame.f_back is not None and _is_ours(frame.f_code.co_filename):
        level, frame = level + 1, frame.f_back
    warnings.warn(category(message, values), stacklevel=level)


def _is_ours(filename: str) -> bool:
    return filename.replace("\\", "/").startswith(_PACKAGE.replace("\\", "/"))
