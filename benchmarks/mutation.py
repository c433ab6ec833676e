"""Do the tests notice? Make single small changes of the code, one at a time, and see whether a test fails.

    python -m benchmarks.mutation --sample 150 --seed 1          # in all folders; records first which tests run what
    python -m benchmarks.mutation --folders whatif,core          # there only
    python -m benchmarks.mutation --since main                   # only lines that differ from this commit
    python -m benchmarks.mutation --write                        # the table also goes to benchmarks/results

All happens in scratch copies of the tree. Each change is met by the tests that were seen to run its lines: first those
of the mirrored folder and the examples of the module, then conventions and properties, then a broad part, up to the
first failure. A change that none of them notices is met by more of them. A change under which the tests compute
far longer than they should counts as killed: it hangs.
Changes that make no difference to anybody stand in results/mutation_equivalent.csv, with the reason.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from benchmarks.mutants import Change, places
from benchmarks.mutation_tests import Choice, Tests

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("results")
BUDGETS = 60.0, 150.0  # seconds of tests for one change, as they took when recorded: at first, and if none notices
_PYTEST = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
STARTING = 60.0  # seconds of computing more, before a change is said to hang
PATIENCE = 900  # seconds of waiting, for what waits and does not compute; long, since the machine may be busy


@dataclass(frozen=True)
class Mutant:
    """A change in a file of the tree, and what the file says before it."""

    file: str
    change: Change
    source: str

    @property
    def folder(self) -> str:
        """The folder of socluster, or two levels of it, by which results are counted."""
        return "/".join(Path(self.file).parts[1:-1][:2]) or "(top)"

    def shown(self) -> tuple[str, str]:
        """Return the lines before and after."""
        return self.change.shown(self.source)


@dataclass(frozen=True)
class Verdict:
    """What became of a change: killed, hangs, survived, equivalent, or unseen (survived, and no test ran its lines)."""

    mutant: Mutant
    fate: str
    tests: int
    by: str = ""


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="mutation") as scratch:
        copies: SimpleQueue[Path] = SimpleQueue()
        for job in range(options.jobs):
            copies.put(_copy(Path(scratch) / f"tree{job}"))
        record = (options.record or Path(scratch) / "record").resolve()
        if not (record / "coverage").exists():
            _record(record)
        tests = Tests.read(record)
        chosen = _sample(_all_places(options), options.sample, options.seed)[options.start - 1 :]
        verdicts = _judge_all(chosen, tests, copies, options.jobs)
    text = report(verdicts, options)
    print(text)
    if options.write:
        (RESULTS / "mutation.md").write_text(text + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--sample", type=int, default=150, help="how many changes")
    parser.add_argument("--seed", type=int, default=1, help="which changes")
    parser.add_argument("--start", type=int, default=1, help="go on with this one of them, where it was stopped")
    parser.add_argument("--folders", default="", help="only in these folders of socluster, separated by commas")
    parser.add_argument("--since", default="", help="only in lines that differ from this commit")
    parser.add_argument("--at", default="", help="only in one file or line of it: socluster/core/build.py:120")
    parser.add_argument("--jobs", type=int, default=1, help="how many changes are tried at once")
    parser.add_argument("--record", type=Path, help="folder in which the record of the tests is kept for the next time")
    parser.add_argument("--write", action="store_true", help="write benchmarks/results/mutation.md")
    return parser.parse_args()


# -- which changes ----------------------------------------------------------------------------------------------------


def _all_places(options: argparse.Namespace) -> Iterator[Mutant]:
    """Yield the changes among which the sample is drawn."""
    folders = [f"socluster/{each.strip()}" for each in options.folders.split(",") if each.strip()]
    wanted, _, line = options.at.partition(":")
    changed = _changed_lines(options.since) if options.since else None
    for path in sorted((ROOT / "socluster").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        if (folders and not any(file.startswith((f"{each}/", f"{each}.py")) for each in folders)) or (
            wanted and file != wanted
        ):
            continue
        source = path.read_text(encoding="utf-8")
        for change in places(source):
            lines = set(range(change.line, change.last_line + 1))
            if (changed is None or lines & changed[file]) and (not line or int(line) in lines):
                yield Mutant(file, change, source)


def _changed_lines(since: str) -> defaultdict[str, set[int]]:
    """Return the lines that differ from a commit, by file."""
    done = subprocess.run(
        ["git", "diff", "--unified=0", since, "--", "socluster"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    changed: defaultdict[str, set[int]] = defaultdict(set)
    file = ""
    for row in done.stdout.splitlines():
        if row.startswith("+++ b/"):
            file = row.removeprefix("+++ b/")
        elif hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", row):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            changed[file].update(range(first, first + count))
    return changed


def _sample(mutants: Iterator[Mutant], size: int, seed: int) -> list[Mutant]:
    """Draw changes in every folder, in proportion to the root of its size, and of all kinds alike; one a function."""
    chance = random.Random(seed)
    strata: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        strata[mutant.folder].append(mutant)
    whole = sum(len(stratum) ** 0.5 for stratum in strata.values())
    drawn: list[Mutant] = []
    for folder in sorted(strata):
        drawn += _in_turns_of_kinds(strata[folder], max(1, round(size * len(strata[folder]) ** 0.5 / whole)), chance)
    chance.shuffle(drawn)
    return sorted(drawn[:size], key=lambda mutant: (mutant.file, mutant.change.begin))


def _in_turns_of_kinds(mutants: list[Mutant], size: int, chance: random.Random) -> list[Mutant]:
    kinds: defaultdict[str, list[Mutant]] = defaultdict(list)
    for mutant in mutants:
        kinds[mutant.change.kind].append(mutant)
    for alike in kinds.values():
        chance.shuffle(alike)
    drawn: list[Mutant] = []
    functions: set[tuple[str, str]] = set()
    while len(drawn) < size and kinds:
        turn = list(kinds)
        chance.shuffle(turn)
        for kind in turn:
            while kinds[kind]:
                mutant = kinds[kind].pop()
                if (mutant.file, mutant.change.function) not in functions or size >= len(mutants):
                    functions.add((mutant.file, mutant.change.function))
                    drawn.append(mutant)
                    break
            if not kinds[kind]:
                del kinds[kind]
    return drawn[:size]


# -- what becomes of them ---------------------------------------------------------------------------------------------


def _copy(target: Path) -> Path:
    """Copy the tree as it stands, without what git ignores."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for file in filter(None, files.split("\0")):
        if (ROOT / file).exists():
            (target / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, target / file)
    compiling = [sys.executable, "-m", "compileall", "-q", "socluster"]
    subprocess.run(compiling, cwd=target, check=True)  # now, since nothing is kept that is compiled of a changed file
    return target


