"""What the tables of a cluster are called, which columns they have, and what else people call these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import MappingProxyType

from socluster.core.columns import Column, Kind
from socluster.core.errors import InputError, Problem
from socluster.words import marked

__all__ = [
    "AFFILIATION",
    "EVIDENCE",
    "KEYS",
    "KNOWN",
    "LEVELS",
    "SECTORS",
    "TABLES",
    "TIE",
    "canonical_columns",
    "column_meant",
    "column_words",
    "evidence_meant",
    "info_key_meant",
    "value_meant",
]

TABLES = ("actors", "ties", "groups", "affiliations", "unknown")
TIE = "tie"
AFFILIATION = "affiliation"

# From the firmest to the least firm ground; "weakest" of several means the last of them in this order.
EVIDENCE = ("documented", "confirmed", "reported", "derived", "assumed", "simulated")

KEYS: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "actors": ("actor",),
        "ties": ("source", "target", "layer"),
        "groups": ("group",),
        "affiliations": ("actor", "group", "layer"),
        "unknown": ("source", "target", "layer"),
    }
)

_OF_A_LINK: dict[str, Kind] = {
    "weight": "number",
    "confidence": "number",
    "evidence": "text",
    "ref": "text",
    "wave": "text",
}

KNOWN: MappingProxyType[str, dict[str, Kind]] = MappingProxyType(
    {
        "actors": {
            "name": "text",
            "sector": "text",
            "kind": "text",
            "level": "text",
            "place": "text",
            "responded": "flag",
        },
        "ties": _OF_A_LINK,
        "groups": {"name": "text", "kind": "text", "date": "text", "level": "text"},
        "affiliations": _OF_A_LINK,
        "unknown": {"wave": "text"},
    }
)

_ACTOR = "id node vertex organisation organization org veikėjas veikejas organizacija dalyvis mazgas"
_GROUP = "event grupė grupe renginys"
_LINK_SYNONYMS = {
    "layer": "relation relationship sluoksnis ryšys rysys",
    "weight": "strength value svoris stiprumas reikšmė",
    "confidence": "certainty probability tikrumas tikimybė",
    "evidence": "basis pagrindas įrodymas",
    "ref": "reference citation nuoroda",
    "wave": "time year banga metai",
}
_ENDS = {
    "source": "from ego snd from_id node1 vertex1 sender tail šaltinis saltinis nuo siuntėjas",
    "target": "to alter rec to_id node2 vertex2 receiver head tikslas iki gavėjas",
}
_SYNONYMS: dict[str, dict[str, str]] = {
    "actors": {
        "actor": _ACTOR,
        "name": "label title pavadinimas vardas",
        "sector": "sektorius",
        "kind": "type tipas rūšis rusis",
        "level": "lygmuo lygis",
        "place": "location municipality vieta savivaldybė savivaldybe",
        "responded": "respondent answered atsakė atsake",
    },
    "ties": {**_ENDS, **_LINK_SYNONYMS},
    "groups": {
        "group": "id " + _GROUP,
        "name": "label title pavadinimas",
        "kind": "type tipas rūšis",
        "date": "data when",
        "level": "lygmuo lygis",
        "place": "vieta",
        "service": "paslauga",
        "unit": "vienetas",
    },
    "affiliations": {"actor": _ACTOR, "group": _GROUP, **_LINK_SYNONYMS},
    "unknown": {**_ENDS, "layer": _LINK_SYNONYMS["layer"], "wave": _LINK_SYNONYMS["wave"]},
}


_IN_TWO_WORDS = {"edge weight": "strength", "edge_weight": "strength"}  # NodeXL
_VERTEX = re.compile(r"^vertex[ _]([12])$")  # NodeXL's two words

_LITHUANIAN_EVIDENCE = {
    "dokumentuota": "documented",
    "patvirtinta": "confirmed",
    "nurodyta": "reported",
    "išvesta": "derived",
    "numanoma": "assumed",
    "modeliuota": "simulated",
}
# Of the actors and groups; a sector or a level of one's own is any other word, and stays as it is written.
_WORDS_OF_VALUES = {
    "sector": {
        "public": "public viešasis viešas viešoji viesasis viesas viesoji",
        "private": "private privatus privatusis privati",
        "civic": "civic pilietinis pilietinė pilietine nevyriausybinis nevyriausybinė nevyriausybine",
        "science": "science mokslo mokslas",
    },
    "kind": {"service": "service paslauga"},  # the one kind that answers depend on
    "level": {
        "national": "national nacionalinis nacionalinė nacionaline valstybinis",
        "regional": "regional regioninis regioninė regionine regiono",
        "local": "local vietos vietinis vietinė vietine",
    },
}
_VALUES_MEANT = {
    column: {word: ours for ours, words in values.items() for word in words.split()}
    for column, values in _WORDS_OF_VALUES.items()
}
SECTORS = tuple(_WORDS_OF_VALUES["sector"])
LEVELS = tuple(_WORDS_OF_VALUES["level"])
_LITHUANIAN_INFO = {
    "pavadinimas": "name",
    "antraštė": "title",
    "šaltinis": "source",
    "licencija": "licence",
    "ribos": "boundary",
    "pastaba": "note",
}


def evidence_meant(word: str) -> str:
    """Return the kind of evidence that a word means, in lower case; one that means none comes back in lower case too.

    Examples
    --------
    >>> evidence_meant("Documented"), evidence_meant("dokumentuota"), evidence_meant("hearsay")
    ('documented', 'documented', 'hearsay')
    """
    folded = word.casefold()
    return _LITHUANIAN_EVIDENCE.get(folded, folded)


def value_meant(column: str, value: str) -> str:
    """Return our word for a sector or a level, in English or Lithuanian, whatever the case; another one is unchanged.

    So a workbook in Lithuanian and a file of scenarios in English never make two sectors of one.

    Examples
    --------
    >>> value_meant("sector", "Viešasis"), value_meant("level", "vietos"), value_meant("sector", "NGO")
    ('public', 'local', 'NGO')
    """
    return _VALUES_MEANT.get(column, {}).get(value.strip().casefold(), value)


def column_meant(name: str, column: Column) -> Column:
    """Return a column of actors or groups with each sector and level in our word for it (`value_meant`)."""
    if column.kind != "text" or all(value_meant(name, label) == label for label in column.labels):
        return column
    words = [None if word is None else value_meant(name, word) for word in column.objects()]
    return Column.of_objects("text", words)


def info_key_meant(key: str) -> str:
    """Return the key of the information about a cluster that a key in Lithuanian means; another key is unchanged.

    Examples
    --------
    >>> info_key_meant("Šaltinis"), info_key_meant("own key")
    ('source', 'own key')
    """
    return _LITHUANIAN_INFO.get(key.casefold(), key)


def column_words(table: str) -> frozenset[str]:
    """Return every word, in lower case, that means a column of the table: our names and their synonyms.

    Examples
    --------
    >>> {"actor", "organisation", "sektorius"} <= column_words("actors"), "colour" in column_words("actors")
    (True, False)
    """
    synonyms = (word for words in _SYNONYMS[table].values() for word in words.split())
    return frozenset((*KEYS[table], *KNOWN[table], *synonyms))


def canonical_columns(table: str, columns: Sequence[str]) -> dict[str, str]:
    """Return, for each column as written, our name of it.

    A column that is called exactly as ours keeps its name. A synonym (English or Lithuanian, whatever the case) is
    translated where nothing else has our name. Any other column is a further column under its own name.

    Parameters
    ----------
    table : {"actors", "ties", "groups", "affiliations", "unknown"}
        Which table.
    columns : sequence of str
        Columns as written.

    Returns
    -------
    dict of str to str
        From the column as written to our name.

    Raises
    ------
    InputError
        If two columns both mean the same key column (for example `from` and `sender`).

    Examples
    --------
    >>> canonical_columns("ties", ["Šaltinis", "tikslas", "svoris", "pastaba"])
    {'Šaltinis': 'source', 'tikslas': 'target', 'svoris': 'weight', 'pastaba': 'pastaba'}
    """
    words = {column: _VERTEX.sub(r"vertex\1", str(column).strip().casefold()) for column in columns}
    words = {column: _IN_TWO_WORDS.get(word, word) for column, word in words.items()}
    ours = {*KEYS[table], *KNOWN[table]}
    meaning = {word: name for name, synonyms in _SYNONYMS[table].items() for word in synonyms.split()}
    result = {column: word for column, word in words.items() if word in ours}
    for column, word in words.items():
        meant = meaning.get(word)
        if column not in result and meant is not None and meant not in (*result.values(), *words.values()):
            result[column] = meant
    problems = []
    for column, word in words.items():
        meant = meaning.get(word, word)
        holder = next((other for other, name in result.items() if name == meant), column)
        if meant in KEYS[table] and holder != column and words[holder] not in ours:
            message, values = marked("means '{meant}', as column '{other}' does"), {"meant": meant, "other": holder}
            problems.append(Problem(message, table=table, column=str(column), values=values))
    if problems:
        raise InputError(problems)
    return {column: result.get(column, str(column).strip()) for column in columns}
