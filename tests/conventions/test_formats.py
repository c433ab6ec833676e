"""What every file format promises: what goes in comes back, or is named as lost; a damaged file is refused in words.

A new format is found by itself, as soon as its suffix stands in `socluster.io.known.FORMATS`.
"""

import contextlib
import random
import warnings

import pytest

import socluster as sc
from socluster.core.errors import LossWarning, SoclusterError, SoclusterWarning
from socluster.io.known import FORMATS, WRITTEN
from tests.conventions.kinds import KINDS, kind_of_cluster

SUFFIXES = [suffix for suffix in WRITTEN if suffix]  # and a folder: see below
NAMES = [f"cluster{suffix}" for suffix in SUFFIXES] + ["folder", "tables.parquet"]
DAMAGED = ("undirected", "multiplex", "two-mode", "unknown dyads")


def written(cluster, path):
    """Write, and return what the format said that it would lose."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        sc.write(cluster, path)
    assert {each.category for each in told} <= {LossWarning}
    return " ".join(str(each.message) for each in told)


def read(path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        return sc.read(path)


def differences(one, other):
    """Name the tables in which two clusters differ."""
    mine, theirs = one.to_tables(), other.to_tables()
    names = ("actors", "ties", "groups", "affiliations", "unknown", "layers", "info")
    found = [name for name in names if not _same(getattr(mine, name, None), getattr(theirs, name, None))]
    return found + (["name"] if one.name != other.name else [])


def _same(mine, theirs):
    return mine.equals(theirs) if hasattr(mine, "equals") and hasattr(theirs, "equals") else mine == theirs


def ties(cluster):
    """The ties by name, with their direction and strength."""
    columns = ["layer", "source", "target", "weight"]
    rows = [tuple(row) for row in cluster.ties[columns].itertuples(index=False)]
    directed = {name: cluster.is_directed(name) for name in cluster.tie_layers}
    return {(row[0], *(row[1:3] if directed[row[0]] else sorted(row[1:3])), row[3], directed[row[0]]) for row in rows}


def places(cluster):
    return {tuple(row) for row in cluster.affiliations[["actor", "group", "weight"]].itertuples(index=False)}


@pytest.mark.one_of(5)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_what_goes_in_comes_back_or_is_named_as_lost(tmp_path, name, kind):
    cluster = kind_of_cluster(kind)
    lost = written(cluster, tmp_path / name)
    back = read(tmp_path / name)
    if not lost and cluster.n_actors:  # of nobody, a matrix carries no columns
        assert back == cluster, differences(cluster, back)
        return
    assert list(back.labels) == list(cluster.labels)
    if "layer" not in lost:
        assert ties(back) == ties(cluster)
    if "group" not in lost and "affiliation" not in lost:
        assert places(back) == places(cluster)


@pytest.mark.parametrize("name", NAMES)
def test_writing_changes_nothing_in_the_cluster(tmp_path, name):
    for kind in ("multiplex", "two-mode", "uncertain"):
        cluster = kind_of_cluster(kind)
        tables, before = cluster.to_tables(), cluster.fingerprint
        (tmp_path / kind).mkdir()
        written(cluster, tmp_path / kind / name)
        assert cluster.fingerprint == before
        for table in ("actors", "ties", "groups", "affiliations", "unknown"):
            assert _same(getattr(tables, table), getattr(cluster.to_tables(), table)), table


@pytest.mark.parametrize("kind", DAMAGED)
@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_file_is_read_or_refused_in_words(tmp_path, name, kind):
    written(kind_of_cluster(kind), tmp_path / name)
    chance = random.Random(f"{name} {kind}")
    for file in sorted(path for path in [tmp_path / name, *(tmp_path / name).rglob("*")] if path.is_file()):
        data = file.read_bytes()
        for damaged in _damaged(data, chance):
            file.write_bytes(damaged)
            with contextlib.suppress(SoclusterError):
                read(tmp_path / name)
        file.write_bytes(data)


def _damaged(data, chance):
    yield b""
    yield data[: len(data) // 2]
    for _ in range(6):
        start = chance.randrange(len(data) + 1)
        yield data[:start] + chance.randbytes(chance.randrange(4)) + data[start + chance.randrange(5) :]


@pytest.mark.parametrize("module", sorted({module.__name__ for module in FORMATS.values()}))
def test_a_format_is_three_functions(module):
    (found,) = {each for each in FORMATS.values() if each.__name__ == module}
    assert found.__doc__
    for name in ("read", "write", "losses"):
        assert getattr(found, name).__doc__, name
