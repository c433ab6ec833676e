"""Makes the folder with which somebody starts a cluster, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from socluster.core.arguments import check_language
from socluster.core.errors import InputError, Problem
from socluster.core.paths import path_of
from socluster.core.whole import whole
from socluster.starter.example import EXAMPLE, TEMPLATE
from socluster.starter.notebook import notebook_text
from socluster.starter.readme import readme_text
from socluster.starter.workbook import write_workbook
from socluster.words import Language

__all__ = ["FILES", "new"]

FILES = ("README.md", "cluster.xlsx", "example.xlsx", "my_cluster.ipynb")


def new(folder: str | os.PathLike[str], *, language: Language = "en") -> Path:
    """Make a new folder with everything to start a cluster.

    `cluster.xlsx` is the workbook to fill in, `example.xlsx` the same filled in with an invented cluster,
    `my_cluster.ipynb` a notebook that reads one of them, and `README.md` says what to do first.

    Parameters
    ----------
    folder : str or path
        The folder to make; nothing may be there yet.
    language : {"en", "lt"}, default "en"
        Language of notes, headers and texts.

    Returns
    -------
    pathlib.Path
        The folder.

    Raises
    ------
    InputError
        If there is something already, or the folder cannot be made.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as here:
    ...     sorted(file.name for file in new(f"{here}/mine").iterdir())
    ['README.md', 'cluster.xlsx', 'example.xlsx', 'my_cluster.ipynb']
    """
    check_language(language)
    try:
        target = path_of(folder)
        _make(target, language)
    except InputError as error:
        raise error.in_language(language) from None
    return target


def _make(target: Path, language: Language) -> None:
    if os.path.lexists(target):
        raise InputError(Problem("there is something already; choose another folder", file=str(target)))
    with whole(target, replace=False, parents=True) as scratch:
        scratch.mkdir()
        (scratch / "README.md").write_text(readme_text(language), encoding="utf-8", newline="\n")
        (scratch / "my_cluster.ipynb").write_text(notebook_text(language), encoding="utf-8", newline="\n")
        write_workbook(scratch / "cluster.xlsx", TEMPLATE[language], language)
        write_workbook(scratch / "example.xlsx", EXAMPLE[language], language)
