"""Whatever fails, and at whatever step: what stands there is the old or the new, whole, and nothing else is left."""

import os
import stat
from pathlib import Path

import pytest

from socluster.core import whole as module
from socluster.core.errors import HardLinkWarning, InputError
from socluster.core.exchange import exchange
from socluster.core.whole import settle, whole, write_text

OLD, NEW = "old", "new"


def put(path, kind, text):
    """Write a file, a folder of two files, or a pair of files."""
    if kind == "folder":
        path.mkdir()
        (path / "a.csv").write_text(text)
        (path / f"{text}.csv").write_text(text)
    else:
        path.write_text(text)
        if kind == "pair":
            path.with_suffix(".half").write_text(text)


def write(target, kind, text, *, then=None, meanwhile=lambda: None, **options):
    """Write through `whole`, then let something happen or fail."""
    with whole(target, **options) as scratch:
        put(scratch, kind, text)
        meanwhile()
        if then is not None:
            raise then


def content(folder):
    """Return everything in a folder, by its path."""
    return {str(each.relative_to(folder)): each.read_text() for each in folder.rglob("*") if each.is_file()}


def expected(folder, kind, text):
    folder.mkdir()
    if kind is not None:
        put(folder / "it.x", kind, text)
    return content(folder)


def fail_at(monkeypatch, step, error):
    """Let the renaming number `step` fail, counted from 1, and none after it."""
    calls = iter(range(1, 100))
    rename = os.replace

    def replace(source, target):
        if next(calls) == step:
            raise error
        rename(source, target)

    monkeypatch.setattr(os, "replace", replace)


@pytest.fixture(params=["exchange", "one by one"])
def steps_of_a_folder(request, monkeypatch, tmp_path):
    """A system that can exchange two folders at once, and one that cannot: its number of steps."""
    if request.param == "exchange":
        (tmp_path / "one").mkdir()
        (tmp_path / "other").mkdir()
        if not exchange(tmp_path / "one", tmp_path / "other"):
            pytest.skip("this system cannot exchange folders")
        return 0
    monkeypatch.setattr(module, "exchange", lambda one, other: False)
    return 2


CASES = [(old, new) for new in ("file", "folder", "pair") for old in (None, "file", "folder", "pair")]
CASES = [(old, new) for old, new in CASES if old != "folder" or new == "folder"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "ctrl-c"])
@pytest.mark.parametrize(("old", "new"), CASES)
def test_a_renaming_that_fails_leaves_the_old_or_the_new(tmp_path, monkeypatch, old, new, error, steps_of_a_folder):
    before, after = expected(tmp_path / "before", old, OLD), expected(tmp_path / "after", new, NEW)
    if (old, new) == ("pair", "file") or (old, new) == ("pair", "folder"):
        after["it.half"] = OLD  # no part of what is written
    steps = {"file": 1, "folder": 1 if old is None else steps_of_a_folder, "pair": 2}[new]
    for step in range(1, steps + 2):
        folder = tmp_path / f"{step}"
        folder.mkdir()
        if old is not None:
            put(folder / "it.x", old, OLD)
        with monkeypatch.context() as patch:
            fail_at(patch, step, error)
            if step <= steps:
                with pytest.raises((InputError, KeyboardInterrupt)):
                    write(folder / "it.x", new, NEW)
            else:
                write(folder / "it.x", new, NEW)
        assert content(folder) == (before if step <= steps else after), step
        assert not [each for each in folder.iterdir() if each.name.startswith(".")], step


@pytest.mark.parametrize("old", [None, "file", "folder", "pair"])
@pytest.mark.parametrize("new", ["file", "folder", "pair"])
def test_writing_that_fails_midway_leaves_the_old(tmp_path, old, new):
    before = expected(tmp_path / "before", old, OLD)
    folder = tmp_path / "there"
    folder.mkdir()
    if old is not None:
        put(folder / "it.x", old, OLD)
    with pytest.raises(InputError, match="No space left on device") as caught:
        write(folder / "it.x", new, "half", then=OSError(28, "No space left on device"))
    assert caught.value.problems[0].file == str(folder / "it.x")
    assert content(folder) == before
    assert not [each for each in folder.iterdir() if each.name.startswith(".")]


