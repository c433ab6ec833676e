"""What stands for a value in the help, in both languages."""

import pytest

from socluster.cli.placeholders import PLACEHOLDERS, placeholder


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_in_english_it_is_as_it_is_written(name):
    assert placeholder(name, "en") == name


def test_in_lithuanian_it_is_a_word_of_that_language_written_alike():
    assert placeholder("FILE", "lt") == "FAILAS"
    assert placeholder("command", "lt") == "komanda"
    assert all(placeholder(name, "lt").isupper() == name.isupper() for name in PLACEHOLDERS)


def test_what_is_none_of_them_stays_as_it_is_typed():
    assert placeholder("--needs", "lt") == "--needs"
