"""What a command is given to read: a file, a folder, or the name of a shipped dataset."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from socluster.words import Language

if TYPE_CHECKING:
    from socluster.core.cluster import Cluster

__all__ = ["opened"]


def opened(path: str, language: Language) -> Cluster:
    """Return the cluster; what lies on the disk goes before a dataset of the same name."""
    from socluster.io.datasets import DATASETS, load_dataset  # loads pandas, which the help does not need
    from socluster.io.files import read

    return load_dataset(path) if path in DATASETS and not Path(path).exists() else read(path, language=language)
