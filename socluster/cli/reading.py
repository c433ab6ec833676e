"""The options of reading as they are typed: the same as those of `socluster.read`, for every command that reads."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from socluster.core.errors import InputError
from socluster.words import marked

if TYPE_CHECKING:
    from socluster.io.options import ReadingOptions

__all__ = ["add_reading_options", "reading_options"]

_COLUMN_OF = {
    "weight": marked("column or attribute with the weight", context="help"),
    "layer": marked("column or attribute with the layer", context="help"),
}
_WITHOUT = {"weight": marked("no weights", context="help"), "layer": marked("no layers", context="help")}
_RULES = ("refuse", "sum", "count", "mean", "max", "min", "first")
_NAMES = ("name", "directed", "two_mode", "source", "target", "weight", "layer", "duplicates", "self_ties")
_MORE = ("zero_weight", "missing", "encoding", "sheet")


def add_reading_options(parser: Any) -> None:
    """Declare them; what is not typed is as `socluster.read` has it."""
    group = parser.add_argument_group(marked("how to read", context="help"), argument_default=argparse.SUPPRESS)
    flag = argparse.BooleanOptionalAction
    group.add_argument("--name", help=marked("name of the cluster", context="help"))
    group.add_argument("--directed", action=flag, help=marked("whether ties have a direction", context="help"))
    group.add_argument("--two-mode", action=flag, help=marked("whether there are actors and groups", context="help"))
    group.add_argument("--source", metavar="COLUMN", help=marked("column with the one end of a tie", context="help"))
    group.add_argument("--target", metavar="COLUMN", help=marked("column with the other end", context="help"))
    for option in ("weight", "layer"):
        group.add_argument(f"--{option}", metavar="COLUMN", help=_COLUMN_OF[option])
        group.add_argument(f"--no-{option}", dest=option, action="store_const", const=None, help=_WITHOUT[option])
    group.add_argument(
        "--layers", nargs="+", metavar="LAYER:DIRECTION", help=marked("as in referral:directed", context="help")
    )
    group.add_argument(
        "--duplicates", choices=_RULES, help=marked("what to do about ties that stand several times", context="help")
    )
    group.add_argument(
        "--self-ties", choices=("refuse", "drop"), help=marked("ties of an actor with itself", context="help")
    )
    group.add_argument("--zero-weight", choices=("refuse", "drop"), help=marked("ties of weight 0", context="help"))
    group.add_argument(
        "--missing", nargs="*", metavar="TEXT", help=marked('texts that mean "not known"', context="help")
    )
    group.add_argument("--encoding", help=marked("encoding of a text file, such as cp1250", context="help"))
    group.add_argument("--sheet", help=marked("sheet of a workbook with a list or a matrix", context="help"))


def reading_options(typed: argparse.Namespace) -> ReadingOptions:
    """Return what was typed.

    Raises
    ------
    InputError
        If an option means nothing.
    """
    from socluster.io.options import ReadingOptions  # loads pandas, which the help does not need

    given = {name: getattr(typed, name) for name in (*_NAMES, *_MORE) if hasattr(typed, name)}
    layers = dict(map(_layer, getattr(typed, "layers", ())))
    return ReadingOptions(**given, layers=layers, caller="command")


def _layer(typed: str) -> tuple[str, dict[str, bool]]:
    name, _, direction = typed.rpartition(":")
    if not name or direction not in ("directed", "undirected"):
        raise InputError(
            "--layers takes a layer and its direction, as in referral:directed; here is {typed}", {"typed": typed}
        )
    return name, {"directed": direction == "directed"}
