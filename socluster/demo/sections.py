"""The page of the demonstration, section by section."""

from __future__ import annotations

from socluster.core.described import info_text
from socluster.demo.study import ROUND_TABLE, DemoResults
from socluster.demo.tables import brokers, comparison, most_central, movers, named
from socluster.plot import dumbbell, network, positions
from socluster.report import Section
from socluster.words import Language, counted, measure_name, say

__all__ = ["sections"]


def sections(results: DemoResults, language: Language, draws: int, seed: int) -> list[Section]:
    """Return what the page shows, from what is documented to the answered what-if."""
    return [
        _documented(results, language),
        _one_event(results, language),
        _central(results, language),
        _brokers(results, language),
        _what_if(results, language, draws),
        _movers(results, language),
        _ground(results, language, draws, seed),
    ]


def _documented(results: DemoResults, language: Language) -> Section:
    region = results.region
    text = say(
        "Public reports name {organisations} at {events} around the care reform: {attendances}. They say who was "
        "there, not who works with whom, and they are incomplete. No tie between two organisations is documented; "
        "every one below follows from a shared event or from a stated model.",
        language,
        organisations=counted("{n} organisation", "{n} organisations", region.n_actors),
        events=counted("{n} event", "{n} events", region.n_groups),
        attendances=counted("{n} attendance", "{n} attendances", region.n_affiliations),
    )
    caption = say("Organisations and the events at which they were named.", language)
    return Section(say("What is documented", language), [text, (network(region, language=language), caption)])


def _one_event(results: DemoResults, language: Language) -> Section:
    text = say(
        "Projecting the round table alone gives a warning: {warning}. With all of its 34 participants it would be 561 "
        "pairs and a density of 1: no information at all.",
        language,
        warning=results.clique_warning.in_language(language),
        event=ROUND_TABLE,
    )
    return Section(say("Why one event is not enough", language), [text])


def _central(results: DemoResults, language: Language) -> Section:
    text = say(
        "All eight events together tie {pairs} of organisations that were named at the same event. Betweenness counts "
        "shortest paths that run through an organisation; constraint is high where all contacts know each other.",
        language,
        pairs=counted("{n} pair", "{n} pairs", results.network.n_ties),
    )
    size, places = results.profile["betweenness"], positions(results.after)
    picture = network(results.network, size=size, layout=places, language=language)
    caption = say(
        "Organisations that were named at the same event, from which their ties are derived. The larger, the higher "
        "the betweenness.",
        language,
    )
    table = named(most_central(results.profile), results.region, language)
    heading = say("The ten most central by betweenness.", language)
    return Section(say("Who is central", language), [text, (picture, caption), (table, heading)])


def _brokers(results: DemoResults, language: Language) -> Section:
    text = say(
        "A broker ties two organisations that share no event. Gould and Fernandez tell five roles apart by level "
        "(national, regional, local): a coordinator brokers within its own level, an itinerant broker within another, "
        "representatives and gatekeepers between their own and another (without direction the two are equal), a "
        "liaison between two others.",
        language,
    )
    table = named(brokers(results.roles), results.region, language)
    heading = say("Brokerage roles by level; organisations that broker nothing are left out.", language)
    return Section(say("Who brokers between levels", language), [text, (table, heading)])


def _what_if(results: DemoResults, language: Language, draws: int) -> Section:
    text = say(
        "The round table named the shortage of psychologists as an especially acute problem of the district. Whom such "
        "a hub would work with is not known. So its ties are drawn from a stated model ({draws}), and each answer is a "
        "distribution.",
        language,
        draws=counted("{n} draw", "{n} draws", draws),
    )
    intervals = say("Differences to the cluster without the hub.", language)
    after = say("The cluster with the hub. Its ties are simulated: each is only as likely as the model says.", language)
    return Section(
        say("What if a psychologist hub joined in Kelmė?", language),
        [
            text,
            results.outcome.sentences(language)[1:],
            (results.outcome.plot(language=language), intervals),
            (network(results.after, layout=positions(results.after), language=language), after),
            (comparison(results.outcome.to_frame(), language), say("All numbers of the comparison.", language)),
        ],
    )


def _movers(results: DemoResults, language: Language) -> Section:
    text = say(
        "Betweenness before and after (medians over the draws), for the organisations with the widest range of "
        "outcomes.",
        language,
    )
    picture = dumbbell(movers(results, language), label=measure_name("betweenness", language), language=language)
    caption = say("Betweenness before and after; medians, with the interval after.", language)
    return Section(say("Who would be passed by, who would gain", language), [text, (picture, caption)])


def _ground(results: DemoResults, language: Language, draws: int, seed: int) -> Section:
    region = results.region
    stamp = say(
        "Fingerprint of the documented cluster: {fingerprint}. Seed {seed}, {draws}.",
        language,
        fingerprint=region.fingerprint,
        seed=seed,
        draws=counted("{n} draw", "{n} draws", draws),
    )
    sources = say("Sources: {source}", language, source=info_text(region.info, "source", language) or "")
    return Section(say("Sources and how to make it again", language), [sources, stamp])
