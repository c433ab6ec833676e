"""What is kept is kept for one visitor, in bounded number, size and time, and nowhere where a path would lead."""

import os
import tempfile

import pytest

from socluster.app.server.keeping import Keeping


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def keeping(clock):
    made = Keeping(3, 100, 60.0, clock=clock)
    yield made
    made.close()


def test_a_visitor_gets_back_what_was_kept_and_nobody_else_does(keeping):
    key = keeping.put("a", "x.csv", {"suffix": ".csv"}, b"1,2")
    kept, content = keeping.get("a", key)
    assert (kept.name, kept.about, content) == ("x.csv", {"suffix": ".csv"}, b"1,2")
    assert keeping.get("a", key)[1] == b"1,2"
    assert keeping.get("b", key) is None
    assert keeping.get("a", "else") is None
    assert keeping.get("a", None) is None
    assert keeping.get("a", ["x"]) is None


def test_what_has_no_content_is_kept_as_well(keeping):
    assert keeping.get("a", keeping.put("a", "", {"dataset": "knoke"}))[1] == b""


def test_the_longest_unused_of_a_visitor_goes_first(keeping, clock):
    keys = []
    for _ in range(3):
        clock.now += 1
        keys.append(keeping.put("a", "", {}, b"x"))
    other = keeping.put("b", "", {}, b"x")
    clock.now += 1
    keeping.get("a", keys[0])
    clock.now += 1
    keeping.put("a", "", {}, b"x")
    assert [keeping.get("a", key) is None for key in keys] == [False, True, False]
    assert keeping.get("b", other) is not None


def test_all_together_have_a_size(keeping, clock):
    first = keeping.put("a", "", {}, b"x" * 60)
    clock.now += 1
    second = keeping.put("b", "", {}, b"x" * 60)
    assert keeping.get("a", first) is None
    assert keeping.get("b", second) is not None


def test_it_is_forgotten_when_it_is_not_used(keeping, clock):
    key = keeping.put("a", "", {}, b"x")
    clock.now += 59
    assert keeping.get("a", key) is not None
    clock.now += 59
    assert keeping.get("a", key) is not None
    clock.now += 61
    assert keeping.get("a", key) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows removes such files when they are closed")
def test_no_name_leads_to_the_content(tmp_path, monkeypatch, clock):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    keeping = Keeping(3, 100, 60.0, clock=clock)
    keeping.put("a", "secret.xlsx", {}, b"x")
    assert list(tmp_path.iterdir()) == []
    keeping.close()