def _record(record: Path) -> None:
    """Run the tests once, slowly, and keep which of them run which lines."""
    print("recording which tests run which lines ...", file=sys.stderr)
    tree = _copy(record / "tree")
    options, variables = Tests.arguments(record)
    subprocess.run([*_PYTEST, *options], cwd=tree, env=_environment(tree) | variables, check=False)


def _judge_all(mutants: list[Mutant], tests: Tests, copies: SimpleQueue[Path], jobs: int) -> list[Verdict]:
    known = _equivalents()
    verdicts = []

    def judge(mutant: Mutant) -> Verdict:
        if (mutant.file, mutant.change.function, *mutant.shown()) in known:
            return Verdict(mutant, "equivalent", 0)
        tree = copies.get()
        try:
            return _judge(mutant, tests, tree)
        finally:
            copies.put(tree)

    with ThreadPoolExecutor(jobs) as pool:
        for number, verdict in enumerate(pool.map(judge, mutants), 1):
            place = f"{verdict.mutant.file}:{verdict.mutant.change.line}"
            said = f"{number}/{len(mutants)} {verdict.fate:10} {place} {verdict.mutant.shown()[1][:100]} {verdict.by}"
            print(said, file=sys.stderr, flush=True)
            verdicts.append(verdict)
    return verdicts


def _judge(mutant: Mutant, tests: Tests, tree: Path) -> Verdict:
    """Ask the tests that will soonest fail; if none of them does, ask many."""
    verdict = Verdict(mutant, "unseen", 0)
    for budget in BUDGETS:
        choice = tests.worth_running(mutant.file, range(mutant.change.line, mutant.change.last_line + 1), budget)
        if len(choice.tests) == verdict.tests:  # there are no more
            return verdict
        verdict = _asked(mutant, choice, tree)
        if verdict.fate in {"killed", "hangs"}:
            return verdict
    return verdict


def _asked(mutant: Mutant, choice: Choice, tree: Path) -> Verdict:
    """Make a change in a copy of the tree, run the tests, and put back what stood there."""
    path = tree / mutant.file
    times = path.stat()
    path.write_text(mutant.change.made(mutant.source), encoding="utf-8")
    if path.stem.startswith("loops_"):  # what is compiled of a file is not compiled anew because another has changed
        _forget_compiled(path.parent)
    try:
        fate, by = _run(choice.tests, tree, STARTING + 2 * choice.seconds)
    finally:
        path.write_text(mutant.source, encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))  # so that what Python has compiled of it stays valid
        if path.stem.startswith("loops_"):
            _forget_compiled(path.parent)
    if fate == "stopped":  # nothing ran; that is due to the change, if without it the tests are found
        whole, why = _run(choice.tests, tree, STARTING, "--collect-only")
        if whole != "survived":
            raise RuntimeError(f"the tests do not fit the tree; make the record anew ({whole}: {why or by})")
        fate = "killed"
    if fate == "survived" and not choice.seen:
        fate = "unseen"
    return Verdict(mutant, fate, len(choice.tests), by)


