"""What columns of the tables, and the values that socluster knows, are called in sentences and pictures.

Tables and files keep the names of the schema. What a user calls a column or a value in words of their own stays as it
is, and so do ids and names of actors. A new value gets a line in the table of its column; the Lithuanian goes into the
catalogue.
"""

from __future__ import annotations

from socluster.words.catalogue import Language, marked
from socluster.words.sentences import Phrase

__all__ = ["column_name", "column_phrase", "value_name", "value_phrase", "with_unit"]

_COLUMNS = {
    "confidence": marked("confidence", context="column"),
    "country": marked("country", context="column"),
    "date": marked("date", context="column"),
    "evidence": marked("evidence", context="column"),
    "faction": marked("faction", context="column"),
    "kind": marked("kind", context="column"),
    "layer": marked("layer", context="column"),
    "lead": marked("lead", context="column"),
    "level": marked("level", context="column"),
    "name": marked("name", context="column"),
    "parent": marked("parent", context="column"),
    "part_of": marked("part of", context="column"),
    "place": marked("place", context="column"),
    "places": marked("places", context="column"),
    "rating": marked("rating", context="column"),
    "ref": marked("ref", context="column"),
    "region": marked("region", context="column"),
    "responded": marked("responded", context="column"),
    "sector": marked("sector", context="column"),
    "service": marked("service", context="column"),
    "strand": marked("strand", context="column"),
    "target_group": marked("target group", context="column"),
    "wave": marked("wave", context="column"),
    "wealth": marked("wealth", context="column"),
    "weight": marked("weight", context="column"),
}

_EVIDENCE = {
    "documented": marked("documented", context="evidence"),
    "confirmed": marked("confirmed", context="evidence"),
    "reported": marked("reported", context="evidence"),
    "derived": marked("derived", context="evidence"),
    "assumed": marked("assumed", context="evidence"),
    "simulated": marked("simulated", context="evidence"),
}

_SECTORS = {
    "public": marked("public", context="sector"),
    "private": marked("private", context="sector"),
    "civic": marked("civic", context="sector"),
    "science": marked("science", context="sector"),
}

_LEVELS = {
    "national": marked("national", context="level"),
    "regional": marked("regional", context="level"),
    "local": marked("local", context="level"),
}

_LAYERS = {
    "advice": marked("advice", context="layer"),
    "affiliation": marked("affiliation", context="layer"),
    "assumed": marked("assumed", context="layer"),
    "attends": marked("attends", context="layer"),
    "business": marked("business", context="layer"),
    "co-attends": marked("co-attends", context="layer"),
    "co-covers": marked("co-covers", context="layer"),
    "contract": marked("contract", context="layer"),
    "cooperation": marked("cooperation", context="layer"),
    "covers": marked("covers", context="layer"),
    "friendship": marked("friendship", context="layer"),
    "funding": marked("funding", context="layer"),
    "information": marked("information", context="layer"),
    "interaction": marked("interaction", context="layer"),
    "marriage": marked("marriage", context="layer"),
    "membership": marked("membership", context="layer"),
    "money": marked("money", context="layer"),
    "parent": marked("parent", context="layer"),
    "provides": marked("provides", context="layer"),
    "pursues": marked("pursues", context="layer"),
    "referral": marked("referral", context="layer"),
    "serves": marked("serves", context="layer"),
    "tie": marked("tie", context="layer"),
    "trust": marked("trust", context="layer"),
}

_KINDS = {
    "activity": marked("activity", context="kind"),
    "agency": marked("agency", context="kind"),
    "care home": marked("care home", context="kind"),
    "children's home": marked("children's home", context="kind"),
    "church": marked("church", context="kind"),
    "conference": marked("conference", context="kind"),
    "consultancy": marked("consultancy", context="kind"),
    "cooperation area": marked("cooperation area", context="kind"),
    "culture": marked("culture", context="kind"),
    "education": marked("education", context="kind"),
    "event type": marked("event type", context="kind"),
    "expert": marked("expert", context="kind"),
    "family": marked("family", context="kind"),
    "group of initiators": marked("group of initiators", context="kind"),
    "health": marked("health", context="kind"),
    "higher education": marked("higher education", context="kind"),
    "kind of organisation": marked("kind of organisation", context="kind"),
    "measure": marked("measure", context="kind"),
    "meeting": marked("meeting", context="kind"),
    "ministry": marked("ministry", context="kind"),
    "module": marked("module", context="kind"),
    "municipality": marked("municipality", context="kind"),
    "NGO": marked("NGO", context="kind"),
    "presentation": marked("presentation", context="kind"),
    "project team": marked("project team", context="kind"),
    "region": marked("region", context="kind"),
    "regional expert": marked("regional expert", context="kind"),
    "round table": marked("round table", context="kind"),
    "school": marked("school", context="kind"),
    "service": marked("service", context="kind"),
    "seminar": marked("seminar", context="kind"),
    "social care": marked("social care", context="kind"),
    "social event": marked("social event", context="kind"),
    "social services": marked("social services", context="kind"),
    "step": marked("step", context="kind"),
    "sub-activity": marked("sub-activity", context="kind"),
    "sub-item": marked("sub-item", context="kind"),
    "thematic expert": marked("thematic expert", context="kind"),
    "university": marked("university", context="kind"),
}

