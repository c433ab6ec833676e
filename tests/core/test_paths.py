"""Whatever is given as the name of a file is one, or is refused in words."""

import os

import pytest

from socluster.core.errors import InputError
from socluster.core.paths import is_there, path_of, refuse_special


@pytest.mark.parametrize("given", ["", "a\0b", "\ud800", "x\udfff.json"])
def test_no_name_of_a_file(given):
    with pytest.raises(InputError, match="is no name of a file"):
        path_of(given)


@pytest.mark.parametrize("given", [None, 5, b"bytes", ["a"]])
def test_a_path_is_text(given):
    with pytest.raises(InputError, match="a path is text"):
        path_of(given)


def test_a_name_that_is_not_utf8_on_the_disk_is_a_name(tmp_path):
    path = path_of(os.fsdecode(os.fsencode(tmp_path) + b"/\xe0\xe1.json"))
    assert not is_there(path)


def test_something_is_there_or_is_not_or_cannot_be_told(tmp_path):
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "file")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert is_there(tmp_path / "file")
    assert is_there(tmp_path / "link")
    assert not is_there(tmp_path / "nothing")
    assert not is_there(tmp_path / "file" / "deeper")
    with pytest.raises(InputError, match="leads back to itself"):
        is_there(tmp_path / "loop")
    with pytest.raises(InputError, match="cannot be read: File name too long"):
        is_there(tmp_path / ("n" * 300))


def test_a_pipe_is_refused_and_a_file_a_folder_and_nothing_are_not(tmp_path):
    (tmp_path / "file").touch()
    for fine in ("file", "nothing", "."):
        refuse_special(tmp_path / fine)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        refuse_special(tmp_path / "pipe")
