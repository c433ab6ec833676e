"""The words of the scenario language: the verbs of a cluster that a scenario may use, and what each of them takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.ties.protocol import TieModel
from socluster.whatif.ties.values import FrozenMapping
from socluster.words import marked

__all__ = ["VERBS", "SubjectKind", "Verb", "misfit", "verb_named"]

SubjectKind: TypeAlias = Literal["name", "names", "name or nothing", "names or model", "parts"]


@dataclass(frozen=True)
class Verb:
    """What a verb takes.

    Parameters
    ----------
    subject : mapping of str to str
        Its positional arguments, in order, each with its kind.
    options : tuple of str
        Its keyword arguments.
    has_columns : bool
        Whether it takes further columns by keyword.
    marks : mapping
        What a scenario says of new or changed links unless the step says otherwise: they are simulated.
    """

    subject: Mapping[str, SubjectKind]
    options: tuple[str, ...] = ()
    has_columns: bool = True
    marks: Mapping[str, Any] = FrozenMapping({})

    @property
    def reserved(self) -> tuple[str, ...]:
        """Names that no further column may have, because the verb means something else by them."""
        return (*self.subject, "self")


_NO_NAME = marked("{argument} of {verb} must be a name, which is text")
_NO_NAMES = marked("{argument} of {verb} must be names, each of them text")
_NEITHER_NAMES_NOR_MODEL = marked("{argument} of {verb} must be names, or a model of ties")
_NO_PARTS = marked("{argument} of {verb} must give every part its partners, as in {'A': ['X'], 'B': {'Y': 0.5}}")

_NEW = FrozenMapping({"evidence": "simulated", "confidence": 1.0})
_CHANGED = FrozenMapping({"evidence": "simulated"})

VERBS: Mapping[str, Verb] = MappingProxyType(
    {
        "with_actor": Verb({"actor": "name"}),
        "with_group": Verb({"group": "name"}),
        "with_ties": Verb({"source": "name", "targets": "names or model"}, ("layer", "directed"), marks=_NEW),
        "with_affiliation": Verb({"actor": "name", "groups": "names"}, ("layer",), marks=_NEW),
        "with_merger": Verb({"actors": "names", "into": "name"}),
        "with_split": Verb({"actor": "name", "into": "parts"}, ("rest", "tie"), marks=_NEW),
        "with_strength": Verb({"source": "name", "target": "name"}, ("weight", "by", "layer"), marks=_CHANGED),
        "with_event": Verb({"group": "name", "actors": "names"}, ("layer",), marks=_NEW),
        "with_capacity": Verb({"actor": "name", "group": "name"}, ("weight", "layer"), marks=_CHANGED),
        "with_attributes": Verb({"actor": "name"}),
        "without_actor": Verb({"actors": "names"}, has_columns=False),
        "without_ties": Verb({"source": "name or nothing", "target": "name or nothing"}, ("layer",), has_columns=False),
    }
)


def verb_named(name: object) -> Verb:
    """Return the verb of that name.

    Raises
    ------
    InputError
        If there is none; names the nearest.
    """
    if not isinstance(name, str) or name not in VERBS:
        raise InputError(
            Problem(
                "is not a verb of a scenario; these are {verbs}",
                is_argument=True,
                column="verb",
                value=name,
                nearest=nearest(name, VERBS),
                values={"verbs": list(VERBS)},
            )
        )
    return VERBS[name]


def misfit(value: object, kind: SubjectKind) -> str | None:
    """Say why an argument of a verb is not what its kind says, or None if it is.

    Examples
    --------
    >>> misfit("School", "name"), misfit(5, "name")
    (None, '{argument} of {verb} must be a name, which is text')
    """
    if kind == "parts":
        return None if _are_parts(value) else _NO_PARTS
    if isinstance(value, tuple):
        are_names = all(_is_name(each) for each in value)
        if kind in ("names", "names or model"):
            return None if are_names else _NO_NAMES
    if kind == "names or model":
        return None if isinstance(value, TieModel) else _NEITHER_NAMES_NOR_MODEL
    if kind == "name or nothing" and value is None:
        return None
    if kind != "names" and _is_name(value):
        return None
    return _NO_NAMES if kind == "names" else _NO_NAME


def _is_name(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _are_parts(value: object) -> bool:
    if not isinstance(value, FrozenMapping) or not all(_is_name(part) for part in value):
        return False
    return all(
        isinstance(own, tuple | FrozenMapping)
        and all(_is_name(name) for name in own)
        and (isinstance(own, tuple) or all(isinstance(share, int | float) for share in own.values()))
        for own in value.values()
    )
