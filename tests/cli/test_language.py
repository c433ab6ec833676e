"""Every command speaks the language that it is asked for."""

from argparse import ArgumentParser

import pytest

from socluster.cli import main
from socluster.cli.language import add_language
from socluster.words import LANGUAGES


def parsed(*arguments):
    parser = ArgumentParser()
    add_language(parser, default="en")
    add_language(parser.add_subparsers().add_parser("command"))
    return parser.parse_args(arguments).language


def test_without_a_word_it_is_english():
    assert parsed() == "en"
    assert [parsed("--language", each) for each in LANGUAGES] == list(LANGUAGES)


def test_it_is_said_before_or_behind_the_command_and_the_last_word_counts():
    assert parsed("--language", "lt", "command") == parsed("command", "--language", "lt") == "lt"
    assert parsed("--language", "lt", "command", "--language", "en") == "en"


def test_another_language_is_refused_with_those_that_there_are(capsys):
    with pytest.raises(SystemExit) as stopped:
        parsed("--language", "de")
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert all(each in said for each in LANGUAGES)


@pytest.mark.parametrize("command", ["demo", "new", "info", "validate", "convert"])
def test_every_command_has_the_option(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert "--language {en,lt}" in capsys.readouterr().out
