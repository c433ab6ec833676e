"""What the tests of the documentation share: its extensions as modules, and the site, built once."""

import os
import shutil
import subprocess
import sys
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
    """Build the site from a copy of its sources, with warnings as errors and without running notebooks."""
    folder = tmp_path_factory.mktemp("docs")
    written_by_builds = shutil.ignore_patterns("_build", "jupyter_execute", "course", "reference", "__pycache__")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=written_by_builds)
    (folder / "notebooks").symlink_to(ROOT / "notebooks")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-j", "2", "-b", "html"]
    environment = {**os.environ, "SOCLUSTER_DOCS_NOTEBOOKS": "off"}
    place = folder / "html"
    done = subprocess.run(
        [*command, str(folder / "docs"), str(place)], capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return place
