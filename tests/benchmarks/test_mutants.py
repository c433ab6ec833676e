"""The changes that the tests are tried with: what is changed, and what is left alone."""

import ast
import random
from pathlib import Path
from textwrap import dedent

import pytest

import socluster
from benchmarks.mutants import places

FILES = sorted(Path(socluster.__file__).parent.rglob("*.py"))


def changed(source):
    """The lines after each change, without the brackets that keep the order of operations."""
    source = dedent(source).strip("\n") + "\n"
    return {change.shown(source)[1] for change in places(source)}


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("x = a < b", "x = (a <= b)"),
        ("x = a == b", "x = (a != b)"),
        ("x = a is None", "x = (a is not None)"),
        ("x = a + b", "x = (a - b)"),
        ("x = a / b", "x = (a * b)"),
        ("x = 3", "x = 4"),
        ("x = 0.05", "x = 0.1"),
        ("x = True", "x = False"),
        ("x = a and b", "x = (a or b)"),
        ("x = a or b", "x = b"),
        ("x = min(a)", "x = max(a)"),
        ("x = a.mean()", "x = a.median()"),
        ("x = np.sqrt(a)", "x = a"),
        ("x = f(a, b)", "x = f(b, a)"),
        ("x = f(a, key=b)", "x = f(a)"),
        ("x = f(a, seed)", "x = f(a, 7919)"),
        ("x = -a", "x = a"),
        ("x = not a", "x = a"),
        ("x = a if b else c", "x = a if (not b) else c"),
        ("x = [y for y in a if y]", "x = [y for y in a if True]"),
        ("x.sort()", "pass"),
        ("x += a", "x -= a"),
        ("x[a] = b", "pass"),
    ],
)
def test_each_kind_of_change(line, after):
    assert after in changed(line)


def test_a_return_gives_what_its_neighbour_gives():
    assert {"return b", "return a"} <= changed("""
        def f(a, b):
            if a:
                return a
            return b
    """)


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring with 3 numbers."""',
        "x: Literal[1, 2]",
        "def f(a: int | None) -> tuple[int, int]: ...",
        "@cache(maxsize=3)\ndef f(): ...",
        "raise ValueError(f'{x + 1} is too many')",
        "Name: TypeAlias = dict[str, int] | None",
        "__all__ = ['a', 'b']",
        "x = say('{n} of 3', n=n)",
        "assert x is not None",
        "if TYPE_CHECKING:\n    x = 3",
        "from a import b",
    ],
)
def test_what_nobody_runs_or_everybody_reads_is_left_alone(source):
    assert changed(source) == set()


@pytest.mark.parametrize("path", random.Random(1).sample(FILES, 40), ids=lambda path: path.name)
def test_a_change_makes_another_module_that_is_one(path):
    source = path.read_text(encoding="utf-8")
    every = list(places(source))
    before = ast.dump(ast.parse(source))
    for change in random.Random(path.name).sample(every, min(5, len(every))):
        after = change.made(source)
        assert ast.dump(ast.parse(after)) != before
        assert after.count("\n") <= source.count("\n")
