"""Arguments are what their annotations say: one check for every public function, before it begins its work.

An annotation is the promise of a signature; `checked` keeps it. So `normalized="no"` is not taken for True, and a
DataFrame is no name of a layer, in whichever function. Of what an annotation says only half (a number, but not in which
range; a function, but not of what; a name that must exist) the function itself says the whole, with the readers of
`core.arguments`; here only numbers are refused that are too large for any of them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, wraps
from types import FunctionType
from typing import Any, Never, ParamSpec, TypeVar, cast

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.kinds import SEED, ValueKind, is_too_large, is_writable, kind_of
from socluster.core.several_layers import names_several, of_several_layers
from socluster.words import either, later

__all__ = ["at_home", "checked", "checked_methods", "is_checked", "no_such_option"]

Given = ParamSpec("Given")
Result = TypeVar("Result")
Class = TypeVar("Class", bound=type)


def checked(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Return the function, which now refuses arguments that are not what its annotations say.

    Raises
    ------
    InputError
        When it is called with such an argument; all of them are listed.

    Examples
    --------
    >>> @checked
    ... def half(number: float, *, exact: bool = False) -> float:
    ...     return number / 2
    >>> half(5)
    2.5
    >>> half(5, exact="no")
    Traceback (most recent call last):
    socluster.core.errors.InputError: exact must be True or False (here: 'no')
    """
    refuse, ask_of_several = _refuse_misfits, _of_several_layers

    @wraps(function)
    def call(*given: Given.args, **named: Given.kwargs) -> Result:
        if "layer" in named:
            given, named = ask_of_several(function, given, named)
        refuse(function, given, named)
        return function(*given, **named)

    return at_home(call, function)


