"""Two names change places at once, or nothing happens."""

import ctypes

import pytest

from socluster.core import exchange as module
from socluster.core.exchange import exchange


@pytest.fixture
def two(tmp_path):
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    return tmp_path / "one", tmp_path / "other"


def content(two):
    return [(path / "file").read_text() for path in two]


def test_two_folders_change_places_or_stay(two):
    changed = exchange(*two)
    assert content(two) == (["other", "one"] if changed else ["one", "other"])


def test_where_the_system_does_not_know_it_nothing_happens(two, monkeypatch):
    monkeypatch.setattr(module.ctypes, "CDLL", lambda *_, **__: object())
    assert not exchange(*two)
    assert content(two) == ["one", "other"]


def test_what_the_disk_cannot_do_is_no_error_but_what_is_not_there_is(two, monkeypatch):
    class System:
        def renameat2(self, *_):
            return -1

        renamex_np = renameat2

    monkeypatch.setattr(module.ctypes, "CDLL", lambda *_, **__: System())
    monkeypatch.setattr(ctypes, "get_errno", lambda: 22)
    assert not exchange(*two)
    monkeypatch.setattr(ctypes, "get_errno", lambda: 2)
    with pytest.raises(FileNotFoundError):
        exchange(*two)
