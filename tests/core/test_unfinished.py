"""The steps that a dead writer has left are taken, or it is said where the new files are."""

import json
import os
from pathlib import Path

import pytest

from socluster.core import unfinished as module
from socluster.core.errors import InputError
from socluster.core.scratch import Scratch
from socluster.core.unfinished import finish, take_names

NAMES = ("it.body", "it.head")


class Death(BaseException):
    """The process ends here, without a word."""


@pytest.fixture
def places(tmp_path):
    found = [tmp_path / name for name in NAMES]
    for place in found:
        place.write_text("old")
    return found


def written(tmp_path):
    scratch = Scratch(tmp_path)
    for name in NAMES:
        (scratch.new / name).write_text("new")
    return scratch


@pytest.fixture(params=[(0, True), (1, True), (0, False), (1, False), (2, False), (3, False)], ids=str)
def moves(request, monkeypatch):
    """After how many moves the writer dies, on a disk that knows second names for a file, or on one that does not."""
    number, has_links = request.param
    if not has_links:
        monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError(1, "Operation not permitted")))
    return number


def die_after(moves, places, tmp_path, monkeypatch):
    """Let a writer die after so many moves; what would put things back is dead as well."""
    rename = os.replace
    left = [moves]

    def replace(source, target):
        if not left[0]:
            raise Death
        left[0] -= 1
        rename(source, target)

    scratch = written(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        patch.setattr(module, "_put_back", lambda *_: (_ for _ in ()).throw(Death))
        with pytest.raises(Death):
            take_names(scratch, places)
    scratch.close(keep=True)
    return scratch.folder


def texts(places):
    return [place.read_text() for place in places]


def test_the_steps_that_are_left_are_taken(tmp_path, places, monkeypatch, moves):
    folder = die_after(moves, places, tmp_path, monkeypatch)
    assert folder.exists()
    finish(places)
    assert texts(places) == ["new", "new"]
    assert sorted(os.listdir(tmp_path)) == sorted(NAMES)


def test_what_was_written_since_is_not_replaced(tmp_path, places, monkeypatch, moves):
    folder = die_after(moves, places, tmp_path, monkeypatch)
    (tmp_path / "it.body").unlink(missing_ok=True)
    (tmp_path / "it.body").write_text("by another program")
    with pytest.raises(InputError, match="other files have been written here since") as caught:
        finish(places)
    assert str(folder / "new") in str(caught.value)
    assert (tmp_path / "it.body").read_text() == "by another program"


def test_who_may_not_finish_is_told_where_the_files_are(tmp_path, places, monkeypatch):
    folder = die_after(1, places, tmp_path, monkeypatch)

    def forbidden(source, target):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", forbidden)
        with pytest.raises(InputError, match=r"move them here \(Permission denied\)") as caught:
            finish(places)
    assert str(folder / "new") in str(caught.value)
    finish(places)
    assert texts(places) == ["new", "new"]


def test_a_living_writer_is_waited_for_but_not_for_ever(tmp_path, places, monkeypatch):
    folder = module._folder_of(places)
    scratch = written(tmp_path)
    scratch.move(folder)
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with pytest.raises(InputError, match="another process is writing here"):
        finish(places)
    monkeypatch.undo()
    monkeypatch.setattr(module.time, "sleep", lambda _: scratch.close())  # it comes to its end while we wait
    finish(places)
    assert texts(places) == ["old", "old"]


def test_two_writers_do_not_mix(tmp_path, places, monkeypatch):
    one, other = written(tmp_path), written(tmp_path)
    take_names(one, places)
    with monkeypatch.context() as patch:
        patch.setattr(module, "_PATIENCE", 0.0)
        with pytest.raises(InputError, match="another process"):
            take_names(other, places)
    one.close()
    take_names(other, places)
    other.close()
    assert sorted(os.listdir(tmp_path)) == sorted(NAMES)


def test_the_list_of_moves_is_removed_first(tmp_path, places):
    """A folder without the list is one of which all steps are taken, so that it is only to be removed."""
    scratch = written(tmp_path)
    take_names(scratch, places)
    assert set(json.loads((scratch.folder / "moves.json").read_text())) == set(NAMES)
    (scratch.folder / "moves.json").unlink()
    scratch.close(keep=True)
    places[0].write_text("later")
    finish(places)
    assert texts(places) == ["later", "new"]
    assert sorted(os.listdir(tmp_path)) == sorted(NAMES)


def test_a_name_of_any_length_has_its_folder():
    assert len(module._folder_of([Path("n" * 255)]).name) < 100


def test_the_place_is_never_empty_where_a_file_can_have_two_names(tmp_path, places, monkeypatch):
    rename, seen = os.replace, []

    def replace(source, target):
        seen.append(all(place.exists() for place in places))
        rename(source, target)
        seen.append(all(place.exists() for place in places))

    scratch = written(tmp_path)
    monkeypatch.setattr(os, "replace", replace)
    take_names(scratch, places)
    scratch.close()
    assert seen == [True] * 4


def test_who_finishes_may_die_as_well(tmp_path, places, monkeypatch, moves):
    die_after(0, places, tmp_path, monkeypatch)
    rename, left = os.replace, [moves]

    def replace(source, target):
        if not left[0]:
            raise Death
        left[0] -= 1
        rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", replace)
        with pytest.raises(Death):
            finish(places)
    finish(places)
    assert texts(places) == ["new", "new"]
    assert sorted(os.listdir(tmp_path)) == sorted(NAMES)
