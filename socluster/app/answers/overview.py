"""All that the page shows of a cluster before anything is asked: picture, attributes, findings, doubts."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from socluster.app.answers.checked import groups_read
from socluster.app.answers.findings import findings_of
from socluster.app.answers.leaving import losses_as_told
from socluster.app.answers.measures import USUAL, measures_of
from socluster.app.answers.needed import met_measures
from socluster.app.answers.offered import services_in_view
from socluster.app.answers.places import WIDTH, Places, places_of
from socluster.app.answers.plain import in_both, plain
from socluster.core.cluster import Cluster
from socluster.core.data_notes import data_notes
from socluster.core.described import info_text
from socluster.core.errors import SoclusterWarning
from socluster.measures.centrality.degree import degree
from socluster.measures.services.offers import SERVICE
from socluster.plot.clusters.marks import names_of, short_names
from socluster.plot.style import MISSING_LOOK
from socluster.plot.svg.marks import Looks, looks_of
from socluster.report.content import carries
from socluster.report.facts import Facts
from socluster.words import Language, column_name, count, value_name
from socluster.words.plain import on_page

__all__ = ["COLUMNS", "overview"]

COLUMNS = ("sector", "level", "kind", "place")  # by which the page filters, and which a partner may have
_MOST_LETTERS = 200  # of a name as it is shown
_MOST_VALUES = 60  # of a column that is offered in a list
_MOST_FINDINGS = 500  # actors, up to whom losses and cohesion are looked at before anybody asks
_QUICK = 120  # actors, up to whom many draws take hardly longer than few, well below a second
_MANY, _FEW = 1000, 200  # draws of a question, unless the visitor says how many
_VERMILION, _BROWN = "#D55E00", "#6d4c41"  # vermilion means what-if and nothing else


def overview(cluster: Cluster, needs: Any = None) -> dict[str, Any]:
    """Return what the page shows of a cluster, every text in both languages.

    Parameters
    ----------
    cluster : Cluster
        With its groups, if it has any.
    needs : DataFrame or mapping, optional
        What is needed where, as `coverage` takes it.

    Returns
    -------
    dict
        Plain values that JSON can hold: `actors`, `groups` and `links` with places in pixels, `layers`, `columns`,
        `looks`, `findings`, `losses` (of one at a time; None of a large cluster), `services`, `groupsRead`,
        `carries` (how far it carries), `about`, `understood`, `doubts`, `measures`, `draws` (of a first question).

    Raises
    ------
    InputError
        If there are more actors than a picture can show.

    Examples
    --------
    >>> import socluster as sc
    >>> shown = overview(sc.load_dataset("siauliai"))
    >>> len(shown["actors"]), len(shown["groups"]), shown["isAttendance"]
    (38, 8, True)
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)  # what they say stands among the doubts
        found = Facts(cluster, (), (), "en", has_pictures=False)
        english = _findings(found)
        facts: dict[Language, Facts] = {"en": found, "lt": found.in_language("lt")}
        column = found.color
        looks = in_both(lambda language: looks_of(cluster.actors, column, language))
        places = places_of(cluster, looks["en"])
        network = found.network
        return {
            "name": _one_line(cluster.name),
            "title": in_both(lambda language: _title(cluster, language)),
            "fingerprint": cluster.fingerprint,
            "about": in_both(lambda language: _about(cluster, language)),
            "isAttendance": bool(places.groups),
            "isProjected": found.is_projected,
            "isDirected": bool(network.layers) and any(layer.directed for layer in network.layers.values()),
            "width": WIDTH,
            "height": places.height,
            "bands": [{"top": band.top, "actors": band.n_actors} for band in places.bands],
            "actors": _actors(cluster, network, places, looks["en"]),
            "groups": _groups(cluster, places),
            **_links(cluster, places),
            "columns": _columns(cluster.actors),
            "looks": _looks(column, looks, cluster.actors),
            "tieLayers": [_layer(name, network) for name in network.tie_layers],
            "findings": {"en": english, "lt": _findings(facts["lt"])},
            "losses": losses_as_told(found.losses) if cluster.n_actors <= _MOST_FINDINGS else None,
            "services": services_in_view(cluster, needs),
            "groupsRead": groups_read(cluster, needs),
            "carries": in_both(lambda language: carries(facts[language])),
            "isUncertain": network.n_uncertain > 0,
            "understood": in_both(lambda language: cluster.summary(language).strip("<>")),
            "doubts": in_both(lambda language: _doubts(facts[language])),
            "measures": measures_of(cluster, needs),
            "usual": [*USUAL, *met_measures(needs)],
            "draws": _MANY if cluster.n_actors <= _QUICK else _FEW,
        }


def _one_line(text: Any) -> str:
    """Return a text as it is shown: in one line, without what turns other text, and not endless."""
    line = re.sub(r"\s+", " ", on_page(text or "")).strip()
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1]}…"


def _title(cluster: Cluster, language: Language) -> str:
    return _one_line(info_text(cluster.info, "title", language) or cluster.name)


def _one_line_each(texts: Iterable[Any]) -> list[str]:
    return [_one_line(text) for text in texts]


def _about(cluster: Cluster, language: Language) -> str:
    said = [count("{n} actor", "{n} actors", cluster.n_actors, language)]
    if cluster.n_groups:
        said.append(count("{n} group", "{n} groups", cluster.n_groups, language))
    if cluster.n_ties:
        said.append(count("{n} tie", "{n} ties", cluster.n_ties, language))
    if cluster.n_affiliations:
        n = cluster.n_affiliations
        said.append(count("{n} membership or attendance", "{n} memberships or attendances", n, language))
    return ", ".join(said)


