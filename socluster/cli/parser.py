"""A parser of commands that says its help, and what is wrong with a command, in the language that was asked for.

argparse builds its texts itself, in English. Those of its help pass through a formatter, which says them in the
language; what it finds wrong is recognised by its wording and said anew. What is not recognised stays English.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, NoReturn

from socluster.cli.placeholders import placeholder
from socluster.core.terminal import complain, tell
from socluster.words import LANGUAGES, Language, marked, say, translated
from socluster.words.places import places

__all__ = ["Parser", "language_typed", "parser_in"]

# What argparse says of a wrong command, and in its help.
_FAULTS = (
    marked("argument {name}: {message}", context="argparse"),
    marked("the following arguments are required: {names}", context="argparse"),
    marked("unrecognized arguments: {names}", context="argparse"),
    marked("one of the arguments {names} is required", context="argparse"),
    marked("invalid choice: {value} (choose from {choices})", context="argparse"),
    marked("invalid {type} value: {value}", context="argparse"),
    marked("ambiguous option: {option} could match {matches}", context="argparse"),
    marked("ignored explicit argument {value}", context="argparse"),
    marked("not allowed with argument {name}", context="argparse"),
    marked("expected one argument", context="argparse"),
    marked("expected at least one argument", context="argparse"),
    marked("expected at most one argument", context="argparse"),
)
_NUMBERS = {
    "int": marked("must be a whole number, not {value}", context="argparse"),
    "float": marked("must be a number, not {value}", context="argparse"),
}
_HELP = (
    marked("positional arguments", context="help"),
    marked("options", context="help"),
    marked("show this help message and exit", context="help"),
    marked("show program's version number and exit", context="help"),
)


def language_typed(arguments: Sequence[str]) -> Language:
    """Return the language that was asked for last, before anything else of the command is understood."""
    found: Language = "en"
    for place, typed in enumerate(arguments):
        option, _, value = typed.partition("=")
        if option == "--language":
            asked = value or "".join(arguments[place + 1 : place + 2])
            found = next((each for each in LANGUAGES if each == asked), found)
    return found


class _Formatter(argparse.HelpFormatter):
    """Help in a language."""

    language: Language = "en"

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading if heading is None else self._said(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(text if text is None or text is argparse.SUPPRESS else self._said(text))

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        said = say("usage:", self.language, context="help") if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix=f"{said.strip()} ")

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help if not action.help else self._said(action.help)

    def _metavar_formatter(self, action: argparse.Action, default_metavar: str) -> Callable[[int], tuple[str, ...]]:
        shown = super()._metavar_formatter(action, default_metavar)
        return lambda size: tuple(placeholder(each, self.language) for each in shown(size))

    def _said(self, text: str) -> str:
        return translated(text, self.language, context="help")


class Parser(argparse.ArgumentParser):
    """A parser whose texts go where all else goes; a full disk is not passed over.

    Parameters
    ----------
    examples : sequence of str
        Commands to show in the help, as typed after `socluster`.
    """

    language: ClassVar[Language] = "en"

    def __init__(self, *given: Any, examples: Sequence[str] = (), **options: Any) -> None:
        super().__init__(*given, **options)
        self.examples = tuple(examples)

    def format_help(self) -> str:
        """Return the help, with the examples below it as they are typed."""
        shown = [f"  socluster {example}" for example in self.examples]
        heading = [f"\n{say('examples', self.language, context='help')}:"] if shown else []
        return super().format_help() + "".join(f"{line}\n" for line in [*heading, *shown])

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and end with exit code 2."""
        self.print_usage(sys.stderr)
        told = fault_said(message, self.language)
        self.exit(2, say("{program}: error: {message}", self.language, program=self.prog, message=told) + "\n")

    def _get_formatter(self) -> argparse.HelpFormatter:
        formatter = _Formatter(prog=self.prog)
        formatter.language = self.language
        return formatter

    def _print_message(self, message: str, file: Any = None) -> None:
        lines = message.removesuffix("\n").split("\n")
        if file is sys.stdout:
            tell(*lines)
        else:
            complain(*lines)


def parser_in(language: Language, **options: Any) -> Parser:
    """Return a parser, whose commands will be parsers of the same language."""
    speaking: type[Parser] = type("Parser", (Parser,), {"language": language})
    return speaking(**options)


def fault_said(message: str, language: Language) -> str:
    """Return what argparse finds wrong, in the language."""
    for template in _FAULTS:
        found = re.fullmatch(_pattern(template), message, re.DOTALL)
        if found:
            values = found.groupdict()
            if values.get("type") in _NUMBERS:
                return say(_NUMBERS[values["type"]], language, context="argparse", value=values["value"])
            if "message" in values:
                values["message"] = fault_said(values["message"], language)
            for each in {"name", "names"} & set(values):
                values[each] = ", ".join(placeholder(one, language) for one in values[each].split(", "))
            return say(template, language, context="argparse", **values)
    return message


def _pattern(template: str) -> str:
    """Return the pattern of texts that the template makes."""
    pattern = re.escape(template)
    names: Iterable[str] = places(template)
    for name in names:
        pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>.+?)")
    return pattern