_LADDER = {
    "no interaction": marked("no interaction", context="ladder"),
    "networking": marked("networking", context="ladder"),
    "cooperation": marked("cooperation", context="ladder"),
    "coordination": marked("coordination", context="ladder"),
    "coalition": marked("coalition", context="ladder"),
    "collaboration": marked("collaboration", context="ladder"),
    "none": marked("none", context="ladder"),
    "share information only": marked("share information only", context="ladder"),
    "informal": marked("informal", context="ladder"),
    "formal": marked("formal", context="ladder"),
    "formal on multiple projects": marked("formal on multiple projects", context="ladder"),
    "yearly": marked("yearly", context="ladder"),
    "quarterly": marked("quarterly", context="ladder"),
    "monthly": marked("monthly", context="ladder"),
    "weekly": marked("weekly", context="ladder"),
    "daily": marked("daily", context="ladder"),
    "once a day or less": marked("once a day or less", context="ladder"),
    "about every few hours": marked("about every few hours", context="ladder"),
    "about once an hour": marked("about once an hour", context="ladder"),
    "continuously": marked("continuously", context="ladder"),
}

_SCALES = {
    "emon": marked("EMON (contact in an emergency)", context="scale"),
    "frequency": marked("frequency of contact", context="scale"),
    "frey": marked("Frey (levels of collaboration)", context="scale"),
    "luke": marked("Luke (links of agencies)", context="scale"),
    "strength": marked("strength", context="scale"),
}

_INFO = {
    "name": marked("name", context="info"),
    "title": marked("title", context="info"),
    "source": marked("source", context="info"),
    "licence": marked("licence", context="info"),
    "boundary": marked("boundary", context="info"),
    "note": marked("note", context="info"),
}

# Units of what is planned and counted, as in the shipped plan; the Lithuanian is in the genitive: 64 of 61 events
_UNITS = {
    "children": marked("children", context="unit"),
    "consulted organisations": marked("consulted organisations", context="unit"),
    "events": marked("events", context="unit"),
    "hours": marked("hours", context="unit"),
    "models": marked("models", context="unit"),
    "organisations": marked("organisations", context="unit"),
    "people": marked("people", context="unit"),
    "persons": marked("persons", context="unit"),
    "places": marked("places", context="unit"),
    "plans of institutions": marked("plans of institutions", context="unit"),
    "regional plans": marked("regional plans", context="unit"),
}

_VALUES = {
    "evidence": _EVIDENCE,
    "info": _INFO,
    "kind": _KINDS,
    "ladder": _LADDER,
    "layer": _LAYERS,
    "level": _LEVELS,
    "scale": _SCALES,
    "sector": _SECTORS,
    "unit": _UNITS,
}


def column_name(column: str, language: Language = "en") -> str:
    """Return what people call a column.

    Parameters
    ----------
    column : str
        A column of one of the tables. One that is not ours is a user's own, and is unchanged.
    language : {"en", "lt"}, default "en"
        The language.

    Examples
    --------
    >>> column_name("sector", "lt"), column_name("part_of"), column_name("budget", "lt")
    ('sektorius', 'part of', 'budget')
    """
    return column_phrase(column).said(language)


def column_phrase(column: str) -> Phrase:
    """Return what `column_name` would, to be said later."""
    return Phrase(_COLUMNS[column], context="column") if column in _COLUMNS else _as_it_is(column)


def value_name(column: str, value: str, language: Language = "en") -> str:
    """Return what people call a value of a column.

    Parameters
    ----------
    column : str
        The column: evidence, sector, level, layer or kind; `ladder`, for a weight that is a step of one; or `info`, for
        a key of what is known about the cluster; `unit`, of what a plan counts; or `scale`, a ladder of strengths.
    value : str
        The value in it. A value that is not ours is a user's own, and is unchanged.
    language : {"en", "lt"}, default "en"
        The language.

    Examples
    --------
    >>> value_name("evidence", "assumed", "lt"), value_name("sector", "civic", "lt"), value_name("layer", "own", "lt")
    ('numanoma', 'pilietinis', 'own')
    """
    return value_phrase(column, value).said(language)


def with_unit(name: str, unit: str, language: Language = "en") -> str:
    """Return the name of what is counted with its unit, unless the name says it already.

    So the unit need not agree with a number.

    Examples
    --------
    >>> with_unit("transition", "models"), with_unit("children in large homes", "children"), with_unit("events", "")
    ('transition (models)', 'children in large homes', 'events')
    """
    said = value_name("unit", unit, language) if unit else ""
    return name if said.casefold() in name.casefold() else f"{name} ({said})"


def value_phrase(column: str, value: str) -> Phrase:
    """Return what `value_name` would, to be said later."""
    known = _VALUES.get(column, {})
    return Phrase(known[value], context=column) if value in known else _as_it_is(value)


def _as_it_is(name: str) -> Phrase:
    return Phrase("{name}", {"name": name})
