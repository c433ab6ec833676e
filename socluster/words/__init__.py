"""What socluster says, in English and in Lithuanian: messages, numbers, names of measures and lists.

English is in the code and is the key; Lithuanian is in `locale/lt/LC_MESSAGES/socluster.po`. To say something
new, write `say("...", language)` where it is said, run `make words`, and fill in the Lithuanian that it left empty.
"""

from socluster.words.catalogue import LANGUAGES, Language, marked, translated
from socluster.words.data import column_name, column_phrase, value_name, value_phrase, with_unit
from socluster.words.lists import either, itemised, listed
from socluster.words.measures import measure_name
from socluster.words.numbers import DASH, number, numbers_alike, percent, percent_sign, rounded
from socluster.words.sentences import Later, Phrase, as_phrase, as_sentence, count, counted, later, phrase, say

__all__ = [
    "DASH",
    "LANGUAGES",
    "Language",
    "Later",
    "Phrase",
    "as_phrase",
    "as_sentence",
    "column_name",
    "column_phrase",
    "count",
    "counted",
    "either",
    "itemised",
    "later",
    "listed",
    "marked",
    "measure_name",
    "number",
    "numbers_alike",
    "percent",
    "percent_sign",
    "phrase",
    "rounded",
    "say",
    "translated",
    "value_name",
    "value_phrase",
    "with_unit",
]


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
