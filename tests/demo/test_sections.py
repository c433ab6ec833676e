"""The page of the demonstration: every question has a section, every section what it shows."""

import pandas as pd
import pytest

from socluster.demo.sections import sections
from tests.demo.demo_results import DRAWS, SEED, results


@pytest.fixture(scope="module", params=["en", "lt"])
def made(request):
    return request.param, sections(results(), request.param, DRAWS, SEED)


def kinds(section):
    inner = [block[0] if isinstance(block, tuple) else block for block in section.content]
    return [
        "table" if isinstance(each, pd.DataFrame) else "figure" if hasattr(each, "layout") else type(each).__name__
        for each in inner
    ]


def test_the_questions_come_in_the_order_of_reading(made):
    assert [kinds(section) for section in made[1]] == [
        ["str", "figure"],
        ["str"],
        ["str", "figure", "table"],
        ["str", "table"],
        ["str", "list", "figure", "figure", "table"],
        ["str", "figure"],
        ["str", "str"],
    ]
    assert len({section.heading for section in made[1]}) == 7


def test_pictures_and_tables_have_captions(made):
    for section in made[1]:
        for block in section.content:
            if not isinstance(block, str | list):
                assert isinstance(block, tuple), section.heading
                assert block[1]


def test_it_says_what_it_was_made_of(made):
    last = " ".join(made[1][-1].content)
    assert results().region.fingerprint in last
    assert str(SEED) in last
    assert str(DRAWS) in last


def test_no_place_of_a_value_is_left_open(made):
    texts = [block for section in made[1] for block in (section.heading, *section.content) if isinstance(block, str)]
    assert [text for text in texts if "{" in text] == []


def test_the_page_in_the_other_language_says_other_words():
    english, lithuanian = (sections(results(), language, DRAWS, SEED) for language in ("en", "lt"))
    for one, other in zip(english, lithuanian, strict=True):
        assert one.heading != other.heading
        assert one.content[0] != other.content[0]
