"""What a command says of the needs beside a cluster: how many were read from where, and what is probably a slip."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socluster.cli.what_if import needs_in
from socluster.core.terminal import complain, tell
from socluster.words import Language, count, say

if TYPE_CHECKING:
    import pandas as pd

    from socluster.core.cluster import Cluster
    from socluster.core.tables import Origin

__all__ = ["is_workbook", "needs_of_data", "tell_needs"]


def is_workbook(path: str) -> bool:
    """Whether it is a file that may hold a sheet of needs."""
    try:
        return Path(path).suffix.casefold() == ".xlsx" and Path(path).is_file()
    except OSError:  # a name that is too long, which has been said already
        return False


def needs_of_data(cluster: Cluster, options: argparse.Namespace) -> pd.DataFrame | None:
    """Return what is needed: of the workbook that was named, else of the data's own, as the app takes it."""
    from socluster.app.server.uploads import why_no_coverage  # loads the whole library, which the help does not need
    from socluster.io.needs import read_needs

    if options.needs is not None or not is_workbook(options.path):
        return needs_in(options)
    needs = read_needs(options.path, language=options.language)
    if needs.empty:
        return None
    if why := why_no_coverage(cluster, needs):
        complain(why[options.language])
        return None
    return needs


def tell_needs(path: str, cluster: Cluster, needs: pd.DataFrame, origin: Origin | None, language: Language) -> None:
    """Say how many needs were read from which sheet, of how many the amount is not known, and what to look at again."""
    from socluster.measures.services.doubtful import doubtful_needs

    if origin is None:  # no sheet of needs
        return
    told = count("{file}: {n} need was read.", "{file}: {n} needs were read.", len(needs), language, file=origin.label)
    unknown = int(needs["amount"].isna().sum())
    if unknown:
        more = count(
            "The amount of {n} is not known; it is left out of what is needed.",
            "The amounts of {n} are not known; they are left out of what is needed.",
            unknown,
            language,
        )
        told = f"{told} {more}"
    tell(told)
    for problem in doubtful_needs(cluster, needs, origin):
        doubt = replace(problem, file=None, language=language)  # the file stands before it
        tell(say("{path}: look again at {doubt}", language, path=path, doubt=doubt))
