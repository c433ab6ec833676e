"""One step of a scenario: a verb of a cluster with its arguments, all of them plain values."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from socluster.core.errors import InputError, Problem, nearest
from socluster.core.labels import Originals
from socluster.core.schema import value_meant
from socluster.whatif.scenarios.verbs import VERBS, Verb, misfit, verb_named
from socluster.whatif.ties.protocol import TieModel

__all__ = ["Step", "bad_columns", "bad_subjects"]


@dataclass(frozen=True, eq=False)
class Step:
    """One verb of a cluster with its arguments. A frozen, hashable value; the order of its columns does not matter.

    Parameters
    ----------
    verb : str
        Name of a method of `Cluster` that a scenario may use (`verbs.VERBS`).
    subject : tuple
        Its positional arguments.
    columns : tuple of (str, object)
        Its keyword arguments: text, numbers, true or false, or nothing.
    labels : Originals
        What those who come by this step are called in answers, where that is not the id. Steps are equal regardless.
    """

    verb: str
    subject: tuple[Any, ...]
    columns: tuple[tuple[str, Any], ...] = ()
    labels: Originals = field(default_factory=Originals, repr=False)

    def __post_init__(self) -> None:
        """Turn dates, gaps and numbers of numpy into plain values, and refuse what a verb does not take."""
        verb = verb_named(self.verb)
        object.__setattr__(self, "columns", tuple((name, _plain(name, value)) for name, value in self.columns))
        problems = [*bad_subjects(self.verb, verb, self.subject), *bad_columns(self.verb, verb, dict(self.columns))]
        if problems:
            raise InputError(problems)

    @cached_property
    def model(self) -> TieModel | None:
        """The tie model, if the ties of this step come from one."""
        others = [part for part in self.subject if not isinstance(part, str | tuple)]  # who are no models for sure
        found = [part for part in others if isinstance(part, TieModel)]
        return found[0] if found else None

    @cached_property
    def marked(self) -> Step:
        """The step with links that form or change marked as simulated, where it does not state their evidence.

        Ties from a model are marked where they are made (`prepared`), and are as sure as the model says.
        """
        said = dict(self.columns)
        makes_none = self.verb == "with_split" and "tie" not in said
        marks = {} if makes_none or self.model is not None else VERBS[self.verb].marks
        new = {name: value for name, value in marks.items() if name not in said}
        return replace(self, columns=(*self.columns, *new.items())) if new else self

    @property
    def settles(self) -> dict[tuple[Any, ...], Any]:
        """What the step decides, and how: scenarios that decide the same thing differently contradict each other."""
        said = dict(self.columns)
        near = self.subject[0]
        if self.verb in ("with_group", "with_event"):
            return {("group", near): self}
        if self.verb == "with_actor":
            return {("actor", near): self}
        if self.verb == "with_merger":
            return {("actor", self.subject[1]): self}
        if self.verb == "with_split":
            return {("actor", part): self for part in self.subject[1]}
        if self.verb == "with_attributes":
            return {("attribute", near, column): value for column, value in said.items()}
        if self.verb in ("with_strength", "with_capacity"):
            return {(self.verb, *self.subject, said.get("layer")): self}
        return {}

    def __eq__(self, other: object) -> bool:
        """Whether verb, subject and columns are equal."""
        return self._key == other._key if isinstance(other, Step) else NotImplemented

    def __hash__(self) -> int:
        """Return a number of the content."""
        return hash(self._key)

    @property
    def _key(self) -> tuple[Any, ...]:
        return self.verb, self.subject, frozenset(self.columns)

    def __str__(self) -> str:
        """Return the step as it was written."""
        return self._written

    @cached_property
    def _written(self) -> str:
        subject = [repr(list(part)) if isinstance(part, tuple) else repr(part) for part in self.subject]
        return f"{self.verb}({', '.join([*subject, *(f'{key}={value!r}' for key, value in self.columns)])})"


def bad_subjects(name: str, verb: Verb, subject: tuple[Any, ...]) -> list[Problem]:
    """Return a problem for each positional argument that is not what the verb takes."""
    if len(subject) != len(verb.subject):
        takes = {"verb": name, "arguments": list(verb.subject)}
        return [Problem("{verb} takes {arguments}", value=subject, values=takes)]
    pairs = [
        (field, part, misfit(part, kind)) for (field, kind), part in zip(verb.subject.items(), subject, strict=True)
    ]
    return [
        Problem(fault, is_argument=True, column=field, value=part, values={"argument": field, "verb": name})
        for field, part, fault in pairs
        if fault
    ]


def bad_columns(name: str, verb: Verb, columns: dict[str, Any]) -> list[Problem]:
    """Return a problem for each keyword argument that the verb does not take, or that is no plain value."""
    problems = []
    for column, value in columns.items():
        if column in verb.reserved or (not verb.has_columns and column not in verb.options):
            problems.append(
                Problem(
                    "is nothing that {verb} takes by this name (options: {options})",
                    is_argument=True,
                    column=column,
                    value=value,
                    nearest=nearest(column, verb.options),
                    values={"verb": name, "options": list(verb.options)},
                )
            )
        elif not _is_plain(value):
            problems.append(
                Problem(
                    "{argument} of {verb} must be text, a finite number, true or false, or nothing",
                    is_argument=True,
                    column=column,
                    value=value,
                    values={"argument": column, "verb": name},
                )
            )
    return problems


def _plain(name: str, value: Any) -> Any:
    """Return numbers of numpy as Python's, dates as ISO 8601 text, gaps as None, sectors and levels in our words."""
    if isinstance(value, str):
        return value_meant(name, value)
    if isinstance(value, np.generic):
        value = value.item()
    if value is pd.NA or value is pd.NaT or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, dt.date):
        is_midnight = isinstance(value, dt.datetime) and value.time() == dt.time() and value.tzinfo is None
        return (value.date() if is_midnight else value).isoformat()  # type: ignore[attr-defined]  # then it is a datetime
    return value


def _is_plain(value: object) -> bool:
    if isinstance(value, float):
        return math.isfinite(value)
    return value is None or isinstance(value, str | bool | int)
