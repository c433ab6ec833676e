"""Which format a file is in, and what each can use."""

from __future__ import annotations

import inspect

import pytest

import socluster as sc
from socluster.core.errors import InputError
from socluster.io.formats import dl, pajek, vna
from socluster.io.known import FORMATS, USES, WRITTEN, format_of
from socluster.io.sheets import delimited


def test_every_format_says_which_options_it_uses():
    assert {*USES} == {*FORMATS.values()}
    options = {*inspect.signature(sc.read).parameters} - {"path", "language", "others"}
    assert {option for used in USES.values() for option in used} == options


def test_read_and_as_cluster_take_the_same_options():
    read = {*inspect.signature(sc.read).parameters} - {"path", "language"}
    given = {*inspect.signature(sc.as_cluster).parameters} - {"data"}
    assert given - read == {"labels"}
    assert read - given == {"encoding", "sheet"}


@pytest.mark.parametrize(
    ("begins", "module"),
    [(b"dl n=1", dl), (b"\xef\xbb\xbf\n DL ", dl), (b"*Vertices 1", pajek), (b"*Node data", vna), (b"a b", delimited)],
)
def test_a_text_file_by_its_first_word(tmp_path, begins, module):
    for name in ("x.txt", "x.DAT"):
        (tmp_path / name).write_bytes(begins)
        assert format_of(tmp_path / name) is module


def test_an_unknown_ending(tmp_path):
    with pytest.raises(InputError, match=r"'\.graphm' is not known; there are .*\.vna.*did you mean '\.graphml'"):
        format_of(tmp_path / "x.graphm")


def test_a_table_of_text_holds_no_cluster(tmp_path):
    assert ".csv" not in WRITTEN
    for suffix in {*FORMATS} - {*WRITTEN}:
        with pytest.raises(InputError, match="are read only"):
            sc.write(sc.as_cluster([("a", "b")]), tmp_path / f"x{suffix}")
    assert not list(tmp_path.iterdir())
