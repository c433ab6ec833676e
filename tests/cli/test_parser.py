import argparse
import shlex

import pytest

from socluster.cli import main
from socluster.cli.main import _parser
from socluster.cli.parser import fault_said, language_typed, parser_in
from socluster.cli.placeholders import PLACEHOLDERS
from tools import words as tool


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        (["info", "kite"], "en"),
        (["--language", "lt", "info"], "lt"),
        (["info", "--language=lt"], "lt"),
        (["--language", "lt", "info", "--language", "en"], "en"),
        (["info", "--language", "fr"], "en"),
        (["info", "--language"], "en"),
    ],
)
def test_the_language_is_known_before_the_command_is(typed, language):
    assert language_typed(typed) == language


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "socluster: klaida: trūksta šių argumentų: komanda"),
        (["frob"], "argumentas komanda: netinkama reikšmė 'frob' (galimos: 'demo', 'new', 'info', "),
        (
            ["demo", "--draws", "x"],
            "socluster demo: klaida: argumentas --draws: turi būti sveikasis skaičius, o ne 'x'",
        ),
        (["demo", "--draws"], "argumentas --draws: reikia vienos reikšmės"),
        (["info", "kite", "more"], "neatpažinti argumentai: more"),
        (["info", "kite", "--layers"], "argumentas --layers: reikia bent vienos reikšmės"),
        (["convert", "kite"], "trūksta šių argumentų: Į"),
        (["convert", "--s", "x", "a", "b"], "dviprasmiška parinktis: --s gali reikšti --source"),
        (["convert", "--force=1", "a", "b"], "argumentas --force: argumentas '1' čia nereikalingas"),
        (
            ["info", "kite", "--self-ties", "keep"],
            "argumentas --self-ties: netinkama reikšmė 'keep' (galimos: 'refuse', ",
        ),
    ],
)
def test_what_is_wrong_with_a_command_is_said_in_lithuanian(typed, said, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["--language", "lt", *typed])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert told.startswith("naudojimas: socluster")
    assert said in " ".join(told.split())
    assert "error" not in told


def test_an_unknown_language_is_refused_by_its_name(capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["info", "kite", "--language", "fr"])
    assert stopped.value.code == 2
    assert "argument --language: invalid choice: 'fr' (choose from 'en', 'lt')" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["", "demo", "new", "info", "validate", "convert"])
def test_help_holds_no_english_sentence_in_lithuanian(command, capsys):
    said = {}
    for language in ("en", "lt"):
        with pytest.raises(SystemExit) as stopped:
            main([*filter(None, [command]), "--help", "--language", language])
        assert stopped.value.code == 0
        said[language] = " ".join(capsys.readouterr().out.split())
    helps = [message.id for message in tool.catalogue() if message.context == "help" and " " in message.id]
    told = [text for text in helps if text.partition(" (%")[0] in said["en"]]
    assert len(told) > 1
    assert not [text for text in helps if text.partition(" (%")[0] in said["lt"]]


def test_what_is_not_recognised_stays_as_it_is():
    assert fault_said("something new", "lt") == "something new"
    assert fault_said("argument --x: something new", "lt") == "argumentas --x: something new"
    assert fault_said("unrecognized arguments: a b", "en") == "unrecognized arguments: a b"


def test_a_parser_of_one_language_leaves_the_others_alone():
    lithuanian, english = parser_in("lt", prog="x"), parser_in("en", prog="x")
    assert (lithuanian.language, english.language) == ("lt", "en")
    assert english.format_usage().startswith("usage: x")
    assert lithuanian.format_usage().startswith("naudojimas: x")


PARSERS = {
    name: command
    for action in _parser("en")._actions
    if isinstance(action, argparse._SubParsersAction)
    for name, command in action.choices.items()
}


@pytest.mark.parametrize("name", sorted(PARSERS))
def test_every_command_shows_examples_that_it_takes(name, capsys):
    command = PARSERS[name]
    assert command.examples
    for example in command.examples:
        typed = shlex.split(example.partition(" > ")[0])
        assert typed[0] == name
        assert _parser("en").parse_args(typed).run
    with pytest.raises(SystemExit):
        main(["--language", "lt", name, "--help"])
    told = capsys.readouterr().out
    assert "pavyzdžiai:" in told
    assert f"  socluster {command.examples[0]}\n" in told


def test_a_text_in_place_of_a_number_is_told_in_plain_words():
    assert fault_said("argument --a: invalid int value: 'x'", "en") == "argument --a: must be a whole number, not 'x'"
    assert "turi būti skaičius, o ne 'x'" in fault_said("argument --a: invalid float value: 'x'", "lt")


def parsers(parser):
    """Yield the parser and those of all commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in dict.fromkeys(action.choices.values()):
                yield from parsers(command)


def test_what_stands_for_a_value_in_the_help_is_lithuanian():
    for parser in parsers(_parser("lt")):
        formatter = parser._get_formatter()
        for action in parser._actions:
            if action.nargs == 0 or (action.choices is not None and action.metavar is None):
                continue  # nothing stands for it, or what may be typed does
            stated = action.metavar or (action.dest.upper() if action.option_strings else action.dest)
            assert stated in PLACEHOLDERS, (parser.prog, stated)
            (shown,) = formatter._metavar_formatter(action, stated)(1)
            assert shown != stated or stated in ("N", "URL"), (parser.prog, stated)
    assert _parser("en").format_usage().endswith("command ...\n")
