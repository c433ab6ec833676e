"""The texts of the page: all in both languages, each used by a module."""

import re

import pytest

from socluster.app.answers.server_words import SERVER_WORDS
from socluster.app.answers.words import WORDS, words
from socluster.app.page import FILES, text_of
from socluster.words.places import places

MODULES = "\n".join(text_of(name) for name in (*FILES, "single.js") if name.endswith(".js"))
NEVER = re.compile(r"\b(impact|improve\w*|best|significant\w*)\b", re.IGNORECASE)


@pytest.mark.parametrize("key", WORDS)
def test_every_text_is_used_and_has_the_same_places_in_both_languages(key):
    assert re.search(rf'"{key}"', MODULES), f"no module says {key}"
    english, lithuanian = words("en")[key], words("lt")[key]
    assert isinstance(english, list) == isinstance(lithuanian, list)
    forms = [english, lithuanian] if isinstance(english, str) else [*english, *lithuanian]
    assert len({frozenset(places(form)) for form in forms}) == 1
    if isinstance(english, list):
        assert (len(english), len(lithuanian)) == (2, 3)


def test_every_text_that_a_module_says_is_there():
    said = set(re.findall(r'\b(?:say|count)\("(\w+)"', MODULES)) | set(re.findall(r'word: "(\w+)"', MODULES))
    assert said - set(WORDS) == set()


def test_the_page_never_claims_more_than_structure():
    texts = [words("en")[key] for key in WORDS if key not in SERVER_WORDS]
    told = [each for text in texts for each in (text if isinstance(text, list) else [text])]
    assert [each for each in told if NEVER.search(each)] == []


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="language"):
        words("fr")


def test_no_unit_stands_behind_a_number_in_lithuanian_where_it_would_need_a_genitive():
    """Of 55 places: iš 55 vietų, but what the data call a unit stands in the nominative: iš 55 (vietos)."""
    texts = [text for text in words("lt").values() if isinstance(text, str)]
    assert [text for text in texts if re.search(r"\} \{unit\}", text)] == []
    assert words("lt")["met_of"] == "{met} iš {needed} ({unit})"
