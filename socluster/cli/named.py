"""Measures and terms as they are typed: by the names that they have in Python, never run as code."""

from __future__ import annotations

import ast
from functools import partial
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError, Problem, nearest
from socluster.words import marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from socluster.measures.shared.answers import Measure

__all__ = ["measure_named", "measures_named", "names_in", "null_named", "terms_named"]


def names_in(typed: Iterable[str]) -> list[str]:
    """Return names that are separated by commas, by spaces, or both; what has options in brackets stands by itself.

    Examples
    --------
    >>> names_in(["density,degree", "ei_index"])
    ['density', 'degree', 'ei_index']
    >>> names_in(["density", "ei_index(group='sector')"])
    ['density', "ei_index(group='sector')"]
    """
    return [name for each in typed for name in ([each] if "(" in each else each.replace(",", " ").split())]


def measures_named(typed: Iterable[str]) -> list[Measure]:
    """Return the measures of these names, with the options that stand in brackets: ei_index(group="sector").

    Raises
    ------
    InputError
        With every name that no measure has, and the nearest that one has.
    """
    from socluster.core.public_names import public_object
    from socluster.measures.guide import GUIDE

    known = [name for names in GUIDE.values() for name in names]
    calls = [(text, *_call(text)) for text in names_in(typed)]
    wrong = [
        Problem("there is no such measure", value=text, nearest=nearest(name, known))
        for text, name, given, _ in calls
        if name not in known or given
    ]
    if wrong:
        raise InputError(wrong)
    found = [(public_object(name), options) for _, name, _, options in calls]
    return [partial(function, **options) if options else function for function, options in found]


def measure_named(typed: str) -> Measure:
    """Return the measure of this name; see `measures_named`."""
    return measures_named([typed or "?"])[0]


def terms_named(typed: Sequence[str]) -> list[Any]:
    """Return the terms of a random graph model as they are typed: edges, nodematch("sector"), gwesp(0.5).

    Raises
    ------
    InputError
        If a term is not one, or its arguments are not plain numbers and texts.
    """
    import socluster.inference.ergm.terms as terms

    return _made(typed, terms, marked("there is no such term"))


def null_named(typed: str) -> Any:
    """Return the null model as it is typed: DegreeSequence, Blocks("sector").

    Raises
    ------
    InputError
        If it is none, or its arguments are not plain numbers and texts.
    """
    import socluster.inference.nulls as nulls

    (found,) = _made([typed], nulls, marked("there is no such null model"))
    return found


def _made(typed: Sequence[str], home: Any, message: str) -> list[Any]:
    """Return what was typed as calls of what a namespace holds."""
    known = sorted(name for name in dir(home) if callable(getattr(home, name)))
    calls = [(text, *_call(text)) for text in typed]
    wrong = [
        Problem(message, value=text, nearest=nearest(name, known)) for text, name, _, _ in calls if name not in known
    ]
    if wrong:
        raise InputError(wrong)
    return [getattr(home, name)(*given, **options) for _, name, given, options in calls]


def _call(text: str) -> tuple[str, list[Any], dict[str, Any]]:
    """Return a name and its arguments: literals, or bare names as texts (a shell takes quotation marks away)."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        if isinstance(tree, ast.Name):
            return tree.id, [], {}
        if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
            given = [_literal(each) for each in tree.args]
            options = {each.arg: _literal(each.value) for each in tree.keywords if each.arg}
            return tree.func.id, given, options
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
    return text, [], {}


def _literal(value: ast.expr) -> Any:
    return value.id if isinstance(value, ast.Name) else ast.literal_eval(value)
