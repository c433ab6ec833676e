"""Scenarios as JSON or YAML text: versioned, of plain values only, and read without trust.

A document holds one scenario::

    socluster_scenarios: 1
    name: psychologist hub
    steps:
    - verb: with_actor
      actor: hub
      columns: {sector: public, place: Kelmė}
    - verb: with_ties
      source: hub
      targets:
        model: Rates
        fields: {by: sector, prior_rate: null, prior_dyads: 4.0, layer: null}
      columns: {layer: referral}

or several, as a list of names and steps under ``scenarios``, beside which may stand what was asked of them
(`questions`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from socluster.core.coerce import unfit
from socluster.core.errors import InputError, Problem
from socluster.whatif.scenarios.document import Form, dump, load
from socluster.whatif.scenarios.questions import Questions
from socluster.whatif.scenarios.reader import FIRST, Named, ScenarioReader, models_by_name
from socluster.whatif.scenarios.step import Step
from socluster.whatif.scenarios.verbs import VERBS
from socluster.whatif.ties.protocol import TieModel
from socluster.words import counted

__all__ = ["read_many", "read_one", "written", "written_together"]

VERSION = 1


def written(name: str, steps: Iterable[Step], form: Form) -> str:
    """Return one scenario as text.

    Raises
    ------
    InputError
        If it holds a tie model that is not socluster's own, or a text that no file can hold.
    """
    return dump({FIRST: VERSION, **_plain_scenario(name, steps)}, form)


def written_together(scenarios: Iterable[Named], form: Form, questions: Questions | None = None) -> str:
    """Return several scenarios as one text, with what was asked of them if that is given; see `written`."""
    asked = {} if questions is None else {"questions": questions.plain()}
    together = [_plain_scenario(name, steps) for name, steps in scenarios]
    return dump({FIRST: VERSION, "scenarios": together, **asked}, form)


def read_one(text: str, form: Form) -> Named:
    """Return the name and the steps of the only scenario that a text holds.

    Raises
    ------
    InputError
        With every problem and its place in the document; or if there are several scenarios, or none.
    """
    scenarios = read_many(text, form)
    if len(scenarios) != 1:
        several = counted("{n} scenario", "{n} scenarios", len(scenarios))
        raise InputError(
            Problem(
                "contains {several} instead of one; read_scenarios reads them from a file",
                "scenarios",
                values={"several": several},
            )
        )
    return scenarios[0]


def read_many(text: str, form: Form, file: str | None = None) -> list[Named]:
    """Return the names and the steps of all scenarios that a text holds, one or several.

    Raises
    ------
    InputError
        With every problem and its place in the document.
    """
    reader = ScenarioReader(VERSION, file)
    try:
        return reader.read(load(text, form, file))
    except RecursionError:
        raise InputError(Problem("is nested too deeply", file=file)) from None


def _plain_scenario(name: str, steps: Iterable[Step]) -> dict[str, Any]:
    return {"name": _plain(name), "steps": [_plain_step(step) for step in steps]}


def _plain_step(step: Step) -> dict[str, Any]:
    subject = zip(VERBS[step.verb].subject, step.subject, strict=True)
    plain = {"verb": step.verb, **{field: _plain(part) for field, part in subject if part is not None}}
    columns = {_plain(name): _plain(value) for name, value in step.columns}
    return {**plain, "columns": columns} if columns else plain


def _plain(value: Any) -> Any:
    """Return the value as JSON has it: tie models by name and fields, tuples as lists."""
    if isinstance(value, TieModel):
        if type(value) not in models_by_name().values():
            raise InputError(
                Problem(
                    "is a tie model of your own; only those of socluster.ties can be written: {models}",
                    value=value,
                    values={"models": list(models_by_name())},
                )
            )
        told = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]
        return {"model": type(value).__name__, "fields": told}
    if isinstance(value, Mapping):
        return {_plain(key): _plain(own) for key, own in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, str):
        fault = unfit(value, is_key=False)
        if fault:
            raise InputError(Problem(fault, value=value))
        return value
    if value is None or isinstance(value, bool | int | float):
        return value
    raise InputError(Problem("cannot be written as JSON or YAML", value=value))