def at_home(call: Callable[..., Any], function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Return what wraps a function as one of the module of that function; what it uses stands in its closure.

    Whoever looks for the functions of a module (doctest does) goes by their globals.
    """
    home = FunctionType(call.__code__, function.__globals__, function.__name__, None, call.__closure__)
    return cast("Callable[Given, Result]", wraps(function)(home))


def checked_methods(cls: Class) -> Class:
    """Return the class, whose public methods now refuse arguments that are not what their annotations say."""
    for name, value in list(vars(cls).items()):
        if name.startswith("_"):
            continue
        if isinstance(value, FunctionType) and not is_checked(value):
            setattr(cls, name, checked(value))
        elif isinstance(value, classmethod):
            setattr(cls, name, classmethod(checked(value.__func__)))
    return cls


def is_checked(function: Any) -> bool:
    """Whether a function refuses arguments that are not what its annotations say."""
    while hasattr(function, "__wrapped__"):
        if isinstance(function, FunctionType) and "refuse" in function.__code__.co_freevars:
            return True
        function = function.__wrapped__
    return False


def _of_several_layers(function: Callable[..., Any], given: Any, named: Any) -> Any:
    return of_several_layers(function, given, named) if names_several(named) else (given, named)


def _refuse_misfits(function: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]) -> None:
    expected = _expected(function)
    if expected.names is not None and not named.keys() <= expected.names:
        _refuse_unknown_name(function, next(name for name in named if name not in expected.names))
        return
    if expected.names is None and (unwritable := [name for name in named if not is_writable(name)]):
        raise InputError([Problem("is no name of a column: it cannot be written", value=name) for name in unwritable])
    if len(given) < len(expected.first) or not expected.required <= named.keys():
        _refuse_missing(function, expected, given, named)
    misfits = [
        (name, expected.kinds[name], value)
        for name, value in [*zip(expected.places, given, strict=False), *named.items()]
        if name in expected.kinds and _does_not_fit(expected.kinds[name], value)
    ]
    if misfits:
        raise InputError([_problem(*each) for each in misfits])


def _does_not_fit(kind: ValueKind, value: Any) -> bool:
    return is_too_large(value) if kind.is_open else not kind.fits(value)


def _refuse_unknown_name(function: Callable[..., Any], name: str) -> None:
    """Refuse a keyword argument that there is none of, unless the function says more about it."""
    if any(each.kind is each.VAR_KEYWORD for each in inspect.signature(function).parameters.values()):
        return
    raise no_such_option(function, name)


def no_such_option(function: Callable[..., Any], name: str) -> TypeError:
    """Return Python's own error for a keyword argument that there is none of, with the one that is most like it."""
    if name == "language" and _answers_in_sentences(function):
        hint = "; say it of the answer, as in .sentences('lt')"
    else:
        near = nearest(name, [each.name for each in inspect.signature(function).parameters.values() if _is_named(each)])
        hint = f"; did you mean {near!r}?" if near else ""
    return TypeError(f"{function.__name__}() got an unexpected keyword argument {name!r}{hint}")


def _refuse_missing(
    function: Callable[..., Any], expected: _Expected, given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    """Refuse a call without an argument that it needs, as Python does, and say what to add."""
    by_place = [name for name in expected.first[len(given) :] if name not in named]
    by_name = [name for name in expected.names_in_order if name in expected.required and name not in named]
    missing = by_place or by_name  # Python asks for those that are given by place first
    if not missing:
        return
    kind = "positional" if by_place else "keyword-only"
    quoted = [repr(name) for name in missing]
    listed = " and ".join(quoted) if len(quoted) < 3 else f"{', '.join(quoted[:-1])}, and {quoted[-1]}"
    hints = "".join(f"; {_what_to_add(function, name)}" for name in missing)
    plural = "s" if len(missing) > 1 else ""
    raise TypeError(f"{function.__name__}() missing {len(missing)} required {kind} argument{plural}: {listed}{hints}")


def _what_to_add(function: Callable[..., Any], name: str) -> str:
    """Return what to add to a call that lacks an argument: a seed, or what the documentation says of the argument."""
    if name == "rng":
        return "add rng=7 (the same seed gives the same answer)"
    documented = re.search(rf"^{name} : (.+)\n((?: {{4}}.*\n?)+)", inspect.getdoc(function) or "", re.MULTILINE)
    if documented is None:
        return f"add {name}="
    about = re.split(r"(?<=[.;])\s", " ".join(documented[2].split()))[0].rstrip(".;")
    return f"add {name}= ({documented[1]}: {about})"


def _answers_in_sentences(function: Callable[..., Any]) -> bool:
    """Whether what it returns, by its annotation, can be said in sentences."""
    names = re.findall(r"\w+", str(inspect.signature(function).return_annotation))
    known = getattr(function, "__globals__", {})
    return any(hasattr(known.get(each), "sentences") for each in names)


def _is_named(option: inspect.Parameter) -> bool:
    return option.kind in (option.KEYWORD_ONLY, option.POSITIONAL_OR_KEYWORD)


def _problem(name: str, kind: ValueKind, value: Any) -> Problem:
    if kind.options:
        values = {"argument": name, "options": ", ".join(map(repr, kind.options))}
        near = nearest(value, kind.options) if isinstance(value, str) else None
        return Problem("{argument} must be one of {options}", value=value, nearest=near, values=values)
    if is_too_large(value):
        return Problem("{argument} is too large a number", value=value, values={"argument": name})
    told: dict[str, object] = {"argument": name, "kinds": later(either, list(kind.words))}
    return Problem("{argument} must be {kinds}", value=value, values=told)


@dataclass(frozen=True)
class _Expected:
    """What a function says about its arguments.

    Parameters
    ----------
    places : tuple of str
        Names of the arguments that may be given by place.
    names : frozenset of str or None
        Which names may be given; None: any.
    kinds : dict of str to ValueKind
        What may be given for each argument, without those for which it may be anything.
    names_in_order : tuple of str
        All arguments in the order of the signature.
    first : tuple of str
        Which arguments that may be given by place must be given.
    required : frozenset of str
        Which arguments must be named.
    """

    places: tuple[str, ...]
    names: frozenset[str] | None
    kinds: Mapping[str, ValueKind]
    names_in_order: tuple[str, ...]
    first: tuple[str, ...]
    required: frozenset[str]


@cache
def _expected(function: Callable[..., Any]) -> _Expected:
    """Return what a function says about its arguments; not before it is called, when its annotations can be read."""
    parameters = inspect.signature(function).parameters
    by_place = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    takes_more = any(
        each.kind is each.VAR_KEYWORD and each.annotation not in ("Never", Never) for each in parameters.values()
    )
    return _Expected(
        tuple(each.name for each in parameters.values() if each.kind in by_place),
        None if takes_more else frozenset(parameters),
        _kinds_of(function),
        tuple(parameters),
        tuple(each.name for each in parameters.values() if each.kind in by_place and each.default is each.empty),
        frozenset(
            each.name for each in parameters.values() if each.kind is each.KEYWORD_ONLY and each.default is each.empty
        ),
    )


def _kinds_of(function: Callable[..., Any]) -> dict[str, ValueKind]:
    """Return what may be given for each argument, without those for which it may be anything."""
    names = getattr(function, "__globals__", {})
    found = {}
    for each in inspect.signature(function).parameters.values():
        if each.annotation is each.empty or each.kind in (each.VAR_KEYWORD, each.VAR_POSITIONAL):
            continue
        is_seed = each.name == "rng" and "int" in str(each.annotation)
        kind = SEED if is_seed else kind_of(each.annotation, names)
        if kind is not None:
            found[each.name] = kind
    return found
