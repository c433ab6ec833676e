"""Measures and terms as they are typed: by the names of Python or of reports, in English or Lithuanian; never run."""

from __future__ import annotations

import ast
import inspect
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from socluster.cli.asked import ready
from socluster.core.errors import InputError, Problem, nearest, offered
from socluster.words import LANGUAGES, marked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import pandas as pd

    from socluster.measures.shared.answers import Measure

__all__ = ["measure_named", "measures_named", "names_in", "null_named", "terms_named"]

_Call: TypeAlias = "tuple[str, list[Any], dict[str, Any]]"  # a name and its arguments


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


def measures_named(typed: Iterable[str], *, needs: pd.DataFrame | None = None) -> list[Measure]:
    """Return the measures of these names, with the options that stand in brackets: ei_index(group="sector").

    A measure may also be called what it is called in reports, in English or Lithuanian: "global efficiency".
    Those that compare with what is needed get the needs.

    Raises
    ------
    InputError
        With every name that no measure has, and the nearest that one has; or if a measure lacks what it needs.
    """
    titles = _titles()
    texts = [text for each in typed for text in ([each] if each.strip().casefold() in titles else names_in([each]))]
    return _measures(texts, needs)


def measure_named(typed: str, *, needs: pd.DataFrame | None = None) -> Measure:
    """Return the measure of this name; see `measures_named`."""
    return _measures([typed], needs)[0]


def _measures(texts: Sequence[str], needs: pd.DataFrame | None) -> list[Measure]:
    from socluster.core.public_names import public_object
    from socluster.measures.guide import GUIDE

    known = [name for names in GUIDE.values() for name in names]
    titles = _titles()
    typed = [titles.get(text.strip().casefold(), text) for text in texts]
    calls = _calls(typed, known, marked("there is no such measure"), are_measures=True)
    return [ready(name, public_object(name), options, needs) for name, _, options in calls]


def _half_name(text: str, known: Collection[str]) -> Problem | None:
    """Return what to say of a word that stands in the names of several measures; to name one would be a guess."""
    word = text.strip().casefold()
    meant = {name for title, name in _titles().items() if word in title.split()}
    meant |= {name for name in known if word in name.split("_")}
    if len(meant) < 2:
        return None
    message = marked("may be one of several measures: {names}")
    return Problem(message, value=text, values={"names": offered(sorted(meant))})


@cache
def _titles() -> dict[str, str]:
    """Return the measure of each name that reports use, in either language, unless two measures share it."""
    from socluster.measures.guide import GUIDE
    from socluster.words.measures import measure_name

    named: dict[str, set[str]] = {}
    for name in (name for names in GUIDE.values() for name in names):
        for language in LANGUAGES:
            named.setdefault(measure_name(name, language).casefold(), set()).add(name)
    return {title: names.pop() for title, names in named.items() if len(names) == 1}


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
    known = [name for name in dir(home) if callable(getattr(home, name))]
    return [_made_of(getattr(home, name), given, options) for name, given, options in _calls(typed, known, message)]


def _made_of(function: Any, given: list[Any], options: dict[str, Any]) -> Any:
    """Return what a call of a term or a null model makes, if it takes what was typed in brackets."""
    signature = inspect.signature(function)
    try:
        signature.bind(*given, **options)
    except TypeError:
        typed = [*map(repr, given), *(f"{key}={value!r}" for key, value in options.items())]
        message = marked("'{name}' takes {options}")
        told = {"name": function.__name__, "options": offered(map(_shown, signature.parameters.values()))}
        raise InputError(Problem(message, value=f"{function.__name__}({', '.join(typed)})", values=told)) from None
    return function(*given, **options)


def _shown(parameter: inspect.Parameter) -> str:
    """Return what a parameter is called, with the value that it has if it is not typed."""
    return parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"


def _calls(typed: Sequence[str], known: Collection[str], message: str, *, are_measures: bool = False) -> list[_Call]:
    """Return what was typed as calls of known names, or say of each that is none which is nearest."""
    calls = [_call(text) for text in typed]
    wrong = [
        (_half_name(text, known) if are_measures else None)
        or Problem(message, value=text, nearest=nearest(name, known))
        for text, (name, given, _) in zip(typed, calls, strict=True)
        if name not in known or (are_measures and given)
    ]
    if wrong:
        raise InputError(wrong)
    return calls


def _call(text: str) -> _Call:
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
