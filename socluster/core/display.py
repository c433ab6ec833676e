"""How a cluster introduces itself: who is in it, how they are tied, by what right one may say so."""

from __future__ import annotations

import numpy as np

from socluster.core.described import info_text
from socluster.core.parts import Parts
from socluster.words import Language, count, counted, number, say, value_name
from socluster.words.plain import plain

__all__ = ["card", "sentence"]


def sentence(parts: Parts, fingerprint: str, language: Language = "en") -> str:
    """Return the one-line description."""
    answers = ", ".join(text for _, text in _answers(parts, language))
    if not parts.name:
        return say(
            "<Cluster: {answers}, fingerprint {fingerprint}>", language, answers=answers, fingerprint=fingerprint
        )
    return say(
        "<Cluster '{name}': {answers}, fingerprint {fingerprint}>",
        language,
        name=parts.name,
        answers=answers,
        fingerprint=fingerprint,
    )


def card(parts: Parts, fingerprint: str, language: Language = "en") -> str:
    """Return the description as a small HTML table."""
    import html  # few ask, and not while it loads

    rows = [*_answers(parts, language), (say("fingerprint", language), fingerprint)]
    told = ("boundary", "source", "licence")
    known = [(key, info_text(parts.info, key, language)) for key in told if key in parts.info]
    rows += [(value_name("info", key, language), text) for key, text in known if text]
    body = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{html.escape(plain(key))}</th>"
        f"<td style='text-align:left'>{html.escape(plain(value))}</td></tr>"
        for key, value in rows
    )
    title = say("Cluster {name}", language, name=parts.name or "").strip()
    return f"<table><caption><b>{html.escape(plain(title))}</b></caption>{body}</table>"


def _answers(parts: Parts, language: Language) -> list[tuple[str, str]]:
    """Answer the first four questions: which actors, which ties, which groups, on what ground."""
    answers = [
        (say("actors", language, context="table"), _actors(parts, language)),
        (say("ties", language, context="table"), _ties(parts, language)),
    ]
    if parts.group_labels:
        answers.append((say("affiliations", language, context="table"), _affiliations(parts, language)))
    evidence = _evidence(parts, language)
    return [*answers, (say("evidence", language, context="column"), evidence)] if evidence else answers


def _actors(parts: Parts, language: Language) -> str:
    sectors = _counts("sector", parts.actors["sector"].objects(), language)
    return count("{n} actor", "{n} actors", len(parts.labels), language) + (f" ({sectors})" if sectors else "")


def _ties(parts: Parts, language: Language) -> str:
    if not len(parts.ties):
        return say("no ties", language)
    described = []
    for code in np.unique(parts.ties.layer):
        layer = parts.layers[code]
        values = {
            "n": number(int(np.count_nonzero(parts.ties.layer == code)), language),
            "layer": value_name("layer", layer.name, language),
        }
        if layer.directed:
            described.append(say("{n} {layer}, directed", language, **values))
        else:
            described.append(say("{n} {layer}, undirected", language, **values))
    tied = np.union1d(parts.ties.source, parts.ties.target)
    isolates = len(parts.labels) - len(tied)
    text = f"{count('{n} tie', '{n} ties', len(parts.ties), language)} ({'; '.join(described)})"
    return text + (f", {count('{n} isolate', '{n} isolates', isolates, language)}" if isolates else "")


def _affiliations(parts: Parts, language: Language) -> str:
    links = parts.affiliations
    layers = ", ".join(value_name("layer", parts.layer_names[code], language) for code in np.unique(links.layer))
    groups = counted("{n} group", "{n} groups", len(parts.group_labels), context="affiliations with")
    text = count("{n} affiliation with {groups}", "{n} affiliations with {groups}", len(links), language, groups=groups)
    return text + (f" ({layers})" if layers else "")


def _evidence(parts: Parts, language: Language) -> str:
    """Return on what ground ties stand and, apart from them, affiliations."""
    ties = _counts("evidence", parts.ties.rest["evidence"].objects(), language)
    affiliations = _counts("evidence", parts.affiliations.rest["evidence"].objects(), language)
    if ties and affiliations:
        return say("ties: {ties}; affiliations: {affiliations}", language, ties=ties, affiliations=affiliations)
    return ties or affiliations


def _counts(column: str, words: list[str | None], language: Language) -> str:
    """Return how often each value of a column occurs, the most frequent first."""
    counts = {word: words.count(word) for word in dict.fromkeys(words) if word is not None}
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return ", ".join(
        say("{n} {value}", language, n=number(n, language), value=value_name(column, word, language))
        for word, n in ordered
    )
