"""What the tests of the documentation share: its extensions as modules, and the site, built once."""

import os
import shutil
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(Path(__file__).parent))  # page_code


@pytest.fixture(scope="session")
def docs_module():
    """Return a function that imports an extension of docs/_ext by name."""
    sys.path.insert(0, str(ROOT / "docs" / "_ext"))
    yield import_module
    sys.path.remove(str(ROOT / "docs" / "_ext"))


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Return the folder of the site, which the first process that asks for it builds for all of them."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "site"
    said = shared / "said.txt"  # what the build said: it exists as soon as the build has ended
    try:
        shared.mkdir()
    except FileExistsError:
        while not said.exists():
            time.sleep(0.2)
    else:
        (shared / "saying.txt").write_text(_built(shared), encoding="utf-8")
        (shared / "saying.txt").rename(said)
    assert said.read_text(encoding="utf-8") == ""
    return shared / "html"


def _built(folder: Path) -> str:
    """Build the site from a copy of its sources, with warnings as errors and without running notebooks."""
    written_by_builds = shutil.ignore_patterns("_build", "jupyter_execute", "course", "reference", "__pycache__")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=written_by_builds)
    (folder / "notebooks").symlink_to(ROOT / "notebooks")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-j", "2", "-b", "html"]
    environment = {**os.environ, "SOCLUSTER_DOCS_NOTEBOOKS": "off"}
    places = [str(folder / "docs"), str(folder / "html")]
    done = subprocess.run([*command, *places], capture_output=True, text=True, env=environment, check=False)
    return "" if done.returncode == 0 else f"sphinx ended with {done.returncode}: {done.stderr}"
