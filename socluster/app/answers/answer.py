"""One question about a cluster, answered with plain values: what would change, which partner, who breaks what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from socluster.app.answers.change import change
from socluster.app.answers.choosing import plan, rank
from socluster.app.answers.leaving import losses
from socluster.app.answers.measured import measures
from socluster.app.answers.offered import services
from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, Problem, nearest

__all__ = ["KINDS", "answer"]

KINDS: Mapping[str, Callable[..., dict[str, Any]]] = MappingProxyType(
    {"change": change, "rank": rank, "plan": plan, "losses": losses, "measures": measures, "services": services}
)
_DRAWING = ("change", "rank", "plan")


def answer(cluster: Cluster, question: Mapping[str, Any], executor: Any = None, needs: Any = None) -> dict[str, Any]:
    """Return the answer to a question.

    Parameters
    ----------
    cluster : Cluster
        With its groups, if it has any.
    question : mapping
        Its `kind`, and what that kind takes:

        - `change`: `scenarios` (a list of names with steps, as `Scenario.to_json` writes them), `measures` (names),
          `draws`, `seed`, `null` (whether beside a random partner)
        - `rank`: `scenarios` (two or more), `goal` (a measure), `better` ("higher" or "lower"), `draws`, `seed`,
          `cost` (by name), `budget`
        - `plan`: the same, and `at_most`
        - `losses`: `order` (1 or 2)
        - `measures`: `measures` (names of measures by actor)
        - `services`: nothing more
    executor : object, optional
        Who computes the draws, as `Draws` takes it: a Dask client, for instance.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it; `services` says how much of it is met, and that is then a measure
        and a goal too (`coverage`; one for each unit, such as `coverage:hours`, if there are several).

    Returns
    -------
    dict
        Plain values that JSON can hold; numbers are raw, sentences are in both languages.

    Raises
    ------
    InputError
        If anything in the question is wrong, with its place; its problems can be told in both languages.

    Examples
    --------
    >>> import socluster as sc
    >>> steps = [{"verb": "without_actor", "actors": ["MAYR"]}]
    >>> question = {"kind": "change", "scenarios": [{"name": "no mayor", "steps": steps}], "measures": ["density"]}
    >>> found = answer(sc.load_dataset("knoke").layer("information"), question)
    >>> round(found["changes"]["no mayor"]["density"]["delta"], 3)
    -0.086
    """
    if not isinstance(question, Mapping):
        raise InputError(Problem("must be a question: names with values", value=type(question).__name__))
    kind = question.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise InputError(
            Problem(
                "must be one of these: {options}",
                column="kind",
                value=kind,
                nearest=nearest(str(kind), KINDS),
                values={"options": list(KINDS)},
            )
        )
    if kind in _DRAWING:
        return KINDS[kind](cluster, question, executor, needs)
    if kind == "services":
        return services(cluster, question, needs)
    return KINDS[kind](cluster, question)
