"""Files of scenarios: read without trust, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from socluster.core.checked import checked
from socluster.core.errors import InputError, Problem, nearest
from socluster.core.paths import file_of, path_of
from socluster.core.whole import write_text
from socluster.io.tables.text_encoding import decode
from socluster.whatif.scenarios import text as scenario_text
from socluster.whatif.scenarios.document import Form, load
from socluster.whatif.scenarios.questions import Questions, questions_in
from socluster.whatif.scenarios.scenario import Scenario

__all__ = ["document_of", "questions_of", "read_scenarios", "write_scenarios"]

_FORMS: dict[str, Form] = {".json": "json", ".yaml": "yaml", ".yml": "yaml"}


@checked
def read_scenarios(path: str | os.PathLike[str]) -> list[Scenario]:
    """Read the scenarios that a file holds, one or several.

    A file holds plain values only: nothing in it can make Python do anything. Ties come from the models of
    `socluster.ties`, by name.

    Parameters
    ----------
    path : str or path
        A `.json`, `.yaml` or `.yml` file, written by `write_scenarios`, by `Scenario.to_json` or `to_yaml`, or by hand.

    Returns
    -------
    list of Scenario

    Raises
    ------
    InputError
        If there is no such file, or anything in it is wrong; every problem is named with its place in the document, as
        in ``scenarios[0].steps[2].columns.layer``.

    Examples
    --------
    >>> import socluster as sc, tempfile
    >>> hub = sc.Scenario("hub").with_actor("hub", sector="public").with_ties("hub", sc.ties.Rates(), layer="referral")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_scenarios([hub, hub.without_actor("Clinic").named("instead")], f"{folder}/hub.json")
    ...     read_scenarios(path)[0] == hub
    True
    """
    text, form = _content(path)
    return [Scenario(name, steps=steps) for name, steps in scenario_text.read_many(text, form, str(path))]


def document_of(path: str | os.PathLike[str]) -> Any:
    """Return what a file holds as plain values, whether or not these are scenarios.

    Raises
    ------
    InputError
        If there is no such file, or it is no JSON or YAML.
    """
    text, form = _content(path)
    return load(text, form, str(path))


def questions_of(path: str | os.PathLike[str]) -> Questions:
    """Return what was asked of the scenarios of a file; nothing where the file does not hold it.

    Raises
    ------
    InputError
        If there is no such file, it is no JSON or YAML, or anything in what was asked is wrong, with its place.
    """
    document = document_of(path)
    found, problems = questions_in(document.get("questions") if isinstance(document, dict) else None)
    if problems:
        raise InputError([replace(each, file=str(path)) for each in problems])
    return found


def _content(path: str | os.PathLike[str]) -> tuple[str, Form]:
    form = _form(path_of(path))
    source = file_of(path)
    try:
        data = source.read_bytes()
    except OSError as error:
        reason = {"reason": error.strerror or str(error)}
        raise InputError(Problem("cannot be read: {reason}", file=str(path), values=reason)) from error
    return decode(data, str(path)), form


@checked
def write_scenarios(scenarios: Scenario | Iterable[Scenario], path: str | os.PathLike[str]) -> Path:
    """Write scenarios to a file, whole or not at all.

    Parameters
    ----------
    scenarios : Scenario or iterable of Scenario
        What to write.
    path : str or path
        Where to: a `.json`, `.yaml` or `.yml` file. An existing file is replaced only when everything is written.

    Returns
    -------
    pathlib.Path
        Where it was written.

    Raises
    ------
    InputError
        If the place cannot be written to, something is no scenario, or one holds a tie model of your own.
    """
    target = path_of(path)
    form = _form(target)
    listed: list[Any] = [scenarios] if isinstance(scenarios, Scenario) else list(scenarios)
    strangers = [each for each in listed if not isinstance(each, Scenario)]
    if strangers:
        raise InputError([Problem("is not a Scenario", value=each) for each in strangers])
    text = scenario_text.written_together([(each.name, each.steps) for each in listed], form)
    write_text(target, text)
    return target


def _form(path: Path) -> Form:
    suffix = path.suffix.casefold()
    if suffix not in _FORMS:
        raise InputError(
            Problem(
                "the format '{suffix}' is not known; scenarios are kept in {known}",
                file=str(path),
                nearest=nearest(suffix, _FORMS),
                values={"suffix": suffix, "known": list(_FORMS)},
            )
        )
    return _FORMS[suffix]