def _forget_compiled(folder: Path) -> None:
    for kept in (folder / "__pycache__").glob("*.nb?"):
        kept.unlink()


def _run(chosen: list[str], tree: Path, seconds: float, *options: str) -> tuple[str, str]:
    """Run tests up to the first failure; return what became of it, and which test failed.

    What hangs is told by the time that it computes, which does not depend on what else the machine does.
    """
    names = tree.with_suffix(".tests")
    names.write_text("\n".join(chosen), encoding="utf-8")
    limited = ["sh", "-c", f'ulimit -S -t {int(seconds)}; exec "$@"', "sh"]
    command = [
        *limited,
        *_PYTEST,
        *["-p", "benchmarks.mutation_imports", "-q", "-x", "--no-header", "--tb=line", "--disable-warnings"],
        *options,
        f"@{names}",
    ]
    output = tree.with_suffix(".output")
    with output.open("w", encoding="utf-8") as file:
        process = subprocess.Popen(
            command, cwd=tree, env=_environment(tree), stdout=file, stderr=file, start_new_session=True
        )
        try:
            code = process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            code = -signal.SIGXCPU
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # and what it has started
        process.wait()
    said = output.read_text(encoding="utf-8", errors="replace")
    failed = re.findall(r"^(?:FAILED|ERROR) (.*)$", said, re.MULTILINE) or [said.strip().rpartition("\n")[2]]
    if code == -signal.SIGXCPU:
        return "hangs", ""
    if code == -signal.SIGKILL:
        raise RuntimeError("somebody else stopped the tests, which says nothing about the change")
    return {0: "survived", 1: "killed"}.get(code, "stopped"), "" if code == 0 else failed[0][:160]


def _environment(tree: Path) -> dict[str, str]:
    """Return the environment in which `import socluster` finds the copy, in processes started by tests too."""
    return os.environ | {"PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}


def _equivalents() -> set[tuple[str, str, str, str]]:
    """Return the changes that make no difference: file, function, before, after."""
    with (RESULTS / "mutation_equivalent.csv").open(encoding="utf-8", newline="") as file:
        return {(row["file"], row["function"], row["before"], row["after"]) for row in csv.DictReader(file)}


# -- what is told -----------------------------------------------------------------------------------------------------


def report(verdicts: list[Verdict], options: argparse.Namespace) -> str:
    """Return the table by folder and the list of survivors, as Markdown."""
    fates = ["killed", "hangs", "survived", "unseen", "equivalent"]
    counts: defaultdict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(fates, 0))
    for verdict in verdicts:
        counts[verdict.mutant.folder][verdict.fate] += 1
        counts["**all**"][verdict.fate] += 1
    where = f", in {options.folders}" if options.folders else ""
    lines = [
        "# Do the tests notice?",
        "",
        f"{len(verdicts)} single changes of the code (seed {options.seed}{where}), made by",
        "`python -m benchmarks.mutation`. Killed: a test failed. Hangs: the tests computed far longer than usual,",
        "which counts as killed. Survived: no test failed. Unseen: no test failed, and none was seen to run the line.",
        "Equivalent: nobody can see a difference; such changes stand in `mutation_equivalent.csv` with the reason.",
        "",
        "| folder | " + " | ".join(fates) + " |",
        "|---|" + "---:|" * len(fates),
    ]
    for folder in [*sorted(name for name in counts if name != "**all**"), *(["**all**"] if counts else [])]:
        lines.append(f"| {folder} | " + " | ".join(str(counts[folder][fate]) for fate in fates) + " |")
    survivors = [verdict for verdict in verdicts if verdict.fate in {"survived", "unseen"}]
    lines += ["", "## Survivors" if survivors else "No survivors."]
    for verdict in survivors:
        change, (before, after) = verdict.mutant.change, verdict.mutant.shown()
        tests = f"{verdict.tests} tests" if verdict.fate == "survived" else "unseen"
        lines += ["", f"`{verdict.mutant.file}:{change.line}` ({change.function}; {change.kind}; {tests})", ""]
        lines += [f"    {before}", f"    {after}"]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