def test_an_error_of_another_kind_passes_as_it_is(tmp_path):
    with pytest.raises(ZeroDivisionError):
        write(tmp_path / "it.x", "file", "half", then=ZeroDivisionError())
    assert os.listdir(tmp_path) == []


def test_what_cannot_be_put_back_is_kept_and_the_error_says_where(tmp_path, monkeypatch):
    put(tmp_path / "it.x", "folder", OLD)
    monkeypatch.setattr(module, "exchange", lambda one, other: False)
    rename = os.replace

    def replace(source, target):
        if Path(target) == tmp_path / "it.x":
            raise OSError(5, "Input/output error")
        rename(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(InputError, match="what stood there is kept in") as caught:
        write(tmp_path / "it.x", "folder", NEW)
    (kept,) = tmp_path.iterdir()
    assert str(kept) in str(caught.value)
    assert content(kept / "old") == {"it.x/a.csv": OLD, "it.x/old.csv": OLD}
    monkeypatch.undo()
    settle(tmp_path / "it.x")  # whoever comes next finishes it
    assert content(tmp_path) == {"it.x/a.csv": NEW, "it.x/new.csv": NEW}


def test_the_scratch_has_the_name_of_the_target_and_stands_in_its_folder(tmp_path):
    with whole(tmp_path / "it.x") as scratch:
        assert (scratch.name, scratch.parent.parent.parent, scratch.exists()) == ("it.x", tmp_path, False)
        scratch.write_text(NEW)


def test_what_was_not_written_is_no_success(tmp_path):
    with pytest.raises(InputError, match="cannot be written: No such file"), whole(tmp_path / "it.x"):
        pass
    put(tmp_path / "it.x", "pair", OLD)
    with pytest.raises(InputError, match="cannot be written: No such file"), whole(tmp_path / "it.x") as scratch:
        scratch.with_suffix(".half").write_text(NEW)
    assert content(tmp_path) == {"it.x": OLD, "it.half": OLD}


@pytest.mark.parametrize("new", ["file", "pair"])
def test_a_file_never_replaces_a_folder(tmp_path, new):
    (tmp_path / ("it.half" if new == "pair" else "it.x")).mkdir()
    with pytest.raises(InputError, match="Is a directory"):
        write(tmp_path / "it.x", new, NEW)
    assert len(os.listdir(tmp_path)) == 1


def test_nothing_is_replaced_that_may_not_be(tmp_path):
    with pytest.raises(InputError, match="File exists"):  # somebody else was quicker
        write(tmp_path / "it.x", "folder", NEW, replace=False, meanwhile=lambda: put(tmp_path / "it.x", "folder", OLD))
    assert content(tmp_path) == {"it.x/a.csv": OLD, "it.x/old.csv": OLD}


def test_the_folder_to_write_to_must_exist_unless_it_may_be_made(tmp_path):
    target = tmp_path / "a" / "b" / "it.x"
    with pytest.raises(InputError, match="the folder to write to does not exist") as caught:
        write_text(target, NEW)
    assert caught.value.problems[0].file == str(target.parent)
    assert os.listdir(tmp_path) == []
    write(target, "file", NEW, parents=True)
    assert content(tmp_path) == {"a/b/it.x": NEW}


def test_a_file_where_a_folder_should_be_is_told_with_the_file(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="cannot be written") as caught:
        write(tmp_path / "file" / "deeper" / "it.x", "file", NEW, parents=True)
    assert caught.value.problems[0].file == str(tmp_path / "file" / "deeper" / "it.x")


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_is_followed(tmp_path, kind):
    (tmp_path / "far").mkdir()
    put(tmp_path / "far" / "it.x", kind, OLD)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "it.x")
    write(tmp_path / "link", kind, NEW)
    assert (tmp_path / "link").is_symlink()
    assert set(content(tmp_path / "far").values()) == {NEW}
    assert sorted(os.listdir(tmp_path)) == ["far", "link"]


def test_text_is_utf8_with_its_own_line_ends(tmp_path):
    write_text(str(tmp_path / "t.txt"), "ąž\r\nū\n")
    assert (tmp_path / "t.txt").read_bytes() == "ąž\r\nū\n".encode()


