"""Strict JSON and YAML: plain values only, no key twice, nothing that a document could make Python do.

YAML is read as people mean it: `no` and `on` are words, `2016-11-04` and `12:30` are text, `007` keeps its noughts.
Only `true`, `false`, `null` (or nothing) and plain numbers are anything else. Tags, anchors and aliases are refused.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from socluster.core.errors import InputError, Problem
from socluster.io.tables import strict_json
from socluster.io.tables.reasons import yaml_reason
from socluster.words import Phrase, phrase

if TYPE_CHECKING:
    import yaml

__all__ = ["Form", "dump", "load"]

Form: TypeAlias = Literal["json", "yaml"]

# The core schema of YAML 1.2, but no number is octal, hexadecimal, infinite or undefined, or begins with a nought.
_PLAIN = (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)\.[0-9]*(?:[eE][-+]?[0-9]+)?", list("-+0123456789")),
    ("float", r"[-+]?(?:0|[1-9][0-9]*)[eE][-+]?[0-9]+", list("-+0123456789")),
)


def load(text: str, form: Form, file: str | None = None) -> Any:
    """Return what the text holds: dictionaries, lists, text, numbers, true, false and None.

    Raises
    ------
    InputError
        If it is no strict JSON or YAML; says line and column.
    """
    if form == "json":
        return strict_json.load(text, file or "")
    library = _yaml()
    try:
        return _loader()(text).get_single_data()
    except library.MarkedYAMLError as error:
        mark = error.problem_mark
        told = error.problem or error.context or ""
        reason = told if isinstance(told, Phrase) else yaml_reason(told)
        problem = phrase("is not plain YAML: {reason}", reason=reason)
        if mark:
            problem = phrase(
                "is not plain YAML at line {line}, column {column}: {reason}",
                line=mark.line + 1,
                column=mark.column + 1,
                reason=reason,
            )
    except library.YAMLError as error:
        problem = phrase("is not plain YAML: {reason}", reason=yaml_reason(str(error)))
    except RecursionError:
        problem = phrase("is nested too deeply")
    except ValueError:  # Python refuses to read whole numbers of thousands of digits
        problem = phrase("contains a number with too many digits")
    raise InputError(Problem(problem, file=file))


def dump(value: Any, form: Form) -> str:
    """Return the text of plain values, letters unchanged."""
    if form == "json":
        return strict_json.dump(value, indent=1) + "\n"
    text: str = _yaml().dump(
        value, Dumper=_dumper(), allow_unicode=True, sort_keys=False, default_flow_style=None, width=120
    )
    return text


def _yaml() -> Any:
    try:
        import yaml  # an optional library
    except ImportError:
        raise InputError(
            "YAML needs the library PyYAML, which is not installed (pip install pyyaml); JSON needs none"
        ) from None
    return yaml


def _with_plain_scalars(kind: Any) -> Any:
    """Let a loader or dumper take only those words for numbers and the like that `_PLAIN` lists."""
    kind.yaml_implicit_resolvers = {}
    for name, pattern, first in _PLAIN:
        kind.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), first)
    return kind


@cache
def _dumper() -> Any:
    class Dumper(_yaml().SafeDumper):  # type: ignore[misc]  # the library is loaded only now
        def ignore_aliases(self, data: Any) -> bool:
            """Write a value again where it occurs twice."""
            del data
            return True

    return _with_plain_scalars(Dumper)


@cache
def _loader() -> Any:
    library = _yaml()

    class Loader(_yaml().SafeLoader):  # type: ignore[misc]  # the library is loaded only now
        def compose_node(self, parent: yaml.Node | None, index: Any) -> Any:
            """Refuse everything but plain collections and scalars."""
            event = self.peek_event()
            if getattr(event, "anchor", None) is not None:
                problem = phrase("anchors and aliases are refused")
                raise library.composer.ComposerError(None, None, problem, event.start_mark)
            if getattr(event, "tag", None) is not None:
                problem = phrase("the tag {tag} is refused", tag=event.tag)
                raise library.composer.ComposerError(None, None, problem, event.start_mark)
            return super().compose_node(parent, index)

        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            """Refuse a duplicate key."""
            result: dict[Any, Any] = super().construct_mapping(node, deep=deep)
            if len(result) < len(node.value):
                keys = [self.construct_object(key, deep=True) for key, _ in node.value]
                twice = next(key for key in keys if keys.count(key) > 1)
                problem = phrase("the key '{key}' occurs twice", key=twice)
                raise library.constructor.ConstructorError(None, None, problem, node.start_mark)
            return result

    return _with_plain_scalars(Loader)
