"""What a value may be, as the annotation of an argument says it: a test, and the words for it."""

from __future__ import annotations

import ast
import math
import os
import re
import types
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import numpy as np
from numpy.random import Generator

from socluster.words import Phrase, counted, phrase

__all__ = ["SEED", "ValueKind", "is_too_large", "is_writable", "kind_of"]

_LARGEST = 2**63  # a whole number from here on fits no array

_SUBSCRIPTED = re.compile(r"(pd\.(?:Series|Index))\[[^\[\]]*\]")  # which pandas understands in stubs only
_ANYTHING = (Any, object)


@dataclass(frozen=True)
class ValueKind:
    """What a value may be.

    Parameters
    ----------
    fits : callable
        Whether a value is of this kind.
    words : tuple of str or Phrase
        What the kind is called; several, where it is one of several.
    options : tuple of str
        The texts that it may be, if it is one of a few texts and nothing else.
    is_open : bool
        Whether the annotation says little: that it is a number (but not in which range), or a function (but not of
        what). Whoever takes it knows more, and says it in a better sentence.
    """

    fits: Callable[[Any], bool]
    words: tuple[str | Phrase, ...]
    options: tuple[str, ...] = ()
    is_open: bool = False


def _is_number(value: object) -> bool:
    """Whether the value is a number: neither a truth value nor NaN."""
    if isinstance(value, int | np.integer):
        return _is_whole_number(value)
    return isinstance(value, float | np.floating) and not math.isnan(value)


def _is_whole_number(value: object) -> bool:
    """Whether the value is a whole number that fits a column, and no truth value."""
    return isinstance(value, int | np.integer) and not isinstance(value, bool) and bool(-_LARGEST <= value < _LARGEST)


_REPEATED = ValueKind(lambda value: True, ())  # what stands before the dots, however often


def is_too_large(value: object) -> bool:
    """Whether the value is a whole number that is too large to be computed with."""
    return isinstance(value, int) and not isinstance(value, bool) and not -_LARGEST <= value < _LARGEST


def _is_truth(value: object) -> bool:
    """Whether the value is True or False; words such as "no" are neither."""
    return isinstance(value, bool | np.bool_)


