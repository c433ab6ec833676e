"""How a cluster introduces itself: who is in it, how they are tied, by what right one may say so."""

from __future__ import annotations

import html

import numpy as np

from socluster.core.parts import Parts
from socluster.words import Language, count, say, value_name

__all__ = ["card", "sentence"]


def sentence(parts: Parts, fingerprint: str, language: Language = "en") -> str:
    """Return the one-line description."""
    told = ", ".join([*(text for _, text in _answers(parts, language)), _stamp(fingerprint, language)])
    if parts.name:
        return "<" + say("Cluster '{name}': {description}", language, name=parts.name, description=told) + ">"
    return "<" + say("Cluster: {description}", language, description=told) + ">"


def card(parts: Parts, fingerprint: str, language: Language = "en") -> str:
    """Return the description as a small HTML table."""
    rows = [*_answers(parts, language), (say("fingerprint", language), fingerprint)]
    about = {
        "boundary": say("boundary", language),
        "source": say("source", language, context="card"),
        "licence": say("licence", language),
    }
    rows += [(word, parts.info[key]) for key, word in about.items() if key in parts.info]
    body = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{html.escape(word)}</th>"
        f"<td style='text-align:left'>{html.escape(value)}</td></tr>"
        for word, value in rows
    )
    title = html.escape(say("Cluster {name}", language, name=parts.name or "").strip())
    return f"<table><caption><b>{title}</b></caption>{body}</table>"


def _stamp(fingerprint: str, language: Language) -> str:
    return say("fingerprint {fingerprint}", language, fingerprint=fingerprint)


def _answers(parts: Parts, language: Language) -> list[tuple[str, str]]:
    """Answer the first four questions: which actors, which ties, which groups, on what evidence."""
    answers = [(say("actors", language), _actors(parts, language)), (say("ties", language), _ties(parts, language))]
    if parts.group_labels:
        answers.append((say("affiliations", language), _affiliations(parts, language)))
    evidence = _evidence(parts, language)
    return [*answers, (say("evidence", language), evidence)] if evidence else answers


def _actors(parts: Parts, language: Language) -> str:
    actors = count("{n} actor", "{n} actors", len(parts.labels), language)
    sectors = _counts("sector", parts.actors["sector"].objects(), language)
    return f"{actors} ({sectors})" if sectors else actors


def _ties(parts: Parts, language: Language) -> str:
    if not len(parts.ties):
        return say("no ties", language)
    described = []
    for code in np.unique(parts.ties.layer):
        layer = parts.layers[code]
        n, name = int(np.count_nonzero(parts.ties.layer == code)), value_name("layer", layer.name, language)
        if layer.directed:
            described.append(say("{n} {layer}, directed", language, n=n, layer=name))
        else:
            described.append(say("{n} {layer}, undirected", language, n=n, layer=name))
    isolates = len(parts.labels) - len(np.union1d(parts.ties.source, parts.ties.target))
    text = count("{n} tie", "{n} ties", len(parts.ties), language) + f" ({'; '.join(described)})"
    return text + (", " + count("{n} isolate", "{n} isolates", isolates, language) if isolates else "")


def _affiliations(parts: Parts, language: Language) -> str:
    links = parts.affiliations
    layers = ", ".join(value_name("layer", parts.layer_names[code], language) for code in np.unique(links.layer))
    text = say(
        "{affiliations} with {groups}",
        language,
        affiliations=count("{n} affiliation", "{n} affiliations", len(links), language),
        groups=count("{n} group", "{n} groups", len(parts.group_labels), language),
    )
    return text + (f" ({layers})" if layers else "")


def _evidence(parts: Parts, language: Language) -> str:
    words = parts.ties.rest["evidence"].objects() + parts.affiliations.rest["evidence"].objects()
    return _counts("evidence", words, language)


def _counts(column: str, words: list[str | None], language: Language) -> str:
    counts = {word: words.count(word) for word in dict.fromkeys(words) if word is not None}
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    names = [(value_name(column, word, language), times) for word, times in ordered]
    return ", ".join(say("{n} {word}", language, n=times, word=name) for name, times in names)
