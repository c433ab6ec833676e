"""What a function computes, as a text: the same text means the same values, so that kept values can be used again."""

from __future__ import annotations

import copyreg
import dis
import functools
import hashlib
import inspect
import os
import sys
import sysconfig
import types
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.checked import is_checked
from socluster.core.cluster import Cluster

__all__ = ["CannotTellError", "identity"]

_PLAIN = (type(None), type(...), bool, int, float, complex, str, bytes)
_OURS = str(Path(__file__).parents[1]) + os.sep
_LIBRARIES = tuple({sysconfig.get_path(each) + os.sep for each in ("stdlib", "platstdlib", "purelib", "platlib")})
_SLOTS = (types.MemberDescriptorType, types.GetSetDescriptorType)
_BY_NAME = {"globals", "locals", "vars", "eval", "exec", "__import__", "import_module"}  # reach what no code names


class CannotTellError(Exception):
    """A function depends on something of which nobody can say whether it is the same as before."""


def identity(value: object) -> str:
    """Return 32 hexadecimal digits that change with anything on which a function, or another value, depends.

    A function of the user's is told by its code, its defaults, the values that it closes over, and the global values
    and functions that it uses, as far down as they are the user's own; a function of a library by its name and the
    library's version; a partial also by its arguments; an object by its state.

    Parameters
    ----------
    value : object
        A measure, a model of ties, or anything that they hold.

    Returns
    -------
    str

    Raises
    ------
    CannotTellError
        If it holds something that does not show its state: an open file, a lock, a generator that runs.

    Examples
    --------
    >>> def scaled(k):
    ...     return lambda cluster: k * cluster.n_actors
    >>> identity(scaled(1)) == identity(scaled(1)), identity(scaled(1)) == identity(scaled(100))
    (True, False)
    """
    return _digest(_Teller().told(value).encode())


class _Teller:
    """Tells values one inside the other; what holds itself (a recursive function) is told once."""

    def __init__(self) -> None:
        self.inside: list[int] = []
        self.kept: dict[int, tuple[object, str]] = {}  # the object is held, so that its id is not given away

    def told(self, value: object) -> str:
        if type(value) in _PLAIN:
            return f"{type(value).__name__} {value!r}"
        if id(value) in self.kept:
            return self.kept[id(value)][1]
        if id(value) in self.inside:
            return f"number {self.inside.index(id(value))} of those around it"
        self.inside.append(id(value))
        text = self._state(value)
        self.inside.pop()
        text = _digest(text.encode())
        self.kept[id(value)] = value, text
        return text

    def all(self, *values: object) -> str:
        return f"({', '.join(map(self.told, values))})"

    def _state(self, value: Any) -> str:
        kind = type(value)
        if kind in (list, tuple):
            return kind.__name__ + self.all(*value)
        if kind in (set, frozenset):
            return f"set {sorted(identity(each) for each in value)}"
        if kind in (dict, types.MappingProxyType):
            return "dict" + self.all(*(each for pair in value.items() for each in pair))
        if isinstance(value, Cluster):
            return f"cluster {value.fingerprint}"
        if kind is np.ndarray and not value.dtype.hasobject:
            return f"array {value.dtype} {value.shape} {_digest(value.tobytes())}"
        if isinstance(value, pd.Series | pd.DataFrame | pd.Index):
            return self._table(value)
        return self._code_or_object(value)

    def _code_or_object(self, value: Any) -> str:
        if isinstance(value, types.FunctionType):
            return self._function(inspect.unwrap(value) if is_checked(value) else value)
        if isinstance(value, types.MethodType):
            return "method" + self.all(value.__func__, value.__self__)
        if isinstance(value, types.BuiltinFunctionType) and not isinstance(value.__self__, types.ModuleType | None):
            return f"method {value.__name__}" + self.all(value.__self__)
        if isinstance(value, types.CodeType):
            return self._code(value)
        if isinstance(value, types.ModuleType):
            return self._module(value)
        if isinstance(value, type):
            return self._class(value)
        if isinstance(value, np.ufunc):
            return f"ufunc {value.__name__} {_version('numpy')}"
        if isinstance(value, functools.partial):
            return "partial" + self.all(value.func, value.args, sorted(value.keywords.items()))
        if isinstance(value, property | classmethod | staticmethod | functools.cached_property):
            return self._wrapper(value)
        if isinstance(value, functools._lru_cache_wrapper):
            return "cached" + self.all(value.__wrapped__)
        if isinstance(value, _SLOTS):
            return f"slot {value.__name__}"
        return self._object(value)

    def _function(self, function: types.FunctionType) -> str:
        name = f"function {function.__module__}.{function.__qualname__}"
        cells = [_content(cell) for cell in function.__closure__ or ()]
        held = self.all(function.__defaults__, function.__kwdefaults__, cells, vars(function))
        home = function.__code__.co_filename
        if _is_library(home):
            return f"{name} {_version(function.__module__)} {held}"
        if home.startswith(_OURS):
            return f"{name} {_version('socluster')} {held} {self.told(function.__code__)}"
        there = function.__globals__
        names, modules = _names_used(function.__code__, str(there.get("__package__") or ""))
        used = [(each, there[each]) for each in sorted(names & set(there))]
        return f"{name} {held} {self.told(function.__code__)} {self.told(used)} {self.told(modules)}"

    def _code(self, code: types.CodeType) -> str:
        body = code.co_code.hex(), getattr(code, "co_exceptiontable", b"").hex()
        taken = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_flags
        return f"code {body} {taken}" + self.all(code.co_consts, code.co_names, code.co_freevars)

    def _module(self, module: types.ModuleType) -> str:
        if not _is_users(module.__name__):
            return f"module {module.__name__} {_version(module.__name__)}"
        own = {name: value for name, value in vars(module).items() if not name.startswith("__")}
        return f"module {module.__name__} {self.told(own)}"

    def _class(self, kind: type) -> str:
        name = f"class {kind.__module__}.{kind.__qualname__}"
        if not _is_users(kind.__module__):
            return f"{name} {_version(kind.__module__)}"
        held = [each for each in vars(kind).items() if not each[0].startswith("_abc_")]
        own = [each for each in held if isinstance(each[1], types.FunctionType) or not each[0].startswith("__")]
        return name + self.all(type(kind), kind.__bases__, own)

    def _wrapper(self, value: Any) -> str:
        parts = [getattr(value, each, None) for each in ("fget", "__func__", "func")]
        return type(value).__name__ + self.all(*parts)

    def _table(self, table: Any) -> str:
        frame = table.to_frame() if isinstance(table, pd.Index) else pd.DataFrame(table)
        columns = [frame.iloc[:, place] for place in range(frame.shape[1])]
        names = [list(frame.columns), list(frame.columns.names), list(frame.index.names), list(frame.index)]
        if not isinstance(table, pd.Index):
            names.append(table.attrs)
        kinds = [(str(each.dtype), _categories(each.dtype)) for each in columns]
        return type(table).__name__ + self.all(names, kinds, [each.tolist() for each in columns])

    def _object(self, value: Any) -> str:
        """Tell an object by what it would give to be copied."""
        if isinstance(value, Iterator):
            raise CannotTellError(f"{type(value).__name__}, which changes when it is used")
        if isinstance(value, types.BuiltinFunctionType):
            return f"function {value.__module__}.{value.__qualname__}"
        reduce = copyreg.dispatch_table.get(type(value))
        try:
            how = reduce(value) if reduce else value.__reduce_ex__(4)
        except Exception as error:  # whatever the object raises, it does not show its state
            raise CannotTellError(type(value).__name__) from error
        if isinstance(how, str):
            return f"object {type(value).__module__}.{how}"
        maker, arguments, state, items, pairs = (*how, None, None, None)[:5]
        shown = _without_kept(type(value), state)
        if isinstance(value, set | frozenset):  # in no order of its own
            arguments = sorted(identity(each) for each in value)
        return "object" + self.all(type(value), maker, arguments, shown, _listed(items), _listed(pairs))


