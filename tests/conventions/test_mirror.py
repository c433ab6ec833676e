"""The tests mirror the tree: whoever changes `socluster/a/b.py` finds its test in `tests/a/test_b.py`."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = [
    "_kernels",
    "app",
    "backend",
    "cli",
    "core",
    "demo",
    "development",
    "draws",
    "inference",
    "io",
    "learn",
    "measures",
    "plot",
    "report",
    "starter",
    "whatif",
    "words",
]
WITHOUT_LOGIC = {  # a number, plain values, texts of the page and of a workbook, which other tests read
    "app/answers/frame_words.py",
    "app/answers/server_words.py",
    "app/answers/step_words.py",
    "core/version.py",
    "report/blocks.py",
    "starter/link_fields.py",
    "starter/node_fields.py",
    "words/elsewhere/asking.py",
    "words/elsewhere/chance.py",
    "words/elsewhere/measuring.py",
    "words/elsewhere/reading.py",
    "words/elsewhere/wording.py",
}


def files_of(folder):
    found = (path.relative_to(ROOT / "socluster") for path in (ROOT / "socluster" / folder).rglob("*.py"))
    return {path for path in found if path.name != "__init__.py"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_has_its_test(folder):
    files = files_of(folder)
    assert files
    untested = {path.as_posix() for path in files if not (ROOT / "tests" / path.parent / f"test_{path.name}").is_file()}
    assert untested == {path for path in WITHOUT_LOGIC if path.startswith(f"{folder}/")}
