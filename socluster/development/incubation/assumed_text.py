"""Which assumptions an answer about incubation rests on, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.development.chains.units import span
from socluster.development.incubation.assumed import RANGES, quantity_name
from socluster.development.incubation.barriers import Barriers
from socluster.development.incubation.events import Event
from socluster.development.incubation.parameters import Incubation
from socluster.measures.services.offers import PROVIDES
from socluster.words import Language, marked, number, percent, say, value_name

__all__ = ["told_assumptions"]


def told_assumptions(
    cluster: Cluster,
    parameters: Incubation,
    barriers: Barriers,
    kinds: Mapping[str, int],
    drawn: Iterable[Event],
    language: Language,
) -> list[str]:
    """Return all that an answer rests on and nobody has observed.

    Parameters
    ----------
    cluster : Cluster
        Who is at the events.
    parameters, barriers : Incubation, Barriers
        What a meeting does, and what is in the way.
    kinds : mapping
        Number of events by kind.
    drawn : iterable of Event
        The events whose participants are drawn.
    language : {"en", "lt"}
        Language of the sentences.
    """
    return [
        *([_of_meetings(parameters, kinds, language)] if kinds else []),
        *_of_participants(drawn, language),
        _of_fading(parameters, language),
        _of_trust(parameters, language),
        *_of_barriers(cluster, barriers, language),
    ]


def _of_meetings(parameters: Incubation, kinds: Mapping[str, int], language: Language) -> str:
    told = {
        "formation": number(float(parameters.formation), language),
        "formation_range": _range("formation", language),
        "repeat": number(float(parameters.repeat), language),
        "repeat_range": _range("repeat", language),
        "meetings": _whom_one_meets(parameters, kinds, language),
    }
    return say(
        "Assumed: a first meeting leads to a tie with a probability of {formation} (plausible range {formation_range}),"
        " and each further meeting of the same two with {repeat} times the probability of the one before "
        "({repeat_range}); {meetings}.",
        language,
        **told,
    )


def _whom_one_meets(parameters: Incubation, kinds: Mapping[str, int], language: Language) -> str:
    if parameters.meet is not None:
        return say(
            "any two participants of an event meet with a probability of {chance}",
            language,
            chance=percent(parameters.meet, language),
        )
    met = {kind: parameters.met_by_each(kind) for kind in kinds}
    numbers = [f"{value_name('kind', kind, language)} {number(each, language)}" for kind, each in met.items() if each]
    if not numbers:
        return say("how many others each participant meets is stated with the events", language)
    return say(
        "how many others each participant meets, by kind of event: {numbers} (plausible range 4 to 20)",
        language,
        numbers=", ".join(numbers),
    )


def _of_participants(drawn: Iterable[Event], language: Language) -> list[str]:
    """Return how many organisations are at events of each kind, where the answer draws which ones they are."""
    kinds: dict[str, set[tuple[int, int | None]]] = {}
    for event in drawn:
        kinds.setdefault(event.kind, set()).add((event.number, event.capped))
    if not kinds:
        return []
    sizes = [
        f"{value_name('kind', kind, language)} {_size_of_event(*each, language)}"
        for kind, numbers in kinds.items()
        for each in sorted(numbers, key=lambda size: (size[0], size[1] or 0))
    ]
    template = marked(
        "Assumed: where nobody states who is at an event, its participants are drawn at random; organisations at each "
        "event: {sizes}."
    )
    return [say(template, language, sizes=", ".join(sizes))]


def _size_of_event(present: int, capped: int | None, language: Language) -> str:
    if capped is None:
        return number(present, language)
    return say(
        "{present} ({capped} assumed, capped at the number of actors)",
        language,
        present=number(present, language),
        capped=number(capped, language),
    )


def _of_fading(parameters: Incubation, language: Language) -> str:
    if parameters.half_life == float("inf"):
        return say("Assumed: no tie fades.", language)
    return say(
        "Assumed: of the ties that no meeting renews, half fade within {time} (plausible range {low} to {high}).",
        language,
        time=span(float(parameters.half_life), "year", language),
        low=span(RANGES["half_life"][0], "year", language),
        high=span(RANGES["half_life"][1], "year", language),
    )


def _of_trust(parameters: Incubation, language: Language) -> str:
    gain = percent(float(parameters.trust_gain), language)
    if is_number(parameters.trust):
        return say(
            "Assumed: trust is {trust} at the start, and each meeting adds {gain} of the trust that is still missing.",
            language,
            trust=number(float(parameters.trust), language),
            gain=gain,
        )
    return say(
        "Trust at the start is as stated; assumed: each meeting adds {gain} of the trust that is still missing.",
        language,
        gain=gain,
    )


def _of_barriers(cluster: Cluster, barriers: Barriers, language: Language) -> list[str]:
    sizes = {name: size for name, size in barriers.sizes.items() if size > 0}
    if not sizes:
        return [say("Assumed: no barriers.", language)]
    named = [f"{quantity_name(name, language)} {percent(size, language)}" for name, size in sizes.items()]
    said = [
        say(
            "Assumed: where a barrier applies, it blocks this share of the chances of a tie: {barriers} (plausible "
            "range 0 to 70%).",
            language,
            barriers="; ".join(named),
        )
    ]
    if "experience" in sizes and barriers.experienced is None:
        said.append(say("Assumed: only actors who have a tie in the data have experience of cooperation.", language))
    if "attitudes" in sizes and barriers.negative is None:
        said.append(say("Assumed: negative attitudes exist only between actors of different sectors.", language))
    if "competition" in sizes and barriers.overlap is None and PROVIDES not in cluster.layers:
        said.append(say("No actor's services are known, so competition blocks nothing here.", language))
    return said


def _range(name: str, language: Language) -> str:
    low, high = RANGES[name]
    return say("{low} to {high}", language, low=number(low, language), high=number(high, language))
