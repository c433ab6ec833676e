"""From a document of plain values to the steps of scenarios, noting everything that is wrong and where it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from types import MappingProxyType
from typing import Any, TypeAlias

from socluster.core.errors import InputError, Problem, nearest
from socluster.whatif.scenarios.questions import questions_in
from socluster.whatif.scenarios.step import Step, bad_columns, bad_subjects
from socluster.whatif.scenarios.verbs import VERBS, SubjectKind, Verb
from socluster.whatif.ties.values import frozen
from socluster.words import Phrase, phrase

__all__ = ["FIRST", "Named", "ScenarioReader", "models_by_name"]

FIRST = "socluster_scenarios"
Named: TypeAlias = tuple[str, tuple[Step, ...]]


@cache
def models_by_name() -> Mapping[str, type[Any]]:
    """Return the tie models that a document may name; they are loaded when a document names one."""
    from socluster.whatif.ties.models import MODELS

    return MappingProxyType({model.__name__: model for model in MODELS})


def _may_be_subject(key: str, value: object) -> bool:
    """Whether a word that no step knows was meant to say what the step is about, and is no column."""
    return isinstance(value, dict | list) or any(key in verb.subject for verb in VERBS.values())


class ScenarioReader:
    """Reads one document and collects what is wrong with it.

    Parameters
    ----------
    version : int
        The newest version of the document that can be read.
    file : str, optional
        Where it comes from, for the errors.
    """

    def __init__(self, version: int, file: str | None) -> None:
        self.version = version
        self.file = file
        self.problems: list[Problem] = []

    def read(self, document: Any) -> list[Named]:
        """Return the name and the steps of every scenario.

        Raises
        ------
        InputError
            With all problems.
        """
        self._check_version(document)
        several = "scenarios" in document
        known = (FIRST, "scenarios", "questions") if several else (FIRST, "name", "steps")
        self._refuse_strangers("", document, known)
        listed = document["scenarios"] if several else [document]
        if not isinstance(listed, list):
            self._note("scenarios", phrase("must be a list of scenarios"), listed)
            listed = []
        paths = [f"scenarios[{place}]." if several else "" for place in range(len(listed))]
        found = [self._scenario(path, each, several) for path, each in zip(paths, listed, strict=True)]
        if several:
            self.problems += [replace(each, file=self.file) for each in questions_in(document.get("questions"))[1]]
        if self.problems:
            raise InputError(self.problems)
        return [each for each in found if each is not None]

    def _check_version(self, document: Any) -> None:
        """Stop where everything else would be misread."""
        if not isinstance(document, dict) or FIRST not in document:
            near = nearest(FIRST, map(str, document)) if isinstance(document, dict) else None
            begins = f"{FIRST}: {self.version}"
            raise InputError(
                Problem(
                    "contains no scenarios; it must begin with {begins}",
                    value=near,
                    file=self.file,
                    values={"begins": begins},
                )
            )
        version = document[FIRST]
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise InputError(
                Problem(
                    "must be the version of the document, a whole number up to {newest}",
                    FIRST,
                    value=version,
                    file=self.file,
                    values={"newest": self.version},
                )
            )
        if version > self.version:
            raise InputError(
                Problem(
                    "was written by a newer socluster; this one reads up to version {newest}",
                    FIRST,
                    value=version,
                    file=self.file,
                    values={"newest": self.version},
                )
            )

    def _scenario(self, path: str, given: Any, several: bool) -> Named | None:
        if not isinstance(given, dict):
            self._note(path.rstrip("."), phrase("must be a name with steps"), given)
            return None
        if several:
            self._refuse_strangers(path, given, ("name", "steps"))
        name, listed = given.get("name"), given.get("steps", [])
        if not isinstance(name, str) or not name.strip():
            self._note(f"{path}name", phrase("a scenario needs a name, which is text"), name)
        if not isinstance(listed, list):
            self._note(f"{path}steps", phrase("must be a list of steps"), listed)
            return None
        steps = [self._step(f"{path}steps[{place}]", each) for place, each in enumerate(listed)]
        return str(name), tuple(step for step in steps if step is not None)

    def _step(self, path: str, given: Any) -> Step | None:
        name = given.get("verb") if isinstance(given, dict) else None
        if not isinstance(name, str) or name not in VERBS:
            place = f"{path}.verb" if isinstance(given, dict) else path
            value = name if isinstance(given, dict) else given
            self._note(place, phrase("must be one of these: {verbs}", verbs=list(VERBS)), value, nearest(name, VERBS))
            return None
        before = len(self.problems)
        verb, columns = VERBS[name], given.get("columns", {})
        self._refuse_outside_columns(path, given, verb)
        subject = tuple(
            self._subject(f"{path}.{field}", kind, given.get(field)) for field, kind in verb.subject.items()
        )
        if not isinstance(columns, dict) or not all(isinstance(column, str) for column in columns):
            self._note(f"{path}.columns", phrase("must give every column a value, under its name"), columns)
            return None
        if len(self.problems) == before:
            self.problems += [self._placed(path, each) for each in bad_subjects(name, verb, subject)]
            self.problems += [self._placed(f"{path}.columns", each) for each in bad_columns(name, verb, columns)]
        return Step(name, subject, tuple(columns.items())) if len(self.problems) == before else None

    def _refuse_outside_columns(self, path: str, given: Mapping[Any, Any], verb: Verb) -> None:
        """Note what no step has; who writes by hand forgets that attributes and options stand below `columns`."""
        known = ("verb", *verb.subject, "columns")
        absent = [field for field in known if field not in given]
        missing = [field for field in absent if field in verb.subject and verb.subject[field] != "name or nothing"]
        for key in given:
            is_column = isinstance(key, str) and (verb.has_columns or key in verb.options)
            if key in known:
                continue
            if is_column and not (missing and _may_be_subject(key, given[key])) and nearest(key, absent) is None:
                example = f"columns: {{{key}: {given[key]}}}"
                self._note(
                    f"{path}.{key}", phrase("stands below columns, as in {example}", example=example), given[key]
                )
            else:
                self._refuse_strangers(f"{path}.", {key: given[key]}, known)

    def _subject(self, path: str, kind: SubjectKind, given: Any) -> Any:
        """Return what a step is about; a single name stands for a list of one."""
        if not isinstance(given, str) or kind not in ("names", "names or model"):
            return self._value(path, given)
        if kind == "names or model" and given in models_by_name():
            example = f"{{model: {given}}}"
            problem = phrase(
                "is a tie model, which is written as {example}; an actor of this name as [{name}]",
                example=example,
                name=given,
            )
            self._note(path, problem, given)
        return (given,)

    def _value(self, path: str, given: Any) -> Any:
        """Return the value as a step or a tie model holds it: lists as tuples, tie models made."""
        if isinstance(given, dict):
            if not all(isinstance(key, str) for key in given):
                self._note(path, phrase("must have names, which are text, before its values"), given)
                return None
            if isinstance(given.get("model"), str):
                return self._model(path, given)
            return frozen({key: self._value(f"{path}.{key}", own) for key, own in given.items()})
        if isinstance(given, list):
            return tuple(self._value(f"{path}[{place}]", each) for place, each in enumerate(given))
        if isinstance(given, float) and not math.isfinite(given):
            self._note(path, phrase("must be a finite number"), given)
        return given

    def _model(self, path: str, given: Mapping[str, Any]) -> Any:
        name, told = given["model"], given.get("fields", {})
        if not isinstance(told, dict):
            self._note(f"{path}.fields", phrase("must have names, which are text, before its values"), told)
            return None
        if name not in models_by_name():
            problem = phrase("is not a tie model; these are {models}", models=list(models_by_name()))
            self._note(f"{path}.model", problem, name, nearest(name, models_by_name()))
            return None
        before = len(self.problems)
        known = {field.name: field for field in fields(models_by_name()[name])}
        for key in (key for key in given if key not in ("model", "fields")):
            example = f"{{model: {name}, fields: {{{key}: {given[key]}}}}}"
            self._note(f"{path}.{key}", phrase("stands below fields, as in {example}", example=example), given[key])
        self._refuse_strangers(f"{path}.fields.", told, known)
        for field in known.values():
            if field.name not in told and field.default is MISSING and field.default_factory is MISSING:
                self._note(f"{path}.fields.{field.name}", phrase("is missing; {model} needs it", model=name), None)
        values = {field: self._value(f"{path}.fields.{field}", own) for field, own in told.items() if field in known}
        if len(self.problems) > before:
            return None
        return self._made(f"{path}.fields", name, values)

    def _made(self, path: str, name: str, values: Mapping[str, Any]) -> Any:
        """Return the tie model; one that is made of values that it cannot be made of is a problem of the document."""
        try:
            model = models_by_name()[name](**values)
            hash(model)
            model.assumption()
        except InputError as error:
            self.problems += [self._placed(path, each) for each in error.problems]
        except (TypeError, ValueError, AttributeError, KeyError) as error:
            self._note(
                path, phrase("do not make a tie model {model}: {reason}", model=name, reason=str(error)), dict(values)
            )
        else:
            return model
        return None

    def _refuse_strangers(self, path: str, given: Mapping[Any, Any], known: Iterable[str]) -> None:
        options = tuple(known)
        for key in given:
            if key not in options:
                problem = phrase("is unknown here; there are {options}", options=list(options))
                self._note(f"{path}{key}", problem, given[key], nearest(key, options))

    def _note(self, path: str, problem: Phrase, value: object, near: str | None = None) -> None:
        self.problems.append(Problem(problem, path or None, value=value, nearest=near, file=self.file))

    def _placed(self, path: str, problem: Problem) -> Problem:
        """Return the problem of a value as a problem of its place in the document."""
        place = f"{path}.{problem.column}" if problem.column else path
        return replace(problem, table=place, column=None, file=self.file)
