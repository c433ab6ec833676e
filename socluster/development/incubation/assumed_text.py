"""Which assumptions an answer about incubation rests on, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from socluster.core.arguments import is_number
from socluster.core.cluster import Cluster
from socluster.development.chains.units import span
from socluster.development.incubation.assumed import RANGES, quantity_name
from socluster.development.incubation.barriers import Barriers
from socluster.development.incubation.parameters import Incubation
from socluster.measures.services.offers import PROVIDES
from socluster.words import Language, count, number, percent, say, value_name

__all__ = ["told_assumptions"]


def told_assumptions(
    cluster: Cluster,
    parameters: Incubation,
    barriers: Barriers,
    kinds: Mapping[str, int],
    drawn: int,
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
    drawn : int
        How many events there are whose participants are drawn.
    language : {"en", "lt"}
        Language of the sentences.
    """
    said = [_of_meetings(parameters, kinds, language)] if kinds else []
    if drawn:
        said.append(
            count(
                "Assumed: at {n} event, so many organisations are there, drawn from those who may be.",
                "Assumed: at {n} events, so many organisations are there, drawn from those who may be.",
                drawn,
                language,
            )
        )
    return [
        *said,
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
        "Assumed: a first meeting makes a tie with a chance of {formation} ({formation_range} may be), each further "
        "one of the same two with {repeat} times the one before ({repeat_range}); {meetings}.",
        language,
        **told,
    )


def _whom_one_meets(parameters: Incubation, kinds: Mapping[str, int], language: Language) -> str:
    if parameters.meet is not None:
        return say(
            "two who are there meet with a chance of {chance}", language, chance=percent(parameters.meet, language)
        )
    met = {kind: parameters.met_by_each(kind) for kind in kinds}
    numbers = [f"{value_name('kind', kind, language)} {number(each, language)}" for kind, each in met.items() if each]
    if not numbers:
        return say("whom each meets stands with the events", language)
    return say("each who is there meets so many others: {numbers} (4 to 20)", language, numbers=", ".join(numbers))


def _of_fading(parameters: Incubation, language: Language) -> str:
    if parameters.half_life == float("inf"):
        return say("Assumed: no tie fades.", language)
    return say(
        "Assumed: of ties whose ends did not meet, half fade in {time} ({low} to {high} may be).",
        language,
        time=span(float(parameters.half_life), "year", language),
        low=span(RANGES["half_life"][0], "year", language),
        high=span(RANGES["half_life"][1], "year", language),
    )


def _of_trust(parameters: Incubation, language: Language) -> str:
    gain = percent(float(parameters.trust_gain), language)
    if is_number(parameters.trust):
        return say(
            "Assumed: trust is {trust} in the beginning, and a meeting brings {gain} of what is missing.",
            language,
            trust=number(float(parameters.trust), language),
            gain=gain,
        )
    return say(
        "Trust in the beginning is as stated; assumed: a meeting brings {gain} of what is missing.", language, gain=gain
    )


def _of_barriers(cluster: Cluster, barriers: Barriers, language: Language) -> list[str]:
    sizes = {name: size for name, size in barriers.sizes.items() if size > 0}
    if not sizes:
        return [say("Assumed: no barriers.", language)]
    named = [f"{quantity_name(name, language)} {percent(size, language)}" for name, size in sizes.items()]
    said = [
        say(
            "Assumed: barriers block these shares of the chances where they are at work: {barriers} (0 to 70% may be).",
            language,
            barriers="; ".join(named),
        )
    ]
    if "experience" in sizes and barriers.experienced is None:
        said.append(say("Assumed: experienced is who has a tie in the data, and nobody else.", language))
    if "attitudes" in sizes and barriers.negative is None:
        said.append(say("Assumed: negative attitudes are at work between sectors, and nowhere else.", language))
    if "competition" in sizes and barriers.overlap is None and PROVIDES not in cluster.layers:
        said.append(say("Nobody's services are known, so that competition blocks nothing here.", language))
    return said


def _range(name: str, language: Language) -> str:
    low, high = RANGES[name]
    return say("{low} to {high}", language, low=number(low, language), high=number(high, language))
