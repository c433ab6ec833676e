"""What networkx is told when it is imported: the functions that there are, and at what cost."""

import inspect
import subprocess
import sys
import tomllib
from pathlib import Path

import networkx as nx

from socluster.backend import interface
from socluster.backend.info import FUNCTIONS, get_info

ROOT = Path(__file__).parents[2]


def test_it_names_the_functions_that_there_are_with_networkx_own_arguments():
    assert sorted(FUNCTIONS) == sorted(
        set(interface.__all__) - {"can_run", "should_run", "convert_from_nx", "convert_to_nx"}
    )
    for name in FUNCTIONS:
        expected = inspect.signature(getattr(nx, name).orig_func).parameters.values()
        found = inspect.signature(getattr(interface, name)).parameters.values()
        assert [(one.name, one.default) for one in found] == [(one.name, one.default) for one in expected], name


def test_help_of_networkx_shows_notes_only_where_there_are_some():
    info = get_info()
    assert info["backend_name"] == "socluster"
    assert info["functions"]["triangles"] == {}
    assert "self-loops" in info["functions"]["core_number"]["additional_docs"]


def test_networkx_finds_it_by_the_entry_points_of_the_package():
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
    assert points["networkx.backends"] == {"socluster": interface.__name__}
    assert points["networkx.backend_info"] == {"socluster": f"{get_info.__module__}:{get_info.__name__}"}


def test_it_costs_networkx_next_to_nothing():
    code = (
        "import sys; before = set(sys.modules); import socluster.backend.info as info; info.get_info();"
        "print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name.partition(".")[0] for name in loaded} <= {"socluster", *sys.stdlib_module_names}
    assert [name for name in loaded if name.startswith("socluster.")] == [
        "socluster.backend",
        "socluster.backend.info",
        "socluster.core",
        "socluster.core.public_names",
    ]