def _actors(cluster: Cluster, network: Cluster, places: Places, looks: Looks) -> list[dict[str, Any]]:
    frame = cluster.actors
    ids = frame.index.astype(str).tolist()
    names = in_both(lambda language: _one_line_each(names_of(frame, language)))
    short = in_both(lambda language: _one_line_each(short_names(frame, language)))
    partners = np.nan_to_num(degree(network, normalized=False).to_numpy(float)) if ids else np.zeros(0)
    entry = {look: place for place, (_, look) in enumerate(looks.entries)}
    columns = {column: frame[column].tolist() for column in COLUMNS if column in frame}
    return [
        {
            "id": actor,
            "name": {language: names[language][at] for language in names},
            "short": {language: short[language][at] for language in short},
            "x": round(places.actors[actor][0], 1),
            "y": round(places.actors[actor][1], 1),
            "side": places.actors[actor][2],
            "look": entry.get(looks.of_actor[actor], -1),
            "partners": float(partners[at]),
            **{column: _text(values[at]) for column, values in columns.items()},
        }
        for at, actor in enumerate(ids)
    ]


def _text(value: Any) -> str | None:
    shown = plain(value)
    return None if shown is None else str(shown)


def _groups(cluster: Cluster, places: Places) -> list[dict[str, Any]]:
    frame = cluster.groups
    names = in_both(lambda language: _one_line_each(names_of(frame, language)))
    short = in_both(lambda language: _one_line_each(short_names(frame, language)))
    kinds = frame["kind"].tolist() if "kind" in frame else [None] * len(frame)
    table = cluster.affiliations
    layer = dict(zip(table["group"].astype(str), table["layer"].astype(str), strict=True))
    return [
        {
            "id": group,
            "name": {language: names[language][at] for language in names},
            "short": {language: short[language][at] for language in short},
            "layer": layer.get(group),
            "isService": kinds[at] == SERVICE,
            "x": round(places.groups[group][0], 1),
            "y": round(places.groups[group][1], 1),
        }
        for at, group in enumerate(frame.index.astype(str))
        if group in places.groups
    ]


def _links(cluster: Cluster, places: Places) -> dict[str, Any]:
    """Return what is drawn between them as (from, to, layer, evidence, confidence): numbers of places in the lists."""
    if places.groups:
        table, ends = cluster.affiliations, ("actor", "group")
        last = {group: at for at, group in enumerate(g for g in cluster.groups.index.astype(str) if g in places.groups)}
    else:
        table, ends = cluster.ties, ("source", "target")
        last = {actor: at for at, actor in enumerate(cluster.actors.index.astype(str))}
    first = {actor: at for at, actor in enumerate(cluster.actors.index.astype(str))}
    layers = list(dict.fromkeys(table["layer"].astype(str)))
    kinds = list(dict.fromkeys(table["evidence"].astype(str)))
    sure = table["confidence"].to_numpy(float) if "confidence" in table else np.ones(len(table))
    links = [
        [first[source], last[target], layers.index(layer), kinds.index(kind), round(float(confidence), 3)]
        for source, target, layer, kind, confidence in zip(
            table[ends[0]].astype(str),
            table[ends[1]].astype(str),
            table["layer"].astype(str),
            table["evidence"].astype(str),
            sure,
            strict=True,
        )
    ]
    return {
        "links": links,
        "layers": [_layer(name, cluster) for name in layers],
        "evidence": [{"id": kind, "name": _value("evidence", kind)} for kind in kinds],
    }


def _layer(name: str, cluster: Cluster) -> dict[str, Any]:
    layer = cluster.layers.get(name)
    return {"id": name, "name": _value("layer", name), "meaning": layer.meaning if layer and layer.meaning else ""}


def _value(column: str, value: str) -> dict[str, str]:
    return in_both(lambda language: value_name(column, value, language))


def _columns(actors: pd.DataFrame) -> list[dict[str, Any]]:
    found = []
    for column in COLUMNS:
        if column not in actors or not actors[column].notna().any():
            continue
        counts = actors[column].dropna().astype(str).value_counts()
        values = sorted(counts.index[:_MOST_VALUES]) if column == "place" else counts.index[:_MOST_VALUES].tolist()
        found.append(
            {
                "id": column,
                "name": in_both(lambda language, column=column: column_name(column, language)),  # type: ignore[misc]
                "values": [{"id": value, "name": _value(column, value), "n": int(counts[value])} for value in values],
                "missing": int(actors[column].isna().sum()),
            }
        )
    return found


def _looks(column: str | None, looks: Mapping[str, Looks], actors: pd.DataFrame) -> dict[str, Any]:
    """Return what marks mean: a value of the column, or what several values or none share (`value` is null)."""
    values: dict[tuple[str, str], set[str | None]] = {}
    if column is not None:
        for actor, value in zip(actors.index.astype(str), actors[column], strict=True):
            values.setdefault(looks["en"].of_actor[actor], set()).add(_text(value))
    pairs = zip(looks["en"].entries, looks["lt"].entries, strict=True)
    return {
        "column": column,
        "entries": [
            {
                "name": {"en": english, "lt": lithuanian},
                "value": next(iter(values[look])) if len(values.get(look, ())) == 1 else None,
                "color": _BROWN if look[0] == _VERMILION else look[0],
                "symbol": look[1],
                "isMissing": look == MISSING_LOOK,
            }
            for (english, look), (lithuanian, _) in pairs
        ],
    }


def _findings(facts: Facts) -> list[dict[str, Any]]:
    return findings_of(facts) if facts.cluster.n_actors <= _MOST_FINDINGS else []


def _doubts(facts: Facts) -> list[str]:
    """Return what to keep in mind of the data."""
    notes = [note.said(facts.language) for note in data_notes(facts.cluster, two_mode=facts.is_projected)]
    return [*facts.projection_warnings, *notes]
