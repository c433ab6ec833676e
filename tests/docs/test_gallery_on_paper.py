"""Every picture of the gallery, printed in a column of a journal and over a page, in both languages."""

import ast
import re
import warnings
from functools import cache
from pathlib import Path

import pytest

from socluster.plot.saving import for_paper, pixels
from tests.examples import FULL
from tests.plot.boxes import faults

GALLERY = (Path(__file__).parents[2] / "docs" / "gallery.md").read_text(encoding="utf-8")
CELLS = re.findall(r"```\{code-cell\} python\n(.*?)```", GALLERY, re.DOTALL)
DRAWN = [place for place, cell in enumerate(CELLS) if isinstance(ast.parse(cell).body[-1], ast.Expr)]
# What is drawn of the cluster as it is; the others first compute for seconds, and are drawn in the full profile.
QUICK = [place for place, cell in enumerate(CELLS) if re.search(r"^sc\.plot\.(network|timeline|met_needs)", cell, re.M)]
PICTURES = DRAWN if FULL else QUICK
HIGHEST = 240  # mm: a page of A4 without its margins


class InLanguage(ast.NodeTransformer):
    """Ask every picture in a language."""

    def __init__(self, language):
        """Keep the language."""
        self.language = language

    def visit_Call(self, node):
        """Add the language to what draws."""
        self.generic_visit(node)
        called = ast.unparse(node.func)
        if re.search(r"\.plot(_\w+)?$", called) or called.startswith("sc.plot."):
            node.keywords.append(ast.keyword("language", ast.Constant(self.language)))
        return node


@cache
def pictures(language):
    """Return the figures by the place of their cell."""
    found, known = {}, {}
    for place, cell in enumerate(CELLS):
        *before, last = ast.fix_missing_locations(InLanguage(language).visit(ast.parse(cell))).body
        if place not in DRAWN:
            before.append(last)
        elif place not in PICTURES:
            before = [each for each in before if isinstance(each, ast.FunctionDef)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(ast.Module(before, []), "gallery", "exec"), known)
            if place in PICTURES:
                found[place] = eval(compile(ast.Expression(last.value), "gallery", "eval"), known)
    return found


def test_the_cells_are_found():
    assert len(QUICK) >= 6
    assert len(DRAWN) >= 20


@pytest.mark.parametrize("language", ["en", "lt"])
@pytest.mark.parametrize("mm", [85, 170])
@pytest.mark.parametrize("place", PICTURES)
def test_on_paper_words_lie_on_nothing_and_the_picture_fits_on_a_page(place, mm, language):
    printed = for_paper(pictures(language)[place], pixels(mm), None)
    assert faults(printed) == []
    assert "…" not in f"{printed.layout.title.text} {printed.layout.title.subtitle.text}", "the title is cut"
    assert printed.layout.height <= pixels(HIGHEST)
