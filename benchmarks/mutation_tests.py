"""Which tests run which lines, recorded once, and which of them are worth running for one change.

As a plugin of pytest (`-p benchmarks.mutation_tests`) this module notes how long each test took and whether it passed;
what it ran is noted by coverage, one context for each test.
"""

from __future__ import annotations

import json
import os
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coverage import CoverageData

__all__ = ["Tests"]

ROOT = Path(__file__).resolve().parent.parent
_TIMES = "MUTATION_TIMES"  # environment variable: the file that the plugin writes
_SLOWEST = 20.0  # seconds; a slower test would eat the time of many others
_MOST = 600  # tests for one change
_durations: defaultdict[str, float] = defaultdict(float)
_failed: set[str] = set()


def pytest_runtest_logreport(report: Any) -> None:
    """Note what a phase of a test took."""
    _durations[report.nodeid] += report.duration
    if report.outcome != "passed":
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write down the tests that passed, with their times."""
    passed = {test: seconds for test, seconds in _durations.items() if test not in _failed}
    Path(os.environ[_TIMES]).write_text(json.dumps(passed), encoding="utf-8")


@dataclass(frozen=True)
class Tests:
    """What is known about the tests.

    Attributes
    ----------
    seconds : dict
        How long each test took; tests that did not pass, or that took too long, are left out.
    data : CoverageData
        Which lines ran in which test.
    recorded : Path
        The copy of the tree in which they were recorded.
    """

    seconds: dict[str, float]
    data: CoverageData
    recorded: Path

    @staticmethod
    def arguments(record: Path) -> tuple[list[str], dict[str, str]]:
        """Return what pytest takes, and its environment, to make a record in a folder."""
        options = ["-q", "-p", "benchmarks.mutation_tests", "--cov=socluster", "--cov-context=test", "--cov-report="]
        options += [f"--cov-config={record / 'coverage.ini'}", "--ignore=tests/docs", "--ignore=tests/notebooks"]
        return options, {_TIMES: str(record / "times.json"), "COVERAGE_FILE": str(record / "coverage")}

    @staticmethod
    def read(record: Path, recorded: Path) -> Tests:
        """Return a record."""
        seconds = json.loads((record / "times.json").read_text(encoding="utf-8"))
        data = CoverageData(str(record / "coverage"))
        data.read()
        return Tests({test: each for test, each in seconds.items() if each <= _SLOWEST}, data, recorded)

    def worth_running(self, file: str, lines: range, budget: float) -> tuple[list[str], bool]:
        """Return tests for a change in some lines of a file, those that will soonest fail first.

        Tests of the mirrored folder come first, then conventions and properties, then all others, file by file, as
        many as fit into a budget of seconds; of a folder that does not fit, a sample. Lines that were not seen to run
        (constants of a module, compiled loops, what runs in a process of its own) get the tests of the module, or of
        the modules that name it. The second value says whether the lines were seen to run.
        """
        seen = self._of_lines(file, lines)
        tests = seen or self._of_modules([file]) or self._of_modules(self._users(file))
        groups: defaultdict[int, list[str]] = defaultdict(list)
        for test in sorted(tests & self.seconds.keys()):
            groups[_nearness(test, file)].append(test)
        chosen: list[str] = []
        for nearness in sorted(groups):
            group = groups[nearness]
            random.Random(file).shuffle(group)
            taken = []
            for test in group:
                budget -= self.seconds[test]
                if budget < 0 or len(chosen) + len(taken) >= _MOST:
                    break
                taken.append(test)
            chosen += self._by_file(taken)
        return chosen, bool(seen)

    def _by_file(self, tests: Iterable[str]) -> list[str]:
        """Return tests file by file, so that what a file prepares is prepared once; quick files first."""
        files: defaultdict[str, list[str]] = defaultdict(list)
        for test in tests:
            files[test.partition("::")[0]].append(test)
        quick_first = sorted(files.values(), key=lambda group: sum(self.seconds[test] for test in group))
        return [test for group in quick_first for test in sorted(group)]

    def _of_lines(self, file: str, lines: range) -> set[str]:
        contexts = self.data.contexts_by_lineno(str(self.recorded / file))
        found = {context for line in lines for context in contexts.get(line, [])}
        prepared = {context.partition("::")[0] for context in found if context.endswith("|setup")}
        tests = {context.rpartition("|")[0] for context in found if context}
        return tests | {test for test in self.seconds if test.partition("::")[0] in prepared}

    def _of_modules(self, files: Iterable[str]) -> set[str]:
        contexts = [self.data.contexts_by_lineno(str(self.recorded / file)).values() for file in files]
        return {each.rpartition("|")[0] for rows in contexts for row in rows for each in row if each}

    def _users(self, file: str) -> list[str]:
        """Return the modules in which the name of a module stands."""
        path = Path(file)
        name = path.parent.name if path.stem == "__init__" else path.stem
        every = (ROOT / "socluster").rglob("*.py")
        return [each.relative_to(ROOT).as_posix() for each in every if name in each.read_text(encoding="utf-8")]


def _nearness(test: str, file: str) -> int:
    """Return 0 for the tests of the same folder and the module's own examples, 2 for those far away."""
    folder = Path(file).parent.as_posix().removeprefix("socluster").strip("/").lstrip("_")
    path = test.partition("::")[0]
    if path == file or Path(path).parent.as_posix() == f"tests/{folder}".rstrip("/"):
        return 0
    return 1 if path.startswith(("tests/conventions/", "tests/properties/")) else 2