def _without_kept(kind: type, state: Any) -> Any:
    """Leave out what an object keeps of its own answers, which is there after the first use only."""
    if not isinstance(state, dict):
        return state
    return {
        name: each
        for name, each in state.items()
        if not isinstance(getattr(kind, str(name), None), functools.cached_property)
    }


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=16).hexdigest()


def _content(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # a name that has no value yet
        return ...


def _listed(items: Iterable[Any] | None) -> list[Any] | None:
    return None if items is None else list(items)


def _names_used(code: types.CodeType, package: str) -> tuple[set[str], list[types.ModuleType]]:
    """Return the global names that a code uses, and the modules that it imports; those of functions inside it too."""
    names = {each.argval for each in dis.get_instructions(code) if each.opname in ("LOAD_GLOBAL", "LOAD_NAME")}
    imported = [each.argval for each in dis.get_instructions(code) if each.opname == "IMPORT_NAME"]
    by_name = sorted((names | set(code.co_names)) & _BY_NAME)
    if by_name:
        raise CannotTellError(f"{by_name[0]}(), which may reach anything,")
    modules = [_imported(name, package) for name in imported]
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            more, further = _names_used(inner, package)
            names, modules = names | more, modules + further
    return names, modules


def _imported(name: str, package: str) -> types.ModuleType:
    """Return a module that a function imports when it runs: by its name, or beside the function's own."""
    for full in (name, f"{package}.{name}" if name else package):
        try:
            return import_module(full)
        except (ImportError, ValueError):
            continue
    raise CannotTellError(f"module {name or package}")


def _categories(dtype: Any) -> Any:
    return (dtype.categories.tolist(), dtype.ordered) if isinstance(dtype, pd.CategoricalDtype) else None


def _is_users(module: str) -> bool:
    """Whether a module is the user's own: neither of a library nor of socluster."""
    if module.partition(".")[0] in sys.stdlib_module_names:
        return False
    home = getattr(sys.modules.get(module), "__file__", None)
    return home is None or not (_is_library(home) or home.startswith(_OURS))


def _is_library(home: str) -> bool:
    return home.startswith(_LIBRARIES) or home.startswith("<frozen")


@functools.cache
def _version(module: str) -> str:
    top = module.partition(".")[0]
    if top in sys.builtin_module_names or top in sys.stdlib_module_names:
        return sys.version
    stated = getattr(sys.modules.get(top), "__version__", None)
    if isinstance(stated, str):
        return stated
    from importlib.metadata import PackageNotFoundError, version  # reads mail headers, of all things

    try:
        return version(top)
    except PackageNotFoundError:
        return "without version"