def is_writable(text: str) -> bool:
    """Whether text can be written: a lone half of a surrogate pair cannot."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and is_writable(value)


def kind_of(annotation: Any, names: Mapping[str, Any]) -> ValueKind | None:
    """Return what an annotation says.

    Parameters
    ----------
    annotation : Any
        The annotation, as it stands in the signature: usually a text.
    names : mapping
        What the names in it mean: the globals of the function.

    Returns
    -------
    ValueKind or None
        None if anything may be given.
    """
    if isinstance(annotation, str):
        return _of_text(annotation, names)
    if annotation is ...:
        return _REPEATED
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _any_of([kind_of(each, names) for each in arguments])
    if origin is Literal:
        texts = tuple(each for each in arguments if isinstance(each, str))
        return ValueKind(
            lambda value: any(type(value) is type(each) and value == each for each in arguments),
            tuple(map(repr, arguments)),
            texts if len(texts) == len(arguments) else (),
        )
    if origin is not None:
        return _container(origin, [kind_of(each, names) for each in arguments])
    if annotation in _ANYTHING or isinstance(annotation, TypeVar) or not isinstance(annotation, type):
        return ValueKind(lambda value: value is None, ("None",)) if annotation is None else None
    return _of_class(annotation)


def _of_text(annotation: str, names: Mapping[str, Any]) -> ValueKind | None:
    """Return what an annotation says; alternatives one by one, since the name of one may stand for a text itself."""
    tree = ast.parse(_SUBSCRIPTED.sub(r"\1", annotation), mode="eval").body
    if isinstance(tree, ast.BinOp):
        return _any_of([kind_of(ast.unparse(each), names) for each in (tree.left, tree.right)])
    if isinstance(tree, ast.Constant) and tree.value is None:
        return _of_class(types.NoneType)
    return kind_of(eval(ast.unparse(tree), dict(names)), names)


def _any_of(kinds: list[ValueKind | None]) -> ValueKind | None:
    known = [kind for kind in kinds if kind is not None]
    if len(known) < len(kinds):
        return None
    tests = [kind.fits for kind in known]
    words = tuple(dict.fromkeys(word for kind in known for word in kind.words))
    said = [kind for kind in known if kind.words != ("None",)]
    options = tuple(each for kind in said for each in kind.options) if all(kind.options for kind in said) else ()
    return ValueKind(
        lambda value: any(fits(value) for fits in tests), words, options, is_open=any(kind.is_open for kind in known)
    )


def _of_class(cls: type) -> ValueKind:
    if cls is bool:
        return ValueKind(_is_truth, ("True", "False"))
    if cls is int:
        return ValueKind(_is_whole_number, (phrase("a whole number"),), is_open=True)
    if cls is float:
        return ValueKind(_is_number, (phrase("a number"),), is_open=True)
    if cls is str:
        return ValueKind(_is_text, (phrase("a text"),))
    if cls is types.NoneType:
        return ValueKind(lambda value: value is None, ("None",))
    if cls is Generator:
        return ValueKind(lambda value: isinstance(value, Generator), (phrase("a numpy Generator"),))
    words = phrase("a label") if cls is Hashable else _with_article(cls.__name__)
    return ValueKind(lambda value: isinstance(value, cls), (words,))


def _with_article(name: str) -> Phrase:
    """Return the name of a class as English has it; Lithuanian has no article."""
    return phrase("an {kind}", kind=name) if name[0] in "AEIOUaeiou" else phrase("a {kind}", kind=name)


def _is_seed(value: object) -> bool:
    is_whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    return value is None or isinstance(value, Generator) or (is_whole and value >= 0)  # type: ignore[operator]


# A seed may be as large as one likes. Whoever needs one says so; None is right where nothing is drawn.
SEED = ValueKind(_is_seed, (phrase("a seed (an integer from 0)"), phrase("a numpy Generator")))


def _container(origin: Any, inside: list[ValueKind | None]) -> ValueKind:
    """Return the kind of a list or a mapping. What may be in it, whoever takes it says, naming each that may not."""
    if origin is Callable or (isinstance(origin, type) and issubclass(origin, Callable)):  # type: ignore[arg-type]
        return ValueKind(callable, (phrase("a function"),), is_open=True)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return ValueKind(lambda value: isinstance(value, Mapping), (phrase("a mapping"),))
    if isinstance(origin, type) and issubclass(origin, os.PathLike):
        return ValueKind(lambda value: isinstance(value, os.PathLike), (phrase("a path"),))
    if not (isinstance(origin, type) and issubclass(origin, Iterable)) or issubclass(origin, np.ndarray):
        return _of_class(origin)
    if origin is tuple:
        return _tuple(inside)
    no_list = (str, bytes) if origin is Iterable else (str, bytes, Mapping)
    return ValueKind(
        lambda value: isinstance(value, Iterable) and not isinstance(value, no_list) and getattr(value, "ndim", 1) == 1,
        (_list_of(inside[0]),),
    )


def _list_of(kind: ValueKind | None) -> Phrase:
    """Return what a list is called: by the class of what it holds, where that is one of ours."""
    words = kind.words if kind is not None else ()
    if len(words) == 1 and isinstance(words[0], Phrase) and "kind" in words[0].values:
        return phrase("a list of {kind}", kind=words[0].values["kind"])
    return phrase("a list")


def _tuple(inside: list[ValueKind | None]) -> ValueKind:
    """Return the kind of a tuple, for which a list does as well."""
    if len(inside) == 2 and inside[1] is _REPEATED:
        return ValueKind(lambda value: isinstance(value, tuple | list), (phrase("a list"),))
    return ValueKind(
        lambda value: (
            isinstance(value, tuple | list)
            and len(value) == len(inside)
            and all(kind is None or kind.fits(each) for kind, each in zip(inside, value, strict=True))
        ),
        (counted("a list of {n} value", "a list of {n} values", len(inside)),),
    )
