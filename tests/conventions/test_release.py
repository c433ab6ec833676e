"""What is released is whole: one version, every file, and a package that works where nothing else is."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
import yaml

import socluster
from socluster.core.version import VERSION
from tests.examples import FULL

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
NOT_SOURCE = shutil.ignore_patterns(
    ".git", ".venv", "_build", "build", "dist", "__pycache__", "*.egg-info", ".*_cache", ".hypothesis", "node_modules"
)

_USED = """
import sys, socluster as sc
assert "site-packages" in sc.__file__, sc.__file__
knoke = sc.load_dataset("knoke").layer("information")
print(sc.__version__, knoke.n_actors, knoke.summary("lt").splitlines()[0])
print(sc.ties.Stated({"MAYR": 0.5}).__class__.__name__, sc.as_cluster([("a", "b")]).n_ties)
import networkx as nx
print(round(nx.betweenness_centrality(nx.path_graph(3), backend="socluster")[1], 3))
"""


def test_there_is_one_version():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    newest = re.search(r"^## (\S+)", (ROOT / "docs" / "changelog.md").read_text(encoding="utf-8"), re.MULTILINE)[1]
    said = {PROJECT["project"]["version"], VERSION, socluster.__version__, citation["version"], newest}
    assert said == {VERSION}


def test_every_file_of_the_package_is_shipped():
    shipped = set()
    for package, patterns in PROJECT["tool"]["setuptools"]["package-data"].items():
        folder = ROOT / "datasets" if package == "socluster.datasets" else ROOT / Path(*package.split("."))
        for pattern in patterns:
            found = [path for path in folder.glob(pattern) if path.is_file()]
            assert found, f"{package}: {pattern} is no file"
            shipped.update(found)
    there = [path for top in ("socluster", "datasets") for path in (ROOT / top).rglob("*") if path.is_file()]
    left = [path for path in there if path.suffix not in (".py", ".pyc", ".nbi", ".nbc") and path not in shipped]
    assert left == []


def test_a_python_is_named_only_if_it_was_tried():
    """Other versions may do as well; nobody has looked."""
    named = [name for name in PROJECT["project"]["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert named
    assert PROJECT["project"]["requires-python"] == ">=3.11"
    told = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    assert all(name.rpartition(" ")[2] in told for name in named)


@pytest.mark.skipif(not FULL, reason="installs all libraries, which takes minutes; SOCLUSTER_TESTS=full does")
def test_source_and_wheel_are_built_and_work_in_an_empty_environment(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(ROOT, source, ignore=NOT_SOURCE)
    builder = _environment(tmp_path / "builder")
    _run(builder, "-m", "pip", "install", "--quiet", *PROJECT["build-system"]["requires"], cwd=tmp_path)
    _run(builder, "-c", "import setuptools.build_meta as b; b.build_sdist('dist')", cwd=source)
    (packed,) = (source / "dist").glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    for name in ("tests/conventions/test_release.py", "docs/install.md", "CITATION.cff", "notebooks"):
        assert (unpacked / name).exists(), name
    _run(builder, "-c", "import setuptools.build_meta as b; b.build_wheel('dist')", cwd=unpacked)
    (wheel,) = (unpacked / "dist").glob("*.whl")
    assert _without_code(zipfile.ZipFile(wheel).namelist()) == _without_code(
        [
            *(path.relative_to(source).as_posix() for path in (source / "socluster").rglob("*")),
            *(f"socluster/{path.relative_to(source).as_posix()}" for path in (source / "datasets").rglob("*")),
        ]
    )
    empty, nowhere = _environment(tmp_path / "empty"), tmp_path / "nowhere"
    nowhere.mkdir()
    constraints = ROOT / "constraints.txt"
    _run(empty, "-m", "pip", "install", "--quiet", "--constraint", str(constraints), str(wheel), cwd=nowhere)
    told = _run(empty, "-c", _USED, cwd=nowhere).splitlines()
    assert told[0].startswith(f"{VERSION} 10 <Klasteris „Knoke“")
    assert told[1:] == ["Stated 1", "1.0"]
    assert "10" in _run(empty, "-m", "socluster", "info", "knoke", cwd=nowhere)
    _run(empty, "-m", "socluster", "demo", "--help", cwd=nowhere)


def _environment(folder):
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _run(python, *arguments, cwd):
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run([python, *arguments], capture_output=True, text=True, cwd=cwd, env=variables, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def _without_code(names):
    """Return the names of files that are no code and no notes of the installer: these must be asked for one by one."""
    return {name for name in names if Path(name).suffix not in ("", ".py", ".pyc") and "dist-info" not in name}
