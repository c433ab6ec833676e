"""The exercises of the tutorials: one module per tutorial, `t02` for the second."""

from __future__ import annotations

import importlib
import pkgutil
import re

from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem, nearest
from socluster.learn.exercise import Exercise

__all__ = ["find", "keys"]

_KEY = re.compile(r"(\d\d)\.\w+")
_MODULE = re.compile(r"t\d\d")


@checked
def find(key: str) -> Exercise:
    """Return the exercise with this key.

    Raises
    ------
    InputError
        If there is none; the message names the nearest key.
    """
    number = _KEY.fullmatch(key) if isinstance(key, str) else None
    if number:
        found = [exercise for exercise in _in_module(f"t{number[1]}") if exercise.key == key]
        if found:
            return found[0]
    raise InputError(Problem("there is no such exercise", value=key, nearest=nearest(key, keys())))


def keys() -> list[str]:
    """Return the keys of all exercises."""
    modules = sorted(module.name for module in pkgutil.iter_modules(__path__) if _MODULE.fullmatch(module.name))
    return [exercise.key for module in modules for exercise in _in_module(module)]


def _in_module(module: str) -> tuple[Exercise, ...]:
    """Return the exercises of one tutorial; importing it only now keeps the package light."""
    name = f"{__name__}.{module}"
    try:
        found: tuple[Exercise, ...] = importlib.import_module(name).EXERCISES
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return ()
    return found