# -- who may read it, and what is no file ------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o666])
def test_who_may_read_a_file_stays_the_same(tmp_path, mode):
    put(tmp_path / "it.x", "pair", OLD)
    for name in ("it.x", "it.half"):
        (tmp_path / name).chmod(mode)
    write(tmp_path / "it.x", "pair", NEW)
    assert {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("it.x", "it.half")} == {mode}


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o700, 0o600), (0o750, 0o640), (0o755, 0o600)])
def test_so_with_a_folder_and_what_is_new_in_it(tmp_path, steps_of_a_folder, folder_mode, file_mode):
    place = tmp_path / "it.x"
    put(place, "folder", OLD)
    for file in place.iterdir():
        file.chmod(file_mode)
    place.chmod(folder_mode)
    write(place, "folder", NEW)
    assert content(place) == {"a.csv": NEW, "new.csv": NEW}
    assert stat.S_IMODE(place.stat().st_mode) == folder_mode
    assert {stat.S_IMODE(file.stat().st_mode) for file in place.iterdir()} == {file_mode}


def test_the_half_that_was_not_there_is_as_private_as_the_other(tmp_path):
    (tmp_path / "it.x").write_text(OLD)
    (tmp_path / "it.x").chmod(0o600)
    write(tmp_path / "it.x", "pair", NEW)
    assert stat.S_IMODE((tmp_path / "it.half").stat().st_mode) == 0o600


def test_nobody_else_can_look_into_the_scratch(tmp_path):
    with whole(tmp_path / "it.x") as scratch:
        assert stat.S_IMODE(scratch.parent.parent.stat().st_mode) == 0o700
        scratch.touch()


@pytest.mark.parametrize("kind", ["file", "folder", "pair"])
def test_what_is_read_only_is_not_replaced(tmp_path, kind):
    put(tmp_path / "it.x", kind, OLD)
    before = content(tmp_path)
    file = tmp_path / {"file": "it.x", "folder": "it.x/a.csv", "pair": "it.half"}[kind]
    file.chmod(0o444)
    with pytest.raises(InputError, match="is read-only") as caught:
        write(tmp_path / "it.x", kind, NEW)
    assert caught.value.problems[0].file == str(file)
    assert content(tmp_path) == before
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.timeout(600)
def test_a_pipe_is_neither_replaced_nor_waited_for(tmp_path):
    os.mkfifo(tmp_path / "it.x")
    with pytest.raises(InputError, match="neither a file nor a folder"):
        write(tmp_path / "it.x", "file", NEW)
    assert stat.S_ISFIFO((tmp_path / "it.x").stat().st_mode)


def test_a_link_that_leads_back_to_itself_is_told(tmp_path):
    (tmp_path / "it.x").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "it.x")
    with pytest.raises(InputError, match="is a link that leads back to itself"):
        write(tmp_path / "it.x", "file", NEW)
    assert sorted(os.listdir(tmp_path)) == ["it.x", "other"]


def test_the_folder_in_which_one_is_stays(tmp_path, monkeypatch):
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    for name in (".", "..", tmp_path, "/"):
        with pytest.raises(InputError, match=r"the folder in which you are|no name of a file"):
            write(name, "folder", NEW)


@pytest.mark.parametrize("name", ["", "a\0b", "\ud800", "n" * 300, "n" * 250, 5, None])
def test_every_name_is_written_to_or_refused_in_words(tmp_path, name):
    target = tmp_path / name if isinstance(name, str) and name else name
    if isinstance(name, str) and len(name) == 250:  # the longest that most systems take is 255
        write(target, "file", NEW)
        assert target.read_text() == NEW
    else:
        with pytest.raises(InputError):
            write(target, "file", NEW)
        assert os.listdir(tmp_path) == []


def test_the_content_is_on_the_disk_before_it_takes_its_name(tmp_path, monkeypatch):
    """So that a power cut does not leave an empty file under a good name."""
    done = []
    fsync, rename = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append("fsync"), fsync(number)))
    monkeypatch.setattr(os, "replace", lambda *names: (done.append("replace"), rename(*names)))
    write(tmp_path / "it.x", "pair", NEW)
    assert done == ["fsync", "fsync", "replace", "replace"]


def test_other_names_of_a_file_keep_the_old_content_and_this_is_told(tmp_path):
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    write_text(path, "old")
    other.hardlink_to(path)
    with pytest.warns(HardLinkWarning, match=r"a\.txt had other names \(hard links\)"):
        write_text(path, "new")
    assert (path.read_text(), other.read_text()) == ("new", "old")
    write_text(path, "newer")  # which has one name now
