"""A scratch folder belongs to a living writer, or is cleaned by the next one."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from socluster.core import scratch as module
from socluster.core.scratch import Scratch, adopted, clean, remove

_DYING = """
import os, signal, sys
from pathlib import Path
from socluster.core.scratch import Scratch
scratch = Scratch(Path(sys.argv[1]))
(scratch.new / "half").write_text("half")
os.kill(os.getpid(), signal.SIGKILL)
"""


def die_in(folder):
    dead = subprocess.run([sys.executable, "-c", _DYING, str(folder)], check=False)
    assert dead.returncode == -signal.SIGKILL
    (left,) = folder.iterdir()
    return left


def test_the_folder_of_a_dead_writer_is_cleaned_and_that_of_a_living_one_is_not(tmp_path):
    left = die_in(tmp_path)
    alive = Scratch(tmp_path)
    (alive.new / "half").write_text("half")
    clean(tmp_path)
    assert not left.exists()
    assert (alive.new / "half").exists()
    alive.close()
    assert os.listdir(tmp_path) == []


def test_nothing_else_is_cleaned(tmp_path):
    for name in (".socluster-mine", ".0123456789abcdef", "socluster-000000000000"):
        (tmp_path / name).mkdir()
    clean(tmp_path)
    assert len(os.listdir(tmp_path)) == 3


def test_a_second_death_while_cleaning_leaves_what_the_third_cleans(tmp_path):
    left = die_in(tmp_path)
    (left / "new" / "half").unlink()
    (left / "new").rmdir()
    clean(tmp_path)  # only the lock was left
    assert os.listdir(tmp_path) == []
    (tmp_path / ".socluster-000000000000").mkdir()
    clean(tmp_path)  # not even that
    assert os.listdir(tmp_path) == []


def test_a_writer_from_under_whom_the_folder_is_cleaned_makes_another(tmp_path, monkeypatch):
    opened = Path.open
    swept = []

    def open_late(path, *arguments):
        if not swept:
            swept.append(path.parent)
            clean(tmp_path)  # between the folder and its lock
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", open_late)
    scratch = Scratch(tmp_path)
    assert list(tmp_path.iterdir()) == [scratch.folder]
    assert swept != [scratch.folder]
    scratch.close()


def test_without_locks_only_what_is_old_is_abandoned(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_LOCKS", None)
    scratch = Scratch(tmp_path)
    clean(tmp_path)
    assert scratch.folder.exists()
    os.utime(scratch.folder, (0, 0))
    clean(tmp_path)
    assert not scratch.folder.exists()
    scratch.close()


def test_only_one_takes_over(tmp_path):
    left = die_in(tmp_path)
    with adopted(left) as mine:
        assert mine
        with adopted(left) as yours:
            assert not yours
    remove(left)
    with adopted(left) as nobodys:
        assert nobodys
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_kept_is_left_to_whoever_comes_next(tmp_path):
    scratch = Scratch(tmp_path)
    scratch.close(keep=True)
    with adopted(scratch.folder) as mine:
        assert mine


def test_a_folder_that_is_gone_is_not_old(tmp_path):
    assert not module._is_old(tmp_path / "gone")
    os.utime(tmp_path, (0, 0))
    assert module._is_old(tmp_path)
