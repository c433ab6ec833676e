"""A notebook in which the library runs, and its language.

A notebook says its language in a cell, ``LANGUAGE = "lt"``, as those of the course do at their top. Whatever a cell
shows by itself, a card of a cluster or an answer, follows it; what a call is told (`language=`) does not need it.
"""

from __future__ import annotations

import sys
from typing import Any

from socluster.words import LANGUAGES, Language

__all__ = ["notebook_language", "running_shell"]

_NAME = "LANGUAGE"


def running_shell() -> Any:
    """Return the shell of the notebook that is running, or None where there is none."""
    ipython = sys.modules.get("IPython")  # where it runs, it is loaded
    shell = ipython.get_ipython() if ipython is not None else None
    return shell if hasattr(shell, "kernel") else None


def notebook_language() -> Language:
    """Return the language that the notebook says it is in; English where it says none, or none of ours."""
    shell = running_shell()
    stated = shell.user_ns.get(_NAME) if shell is not None else None
    return next((language for language in LANGUAGES if isinstance(stated, str) and stated == language), "en")
