"""How the commands give their answers: sentences and a table, or the table alone for another program."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from socluster.cli.language import add_language
from socluster.cli.reading import add_reading_options
from socluster.core.terminal import tell
from socluster.words import marked
from socluster.words.headings import cell_name, heading_name

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["add_answer", "add_drawing", "add_seed", "give"]

_FORMATS = ("table", "csv", "json")
DECIMALS = 4  # of numbers in tables that people read
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def add_answer(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """Declare how the data are read, in which form and language they are answered about, and what answers."""
    parser.add_argument(
        "--format", choices=_FORMATS, default="table", help=marked("form of the answer (%(default)s)", context="help")
    )
    add_language(parser)
    add_reading_options(parser)
    parser.set_defaults(run=run)


def add_drawing(parser: argparse.ArgumentParser) -> None:
    """Declare how often something is drawn, and from which seed."""
    parser.add_argument(
        "--draws", type=int, default=1000, help=marked("draws of what is not known (%(default)s)", context="help")
    )
    add_seed(parser)


def add_seed(parser: argparse.ArgumentParser) -> None:
    """Declare from which seed is drawn."""
    parser.add_argument("--seed", type=int, default=7, help=marked("seed of the draws (%(default)s)", context="help"))


def give(options: argparse.Namespace, frame: pd.DataFrame, sentences: Sequence[str] = ()) -> None:
    """Give an answer: its sentences and its table, or what another program reads.

    Parameters
    ----------
    options : Namespace
        With the form and the language that were asked for.
    frame : DataFrame
        The table of the answer.
    sentences : sequence of str
        What it says; left out of CSV, which holds one table.
    """
    if options.format == "csv":
        tell(*_without_formulas(frame).to_csv(lineterminator="\n").splitlines())
    elif options.format == "json":
        answer = {"sentences": list(sentences), "rows": _rows(frame)}
        tell(*json.dumps(answer, ensure_ascii=False, indent=2).splitlines())
    else:
        tell(*sentences, *([""] if sentences else []), *_shown(frame, options.language).splitlines())


def _rows(frame: pd.DataFrame) -> Any:
    """Return the rows as JSON has them: numbers as numbers, what is undefined as null."""
    named = frame.reset_index() if any(frame.index.names) else frame
    return json.loads(named.to_json(orient="records", force_ascii=False, default_handler=str))


def _shown(frame: pd.DataFrame, language: Any) -> str:
    """Return the table as people read it: in Lithuanian with decimal commas, and our names of things in words."""
    point = "," if language == "lt" else "."
    table = frame.round(DECIMALS)
    for place, name in enumerate(table.columns):
        if table.dtypes.iloc[place].kind == "O":
            table.isetitem(place, table.iloc[:, place].map(partial(_in_words, str(name), language)))
        elif table.dtypes.iloc[place].kind == "f":
            table.isetitem(place, _no_false_zeros(frame.iloc[:, place], table.iloc[:, place], point))
    table.index = _index_in_words(table.index, language)
    table.columns = table.columns.map(lambda name: heading_name(str(name), language))
    return str(table.to_string(na_rep="–", decimal=point))


def _no_false_zeros(values: pd.Series[Any], rounded: pd.Series[Any], point: str) -> pd.Series[Any]:
    """Return the rounded values; if some are 0 by rounding only, as texts in which these show their first digits."""
    is_false = (rounded == 0) & (values != 0)
    if not is_false.any():
        return rounded
    texts = rounded.map(f"{{:.{DECIMALS}f}}".format).mask(is_false, values.map("{:.1e}".format))
    return texts.str.replace(".", point).mask(values.isna())


def _in_words(column: str, language: Any, value: Any) -> Any:
    return cell_name(column, value, language) if isinstance(value, str) else value


def _index_in_words(index: pd.Index, language: Any) -> pd.Index:
    """Return the index with its names and its measures in words; names of actors and scenarios are data."""
    if not any(index.names):
        return index
    names = [str(name or "") for name in index.names]
    headings = [heading_name(name, language) for name in names]
    if index.nlevels == 1:
        return index.map(partial(_in_words, names[0], language)).rename(headings[0])
    keys = [tuple(map(partial(_of_level, language), names, key)) for key in index]
    return type(index).from_tuples(keys, names=headings) if keys else index.rename(headings)


def _of_level(language: Any, column: str, value: Any) -> Any:
    return _in_words(column, language, value)


def _without_formulas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table with texts that a spreadsheet would compute marked as texts."""
    kept = frame.copy()
    for place, column in enumerate(kept.columns):
        if kept[column].dtype == object or str(kept[column].dtype).startswith(("string", "str")):
            kept.isetitem(place, kept.iloc[:, place].map(_as_text))
    kept.index = kept.index.map(lambda key: tuple(map(_as_text, key)) if isinstance(key, tuple) else _as_text(key))
    kept.index.names = frame.index.names
    return kept


def _as_text(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA) else value
