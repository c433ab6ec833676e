"""The same people may read and write the new as could the old."""

import os
import stat

import pytest

from socluster.core.errors import InputError
from socluster.core.modes import keep_modes, refuse_read_only


def mode_of(path):
    return stat.S_IMODE(path.stat().st_mode)


def put(path, mode):
    path.write_text("")
    path.chmod(mode)
    return path


def test_a_file_takes_the_mode_and_keeps_its_own_time(tmp_path):
    old, new = put(tmp_path / "old", 0o640), put(tmp_path / "new", 0o644)
    os.utime(old, (1, 1))
    keep_modes(new, old)
    assert mode_of(new) == 0o640
    assert new.stat().st_mtime > 1


def test_what_was_not_there_is_for_those_who_may_read_all_that_was(tmp_path):
    new = put(tmp_path / "new", 0o644)
    keep_modes(new, tmp_path / "nothing", beside=[put(tmp_path / "a", 0o640), put(tmp_path / "b", 0o604)])
    assert mode_of(new) == 0o600
    other = put(tmp_path / "other", 0o644)
    keep_modes(other, tmp_path / "nothing")
    assert mode_of(other) == 0o644


def test_a_folder_that_takes_the_place_of_a_file_can_still_be_entered(tmp_path):
    (tmp_path / "new").mkdir(mode=0o755)
    keep_modes(tmp_path / "new", put(tmp_path / "old", 0o600))
    assert mode_of(tmp_path / "new") & 0o700 == 0o700


def test_read_only_is_refused_by_the_name_that_was_given(tmp_path):
    put(tmp_path / "old", 0o444)
    with pytest.raises(InputError, match=r"^mine: is read-only"):
        refuse_read_only(tmp_path / "old", "mine")
    refuse_read_only(tmp_path / "nothing", "mine")
