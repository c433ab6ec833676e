"""Damages files of every format and reads them: `python -m tests.io.fuzzer 20000` tries as many and reports.

Whatever happened to a file, it is read or refused in words. A run from one seed damages the same files in the same way.
"""

from __future__ import annotations

import io
import random
import re
import resource
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import socluster as sc
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.io.known import USES, format_of
from tests.io.file_samples import samples

__all__ = ["Fuzzer"]

WORDS = [
    *(
        b"-1",
        b"0",
        b"1e309",
        b"1e-320",
        b"nan",
        b"inf",
        b"99999999",
        b"9" * 400,
        b"NA",
        b"null",
        b"true",
        b"n=",
        b"=1+1",
    ),
    *(
        b"[]",
        b"{}",
        b"[" * 50,
        b'"',
        b"'",
        b"\n",
        b"\r",
        b"\t",
        b" ",
        b",",
        b";",
        b"*",
        b":",
        b"<",
        b"%",
        b"!",
        b"\\ud800",
    ),
    *(b"</node>", b"<node/>", b"]]>", b"&#0;", b"&x;", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"a" * 2000),
    *("ė".encode(), "\u202e".encode()),
]
OPTIONS: list[dict[str, object]] = [
    {},
    {"directed": True},
    {"directed": False, "duplicates": "mean", "self_ties": "drop", "zero_weight": "drop"},
    {"weight": None, "layer": None, "duplicates": "count", "self_ties": "drop"},
    {"missing": ["NA", ""], "duplicates": "first"},
    {"two_mode": True},
    {"two_mode": False, "self_ties": "drop"},
    {"encoding": "cp1250"},
    {"layers": {"x": {"directed": True}, "new": {}}},
]


def _changed(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.choice(WORDS) + data[start + chance.randrange(7) :]


def _with_other_bytes(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + chance.randbytes(chance.randrange(1, 4)) + data[start + chance.randrange(5) :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    start, stop = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return chance.choice([data[:start], data[start:], data[:start] + data[stop:]])


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, stop = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:stop] + data[start:stop] * chance.randrange(1, 4) + data[stop:]


def _with_lines_moved(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def _with_numbers_changed(data: bytes, chance: random.Random) -> bytes:
    places = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    if not places:
        return data
    place = chance.choice(places)
    return data[:place] + str(chance.choice([0, 1, 2, 7, 255, 65536, 10**9, 10**30])).encode() + data[place + 1 :]


def _with_another_word(data: bytes, chance: random.Random) -> bytes:
    """Put a word of the same file, or one of ours, in the place of a word."""
    words = list(re.finditer(rb"[\w.]+", data))
    if not words:
        return data
    gone, other = chance.choice(words), chance.choice(words)[0]
    return data[: gone.start()] + chance.choice([other, chance.choice(WORDS)]) + data[gone.end() :]


CHANGES: list[Callable[[bytes, random.Random], bytes]] = [
    *[_with_another_word] * 6,
    *[_with_numbers_changed] * 3,
    *[_changed] * 2,
    *(_with_other_bytes, _cut, _doubled, _with_lines_moved),
]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes after one to four changes; of a workbook, mostly those of a file inside of it."""
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _damaged_inside(data, chance)
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        data = chance.choice(CHANGES)(data, chance)
    return data


def _damaged_inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member.filename: archive.read(member) for member in archive.infolist()}
    wanted = chance.choice([*members, *[name for name in members if "sheet" in name] * 3])
    for _ in range(chance.randrange(1, 3)):
        members[wanted] = chance.choice(CHANGES)(members[wanted], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return written.getvalue()


class Fuzzer:
    """Writes damaged files into a folder and reads them.

    Parameters
    ----------
    folder : Path
        An empty folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "valid").mkdir()
        self.samples: Mapping[str, Mapping[str, bytes]] = samples(folder / "valid")

    def read(self, seed: int) -> tuple[str, str]:
        """Read one damaged file, and return its name and whether it was read or refused.

        Raises
        ------
        Exception
            Any that is none of socluster's: a mistake of ours.
        """
        chance = random.Random(seed)
        name = sorted(self.samples)[seed % len(self.samples)]
        files = dict(self.samples[name])
        place = chance.choice(sorted(files))
        files[place] = damaged(files[place], chance)
        place_of_all = self.folder / "damaged"
        for file, content in files.items():
            (place_of_all / file).parent.mkdir(parents=True, exist_ok=True)
            (place_of_all / file).write_bytes(content)
        usable = USES[format_of(place_of_all / name)]
        options = {option: given for option, given in chance.choice(OPTIONS).items() if option in usable}
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            warnings.simplefilter("ignore", SoclusterWarning)
            try:
                cluster = sc.read(place_of_all / name, **options)  # type: ignore[arg-type]
            except SoclusterError as error:
                told = f"{error}{error.in_language('lt')}"
            else:
                told = repr(cluster)
        told.encode("utf-8")  # so that any terminal can show it
        return name, "read" if told.startswith("<Cluster") else "refused"


def main(first: int, number: int) -> int:
    """Read so many damaged files, print what came of it, and return the number of mistakes."""
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest = (0.0, 0, "")
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(Path(folder))
        for seed in range(first, first + number):
            begun = time.process_time()
            try:
                outcomes[fuzzer.read(seed)] += 1
            except Exception:  # every mistake is counted, so that one does not hide the next
                outcomes["any", "mistake"] += 1
                print(f"seed {seed}", sorted(fuzzer.samples)[seed % len(fuzzer.samples)])
                traceback.print_exc(limit=-4)
            name = sorted(fuzzer.samples)[seed % len(fuzzer.samples)]
            slowest = max(slowest, (time.process_time() - begun, seed, name))
    totals = Counter({outcome: 0 for _, outcome in outcomes})
    for (_, outcome), n in outcomes.items():
        totals[outcome] += n
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(dict(totals), f"slowest {slowest[0]:.1f} s (seed {slowest[1]}, {slowest[2]}), at most {peak:.0f} MiB")
    return totals["mistake"]


if __name__ == "__main__":
    sys.exit(min(main(int(sys.argv[2]) if len(sys.argv) > 2 else 0, int(sys.argv[1])), 1))
