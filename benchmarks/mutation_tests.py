"""Which tests run which lines, recorded once, and which of them are worth running for one change.

As a plugin of pytest (`-p benchmarks.mutation_tests`) this module notes how long each test took and whether it passed;
what it ran is noted by coverage, one context for each test.
"""

from __future__ import annotations

import json
import os
import random
from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

import pytest
from coverage import CoverageData

__all__ = ["Tests"]

ROOT = Path(__file__).resolve().parent.parent
_TIMES = "MUTATION_TIMES"  # environment variable: the file that the plugin writes
_SLOWEST = 20.0  # seconds; a slower test would eat the time of many others
_MOST = 5  # tests for each second of a budget, since each has to be found and prepared
_durations: dict[str, float] = {}
_failed: set[str] = set()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Note what a test computed, which is the same on a busy machine; what it waited does not count."""
    before = sum(os.times()[:4])
    answer = yield
    _durations[item.nodeid] = sum(os.times()[:4]) - before
    return answer


def pytest_runtest_logreport(report: Any) -> None:
    """Note which tests did not pass."""
    if report.outcome != "passed":
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write down the tests that passed, with their times."""
    passed = {test: seconds for test, seconds in _durations.items() if test not in _failed}
    Path(os.environ[_TIMES]).write_text(json.dumps(passed), encoding="utf-8")


@dataclass(frozen=True)
class Choice:
    """The tests for one change: what pytest is to run, how long it took when recorded, whether it ran the lines."""

    tests: list[str]
    seconds: float
    seen: bool


@dataclass(frozen=True)
class Tests:
    """What is known about the tests.

    Attributes
    ----------
    seconds : dict
        How long each test computed; tests that did not pass, or that took too long, are left out.
    data : CoverageData
        Which lines ran in which test.
    tree : Path
        The copy of the tree in which they were recorded.
    """

    seconds: dict[str, float]
    data: CoverageData
    tree: Path

    @staticmethod
    def arguments(record: Path) -> tuple[list[str], dict[str, str]]:
        """Return what pytest takes, and its environment, to make a record in a folder, of the tree in it."""
        (record / "coverage.ini").write_text("[run]\nbranch = False\n", encoding="utf-8")
        options = ["-q", "-p", "benchmarks.mutation_tests", "--cov=socluster", "--cov-context=test", "--cov-report="]
        options += [f"--cov-config={record / 'coverage.ini'}", "--ignore=tests/docs", "--ignore=tests/notebooks"]
        return options, {_TIMES: str(record / "times.json"), "COVERAGE_FILE": str(record / "coverage")}

    @staticmethod
    def read(record: Path) -> Tests:
        """Return a record."""
        seconds = json.loads((record / "times.json").read_text(encoding="utf-8"))
        data = CoverageData(str(record / "coverage"))
        data.read()
        return Tests({test: each for test, each in seconds.items() if each <= _SLOWEST}, data, record / "tree")

    def worth_running(self, file: str, lines: range, budget: float) -> Choice:
        """Return tests for a change in some lines of a file, those that will soonest fail first.

        Tests of the mirrored folder come first, then conventions and properties, then all others, file by file, as
        many as fit into a budget of seconds; of what does not fit, a sample. Lines that were not seen to run (constants
        of a module, compiled loops, what runs in a process of its own, new lines) get the tests of the module and those
        of the modules that name it. Of files of tests that have changed since, all tests are run.
        """
        seen = self._of_lines(file, lines)
        tests = seen or self._of_modules([file, *self._users(file)]) | self._named_alike(file)
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for test in sorted(tests & self.seconds.keys()):
            groups[_nearness(test, file)].append(test)
        chosen: list[str] = []
        seconds = 0.0
        for nearness in sorted(groups):
            group = groups[nearness]
            random.Random(file).shuffle(group)
            taken: list[str] = []
            for test in group:
                if seconds + self.seconds[test] > budget or len(chosen) + len(taken) >= _MOST * budget:
                    break
                seconds += self.seconds[test]
                taken.append(test)
            chosen += self._by_file(taken)
        return Choice(self._with_new_ones(chosen, file), seconds, bool(seen))

    def _by_file(self, tests: Iterable[str]) -> list[str]:
        """Return tests file by file, so that what a file prepares is prepared once; quick files first."""
        files: defaultdict[str, list[str]] = defaultdict(list)
        for test in tests:
            files[test.partition("::")[0]].append(test)
        quick_first = sorted(files.values(), key=lambda group: sum(self.seconds[test] for test in group))
        return [test for group in quick_first for test in sorted(group)]

    def _with_new_ones(self, tests: Iterable[str], file: str) -> list[str]:
        """Return whole files in place of their tests where they changed, and new files near the mirrored one."""
        folder = ROOT / _mirrored(file)
        near = [*sorted(folder.glob("test_*.py")), *sorted(folder.parent.glob("test_*.py"))]
        new = [each.relative_to(ROOT).as_posix() for each in near]
        chosen = [each for each in new if not (self.tree / each).exists()]
        for test in tests:
            home = test.partition("::")[0]
            chosen.append(test if _same(ROOT / home, self.tree / home) else home)
        return [each for each in dict.fromkeys(chosen) if (ROOT / each.partition("::")[0]).exists()]

    def _of_lines(self, file: str, lines: range) -> set[str]:
        contexts = self.data.contexts_by_lineno(str(self.tree / file))
        recorded = self._recorded_lines(file)
        found = {context for line in lines for context in contexts.get(recorded.get(line, 0), [])}
        prepared = {context.partition("::")[0] for context in found if context.endswith("|setup")}
        tests = {context.rpartition("|")[0] for context in found if context}
        return tests | {test for test in self.seconds if test.partition("::")[0] in prepared}

    def _recorded_lines(self, file: str) -> dict[int, int]:
        """Return where the lines of a file stood when the record was made; new ones are left out."""
        if not (self.tree / file).exists():
            return {}
        before, now = (_lines(each / file) for each in (self.tree, ROOT))
        same = SequenceMatcher(None, before, now, autojunk=False).get_matching_blocks()
        return {each.b + n + 1: each.a + n + 1 for each in same for n in range(each.size)}

    def _of_modules(self, files: Iterable[str]) -> set[str]:
        contexts = [self.data.contexts_by_lineno(str(self.tree / file)).values() for file in files]
        return {each.rpartition("|")[0] for rows in contexts for row in rows for each in row if each}

    def _named_alike(self, file: str) -> set[str]:
        """Return the tests in the file that mirrors a module."""
        mirror = f"{_mirrored(file)}/test_{Path(file).stem.strip('_')}.py"
        return {test for test in self.seconds if test.partition("::")[0] == mirror}

    def _users(self, file: str) -> list[str]:
        """Return the modules in which the name of a module stands."""
        path = Path(file)
        name = path.parent.name if path.stem == "__init__" else path.stem
        every = (ROOT / "socluster").rglob("*.py")
        return [each.relative_to(ROOT).as_posix() for each in every if name in each.read_text(encoding="utf-8")]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.read_bytes() == other.read_bytes()


def _mirrored(file: str) -> str:
    return f"tests/{Path(file).parent.as_posix().removeprefix('socluster').strip('/')}".rstrip("/")


def _nearness(test: str, file: str) -> int:
    """Return 0 for the tests of the same folder and the module's own examples, 2 for those far away."""
    path = test.partition("::")[0]
    if path == file or Path(path).parent.as_posix() == _mirrored(file):
        return 0
    return 1 if path.startswith(("tests/conventions/", "tests/properties/")) else 2
