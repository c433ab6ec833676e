"""The command line: start a cluster, see the demonstration, look at a cluster, check its tables, convert it."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

from socluster.core.errors import InputError, Problem, SoclusterError, SoclusterWarning
from socluster.words import LANGUAGES, Language

__all__ = ["main"]

_VALID: dict[Language, str] = {"en": "{path}: valid. {cluster}", "lt": "{path}: klaidų nėra. {cluster}"}
_EMPTY: dict[Language, str] = {
    "en": "{path}: no mistakes, but no actors either: write the organisations into the table of actors.",
    "lt": "{path}: klaidų nėra, bet nėra ir veikėjų: organizacijas įrašykite į veikėjų lentelę.",
}
_STARTED: dict[Language, str] = {
    "en": (
        "{folder}: made. Look at example.xlsx and run my_cluster.ipynb; then fill in cluster.xlsx and check it:\n"
        "  socluster validate {folder}/cluster.xlsx"
    ),
    "lt": (
        "{folder}: sukurta. Pažiūrėkite example.xlsx ir paleiskite my_cluster.ipynb; tada užpildykite cluster.xlsx ir "
        "patikrinkite:\n  socluster validate {folder}/cluster.xlsx --language lt"
    ),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0 = done, 1 = the input is wrong, 2 = the command is.

    Parameters
    ----------
    arguments : sequence of str, optional
        As typed after `socluster`; without it, those of the process.
    """
    options = _parser().parse_args(arguments)
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show_warning  # type: ignore[assignment]  # a plainer line than Python's
            warnings.simplefilter("always", SoclusterWarning)
            code: int = options.run(options)
    except SoclusterError as error:
        print(f"socluster: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # somebody closed the pager
        return 0
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="socluster", description="Network science for social clusters.")
    commands = parser.add_subparsers(required=True, metavar="command")

    demo = commands.add_parser("demo", help="the Šiauliai case: who brokers, and what a psychologist hub would change")
    demo.add_argument("--output", type=Path, default=Path("socluster-demo.html"), help="page to write (%(default)s)")
    demo.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
    demo.add_argument("--draws", type=int, default=1000, help="draws of what is not known (%(default)s)")
    demo.add_argument("--seed", type=int, default=7, help="seed of the draws (%(default)s)")
    demo.set_defaults(run=_demo)

    new = commands.add_parser("new", help="start a cluster of your own: a workbook to fill in, an example, a notebook")
    new.add_argument("folder", metavar="DIR", help="folder to make")
    new.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
    new.set_defaults(run=_new)

    info = commands.add_parser("info", help="who is in a cluster, how they are tied, on what ground")
    info.add_argument("path", help="file or folder, or the name of a shipped dataset")
    info.set_defaults(run=_info)

    validate = commands.add_parser("validate", help="check a cluster's tables; every bad row is listed")
    validate.add_argument("path", help="file or folder")
    validate.add_argument("--language", choices=LANGUAGES, default="en", help="en or lt (%(default)s)")
    validate.set_defaults(run=_validate)

    convert = commands.add_parser("convert", help="read a cluster in one format and write it in another")
    convert.add_argument("source", metavar="IN", help="file or folder, or the name of a shipped dataset")
    convert.add_argument("target", metavar="OUT", help="file or folder; its name says the format")
    convert.set_defaults(run=_convert)
    return parser


def _demo(options: argparse.Namespace) -> int:
    from socluster.demo import run  # loads the whole library, which the other commands do not need

    run(options.output, language=options.language, draws=options.draws, seed=options.seed)
    return 0


def _info(options: argparse.Namespace) -> int:
    cluster = _open(options.path)
    print(repr(cluster))
    for key, value in cluster.info.items():
        print(f"  {key}: {value}")
    for layer in cluster.layers.values():
        direction = "directed" if layer.directed else "undirected"
        ladder = f", ladder {layer.scale}" if layer.scale else ""
        print(f"  layer {layer.name!r} ({direction}{ladder}): {layer.meaning or '-'}")
    return 0


def _new(options: argparse.Namespace) -> int:
    from socluster.starter import new

    folder = new(options.folder, language=options.language)
    print(_STARTED[options.language].format(folder=folder))
    return 0


def _validate(options: argparse.Namespace) -> int:
    from socluster.io.files import read
    from socluster.io.needs import read_needs

    problems: list[Problem] = []
    cluster = None
    try:
        cluster = read(options.path, language=options.language)
    except InputError as error:
        problems += error.problems
    if Path(options.path).suffix.casefold() == ".xlsx" and Path(options.path).is_file():
        try:
            read_needs(options.path, language=options.language)
        except InputError as error:
            problems += [problem for problem in error.problems if problem not in problems]
    if problems:
        raise InputError(problems)
    said = _VALID if cluster is not None and cluster.n_actors else _EMPTY
    print(said[options.language].format(path=options.path, cluster=repr(cluster)))
    return 0


def _convert(options: argparse.Namespace) -> int:
    from socluster.io.files import write

    cluster = _open(options.source)
    written = write(cluster, options.target)
    print(f"{written}: written. {cluster!r}")
    return 0


def _open(path: str):  # type: ignore[no-untyped-def]  # a Cluster; naming the type here would load it at start-up
    from socluster.io.datasets import DATASETS, load_dataset
    from socluster.io.files import read

    return load_dataset(path) if path in DATASETS and not Path(path).exists() else read(path)


def _show_warning(message: Warning | str, category: type[Warning], *place: object) -> None:
    del place  # where in our code it was raised does not help
    print(f"socluster: {category.__name__}: {message}", file=sys.stderr)
