"""Scenarios of a file that are to fit a cluster: everything that is wrong in one list, in the order of the file.

Whoever mends a file by hand wants to see a misspelt verb of the first scenario and a misspelt name of the last at once.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from socluster.core.build import NO_ACTOR
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, SoclusterWarning, nearest
from socluster.measures.shared.network import one_mode
from socluster.whatif.scenarios.files import document_of, read_scenarios
from socluster.whatif.scenarios.scenario import Scenario

__all__ = ["scenarios_that_fit"]

_NAMED_IN = ("source", "target", "targets", "actors", "fields")  # of a step: whoever is named there must be there


def scenarios_that_fit(path: str | os.PathLike[str], cluster: Cluster) -> list[Scenario]:
    """Return the scenarios of a file, each of which can happen to the cluster.

    Parameters
    ----------
    path : str or path
        A file as `read_scenarios` takes it.
    cluster : Cluster
        What they are to happen to.

    Raises
    ------
    InputError
        With all problems of all scenarios, in the order of the file.

    Examples
    --------
    >>> import socluster as sc, tempfile
    >>> town = sc.load_dataset("florentine").layer("marriage")
    >>> wrong = [sc.Scenario(name).without_actor(name) for name in ("Medicii", "Pazzo")]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = sc.write_scenarios(wrong, f"{folder}/wrong.json")
    ...     try:
    ...         scenarios_that_fit(path, town)
    ...     except sc.InputError as error:
    ...         [(problem.value, problem.nearest) for problem in error.problems]
    [('Medicii', 'Medici'), ('Pazzo', 'Pazzi')]
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # whoever asks about them is warned then
        network = one_mode(cluster)
        try:
            scenarios = read_scenarios(path)
        except InputError as error:
            unknown = list(_unknown_names(path, network))
            raise InputError(sorted([*error.problems, *unknown], key=_place)) from error.__cause__
        problems = [problem for each in scenarios for problem in _problems_of(each, network)]
    if problems:
        raise InputError(problems)
    return scenarios


def _problems_of(scenario: Scenario, network: Cluster) -> tuple[Problem, ...]:
    try:
        scenario.prepare(network)
    except InputError as error:
        return error.problems
    return ()


def _unknown_names(path: str | os.PathLike[str], network: Cluster) -> Iterator[Problem]:
    """Yield whom the scenarios of a damaged document name, but neither the cluster nor the scenario knows."""
    try:
        document = document_of(path)
    except InputError:  # nobody can tell what is named in it
        return
    listed = document.get("scenarios", [document]) if isinstance(document, dict) else []
    several = isinstance(document, dict) and "scenarios" in document
    members = {str(each) for each in network.parts.labels}
    for place, scenario in enumerate(listed if isinstance(listed, list) else []):
        steps = scenario.get("steps") if isinstance(scenario, dict) else None
        steps = [each if isinstance(each, dict) else {} for each in steps] if isinstance(steps, list) else []
        known = members | {value for step in steps for value in _made_in(step)}
        for number, step in enumerate(steps):
            start = f"scenarios[{place}].steps[{number}]" if several else f"steps[{number}]"
            for key in _NAMED_IN:
                for name in _names(step.get(key)):
                    if name not in known:
                        near = nearest(name, known)
                        yield Problem(NO_ACTOR, f"{start}.{key}", value=name, nearest=near, file=str(path))


def _made_in(step: Mapping[str, Any]) -> list[str]:
    """Return the names that a step may bring into the cluster: all that it does not only point to."""
    return [value for key, value in step.items() if key not in _NAMED_IN and isinstance(value, str)]


def _names(given: Any) -> Iterator[str]:
    """Yield the actors that a part of a step names: itself, a list, or those of a tie model."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, list):
        yield from (each for each in given if isinstance(each, str))
    elif isinstance(given, dict):
        fields = given.get("fields")
        if isinstance(fields, dict):
            stated = fields.get("targets")
            yield from stated if isinstance(stated, dict) else ()
            yield from _names(fields.get("actor"))


def _place(problem: Problem) -> tuple[int, ...]:
    """Return where a problem stands in the file: of which scenario, in which step."""
    return tuple(int(each) for each in re.findall(r"\[(\d+)\]", problem.table or ""))
