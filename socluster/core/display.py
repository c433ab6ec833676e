"""How a cluster introduces itself: who is in it, how they are tied, by what right one may say so."""

from __future__ import annotations

import html

import numpy as np

from socluster.core.parts import Parts

__all__ = ["card", "sentence"]


def sentence(parts: Parts, fingerprint: str) -> str:
    """Return the one-line description."""
    name = f" {parts.name!r}" if parts.name else ""
    return f"<Cluster{name}: " + ", ".join(text for _, text in _answers(parts)) + f", fingerprint {fingerprint}>"


def card(parts: Parts, fingerprint: str) -> str:
    """Return the description as a small HTML table."""
    rows = [*_answers(parts), ("fingerprint", fingerprint)]
    rows += [(key, parts.info[key]) for key in ("boundary", "source", "licence") if key in parts.info]
    body = "".join(
        f"<tr><th style='text-align:left;vertical-align:top'>{html.escape(key)}</th>"
        f"<td style='text-align:left'>{html.escape(value)}</td></tr>"
        for key, value in rows
    )
    return f"<table><caption><b>Cluster {html.escape(parts.name or '')}</b></caption>{body}</table>"


def _answers(parts: Parts) -> list[tuple[str, str]]:
    """Answer the first four questions: which actors, which ties, which groups, on what ground."""
    answers = [("actors", _actors(parts)), ("ties", _ties(parts))]
    if parts.group_labels:
        answers.append(("affiliations", _affiliations(parts)))
    evidence = _evidence(parts)
    return [*answers, ("evidence", evidence)] if evidence else answers


def _actors(parts: Parts) -> str:
    sectors = _counts(parts.actors["sector"].objects())
    return _number(len(parts.labels), "actor") + (f" ({sectors})" if sectors else "")


def _ties(parts: Parts) -> str:
    if not len(parts.ties):
        return "no ties"
    described = []
    for code in np.unique(parts.ties.layer):
        layer = parts.layers[code]
        count = np.count_nonzero(parts.ties.layer == code)
        described.append(f"{count} {layer.name}, {'directed' if layer.directed else 'undirected'}")
    tied = np.union1d(parts.ties.source, parts.ties.target)
    isolates = len(parts.labels) - len(tied)
    text = f"{_number(len(parts.ties), 'tie')} ({'; '.join(described)})"
    return text + (f", {_number(isolates, 'isolate')}" if isolates else "")


def _affiliations(parts: Parts) -> str:
    links = parts.affiliations
    layers = ", ".join(parts.layer_names[code] for code in np.unique(links.layer))
    text = f"{_number(len(links), 'affiliation')} with {_number(len(parts.group_labels), 'group')}"
    return text + (f" ({layers})" if layers else "")


def _evidence(parts: Parts) -> str:
    words = parts.ties.rest["evidence"].objects() + parts.affiliations.rest["evidence"].objects()
    return _counts(words)


def _counts(words: list[str | None]) -> str:
    counts = {word: words.count(word) for word in dict.fromkeys(words) if word is not None}
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    return ", ".join(f"{count} {word}" for word, count in ordered)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
