"""Static pictures as pixels."""

import builtins
import importlib.util
import struct

import pytest

from socluster.plot.svg import png as module
from socluster.plot.svg.bars import bars
from socluster.plot.svg.png import png

PICTURE = bars([("A", 2, "2"), ("B", 1, "1")], "By kind")


@pytest.fixture(autouse=True)
def _asked_anew():
    module._can_write.cache_clear()
    yield
    module._can_write.cache_clear()


@pytest.mark.skipif(importlib.util.find_spec("resvg_py") is None, reason="the extra report is not installed")
def test_a_picture_has_the_pixels_that_were_asked_for_and_its_words():
    width, _ = struct.unpack(">II", png(PICTURE)[16:24])
    assert width == 2 * 360
    assert png(PICTURE) != png(PICTURE.replace("By kind", "By size"))
    assert struct.unpack(">II", png(PICTURE, 1.0)[16:24])[0] == 360


def test_without_resvg_there_is_no_picture(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name == "resvg_py":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert png(PICTURE) is None


def test_without_a_font_there_is_no_picture_without_words(monkeypatch):
    monkeypatch.setattr(module, "_drawn", lambda svg, zoom: b"the same")
    assert png(PICTURE) is None
