"""What a measure that is an object tells an answer beyond its value, and how it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from socluster.measures.shared.answers import Measure, Measures, named

if TYPE_CHECKING:
    from socluster.whatif.scenarios.prepared import Prepared
    from socluster.words import Phrase

__all__ = ["MeasureHooks", "are_simulated", "in_scenario", "left_out_by", "measure_notes"]


class MeasureHooks(Protocol):
    """What a measure may tell; whoever derives from it overrides what there is to say, and nothing else.

    A plain function has none of these, and need not. A user's own object may have any of them.
    """

    def notes(self) -> tuple[Phrase, ...]:
        """Return what an answer says of the values of the measure."""
        return ()

    @property
    def is_simulated(self) -> bool:
        """Whether a value is a mean of something simulated, so that it is not certain where no tie is drawn."""
        return False

    @property
    def looks_at_no_tie(self) -> bool:
        """Whether the value is the same whatever ties there are, so that it is asked once for all draws."""
        return False

    def _in_scenario(self, joined: frozenset[str]) -> Measure:
        """Return the measure of a cluster in which these have joined."""
        del joined  # most measures do not tell them from members
        measure: Any = self
        told: Measure = measure
        return told

    def _left_out(self, cluster: Any) -> tuple[Phrase, ...]:
        """Return which ties of a cluster the measure leaves out."""
        del cluster
        return ()


def measure_notes(measures: Measures) -> tuple[Phrase, ...]:
    """Return what measures say of their values."""
    found = [getattr(measure, "notes", None) for _, measure in named(measures)]
    return tuple(note for notes in found if callable(notes) for note in notes())


def are_simulated(measures: Measures) -> bool:
    """Whether a value is a mean of something that is simulated."""
    return any(getattr(measure, "is_simulated", False) is True for _, measure in named(measures))


def in_scenario(measures: list[tuple[str, Measure]], scenario: Prepared) -> list[tuple[str, Measure]]:
    """Return the measures, those that tell members from who joins (`Reach`) being told who has joined."""
    if not scenario.steps:
        return measures
    named_joining = {step.subject[0] for step in scenario.steps if step.verb == "with_actor"}
    joined = frozenset(named_joining) - set(scenario.cluster.ids if scenario.base is None else scenario.base.ids)
    return [
        (name, told(joined) if (told := getattr(measure, "_in_scenario", None)) is not None else measure)
        for name, measure in measures
    ]


def left_out_by(measure: Measure, cluster: Any) -> tuple[Phrase, ...]:
    """Return which ties of a cluster a measure leaves out (`Flow`: those that lead no client on)."""
    told = getattr(measure, "_left_out", None)
    return () if told is None else tuple(told(cluster))
