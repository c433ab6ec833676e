"""What is in the repository is in the package."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_folder_of_code_is_packaged():
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    folders = [path.parent.relative_to(ROOT) for path in (ROOT / "socluster").rglob("__init__.py")]
    assert sorted(listed) == sorted([".".join(folder.parts) for folder in folders] + ["socluster.datasets"])


_FROM_AN_ARCHIVE = """
import socluster as sc
assert ".zip" in sc.__file__
knoke = sc.load_dataset("knoke").layer("information")
print(knoke.summary("lt"), sc.density(knoke), sc.load_dataset("davis").n_groups, len(sc.dataset_card("kite")) > 20)
print(len(sc.dataset_tables("day_centres")), sc.constraint(knoke).notna().all())
"""


def test_it_runs_from_an_archive(tmp_path):
    """As `python -m zipapp` and some servers have it: code, names, catalogue and data stand in one file."""
    with zipfile.ZipFile(tmp_path / "library.zip", "w") as archive:
        for folder, inside in ((ROOT / "socluster", "socluster"), (ROOT / "datasets", "socluster/datasets")):
            for path in folder.rglob("*"):
                if path.is_file() and "__pycache__" not in path.parts:
                    archive.write(path, f"{inside}/{path.relative_to(folder).as_posix()}")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "library.zip")}
    command = [sys.executable, "-c", _FROM_AN_ARCHIVE]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert done.stderr == ""
    told, more = done.stdout.splitlines()
    assert told.startswith("<Klasteris „Knoke“: 10 veikėjų")
    assert told.endswith(" 14 True")
    assert more.endswith(" True")
