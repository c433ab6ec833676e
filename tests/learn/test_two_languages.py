"""One of two texts, by the language of the notebook."""

import pytest

from socluster.core.errors import InputError
from socluster.learn import text_in


@pytest.mark.parametrize(("language", "read"), [("en", "place"), ("lt", "vieta")])
def test_the_language_chooses(language, read):
    assert text_in(language)("place", "vieta") == read


def test_other_languages_there_are_not():
    with pytest.raises(InputError, match="lt"):
        text_in("lv")
