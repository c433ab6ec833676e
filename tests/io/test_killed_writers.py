"""Whoever is killed while a network is written over another one, at whatever step: the old or the new stands there."""

import os
import subprocess
import sys
import warnings

import pytest

import socluster as sc
from socluster.core.errors import LossWarning
from tests import killed_writer

# A folder and a pair in their own ways, a file of any format in one way; False: a system that cannot exchange folders.
WAYS = [("folder", True), ("folder", False), ("tables.parquet", True), ("pair.##h", True), ("cluster.json", True)]


def read(place):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        return sc.read(place)


def written(cluster, place):
    place.parent.mkdir()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        sc.write(cluster, place)
    return read(place)


def scratch_in(folder):
    return [name for name in os.listdir(folder) if name.startswith(".")]


@pytest.mark.one_of(3)
@pytest.mark.parametrize(("name", "exchanges"), WAYS)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed, which this system does not know")
def test_after_a_death_at_any_step_the_old_or_the_new_stands_there(tmp_path, name, exchanges):
    old, new = killed_writer.networks(sc)
    expected = [written(cluster, tmp_path / cluster.fingerprint / name) for cluster in (old, new)]
    assert expected[0] != expected[1]
    command = [sys.executable, killed_writer.__file__, str(tmp_path), name, str(exchanges)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    calls, status = map(int, done.stdout.split())
    assert (status, calls > 10) == (0, True)
    found = [look(tmp_path / str(call) / name, expected) for call in range(1, calls + 1)]
    assert found[0] == 0
    assert found == sorted(found)  # there is one step after which it is the new one
    assert found[-1] == 1


def look(place, expected):
    """Return whether the new one stands there; then write once more, which leaves nothing of the dead writer."""
    found = expected.index(read(place))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LossWarning)
        sc.write(expected[0], place)
    assert read(place) == expected[0]
    assert scratch_in(place.parent) == []
    return found
