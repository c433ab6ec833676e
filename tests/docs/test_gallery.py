"""The gallery shows or names every picture that there is."""

import re
from pathlib import Path

import socluster as sc

GALLERY = (Path(__file__).parents[2] / "docs" / "gallery.md").read_text(encoding="utf-8")


def test_every_picture_is_in_the_gallery():
    named = set(re.findall(r"sc\.plot\.(\w+)", GALLERY))
    assert set(sc.plot.__all__) - {"config", "positions"} <= named
    assert named <= set(sc.plot.__all__), "there is no such picture"
