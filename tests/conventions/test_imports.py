"""Importing socluster is cheap, and public names are what they say."""

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import FunctionType, ModuleType

import pytest

import socluster
from socluster.core.options import Options

HEAVY = ("plotly", "networkx", "igraph", "numba", "dask", "matplotlib", "pyarrow", "openpyxl")


def python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_import_loads_no_heavy_library():
    loaded = python("import socluster, sys; print(*sorted(sys.modules))").split()
    assert not set(HEAVY) & {name.partition(".")[0] for name in loaded}


def test_pictures_load_plotly_when_the_first_is_drawn():
    code = "import sys, socluster.plot; print(*sorted(sys.modules))"
    assert not {"plotly", "igraph", "networkx"} & {name.partition(".")[0] for name in python(code).split()}


def test_a_cluster_needs_no_heavy_library():
    code = (
        "import sys, pandas as pd, socluster as sc\n"
        "already = set(sys.modules)\n"
        "ties = pd.DataFrame({'source': ['a'], 'target': ['b']})\n"
        "c = sc.Cluster.from_tables(pd.DataFrame({'actor': list('ab')}), ties)\n"
        "sc.measure(c, [sc.degree, sc.constraint]); sc.load_dataset('knoke'); sc.Scenario('x')\n"
        "print(*sorted(set(sys.modules) - already))"
    )
    loaded = {name.partition(".")[0] for name in python(code).split()}
    assert not set(HEAVY) & (loaded - {"pyarrow"})  # pandas loads pyarrow for its texts where it is installed


def test_import_loads_the_list_of_names_and_nothing_else():
    """So it costs less than `import pandas`, which loads when a name is first used."""
    code = "import sys; before = set(sys.modules); import socluster; print(*sorted(set(sys.modules) - before))"
    loaded = python(code).split()
    assert {name.partition(".")[0] for name in loaded} <= {"socluster", *sys.stdlib_module_names}
    ours = [name for name in loaded if name.startswith("socluster")]
    assert ours == ["socluster", "socluster.core", "socluster.core.public_names"]


def test_every_public_name_is_there_and_has_a_docstring():
    others = {"__version__": str, "SCALES": Mapping, "options": Options}
    for name in socluster.__all__:
        value = getattr(socluster, name)
        assert isinstance(value, others.get(name, type | FunctionType | ModuleType)), name
        if name not in others:
            assert value.__doc__, name
            assert value.__name__.rpartition(".")[2] == name
            assert (value.__name__ if isinstance(value, ModuleType) else value.__module__).startswith("socluster.")
    assert set(socluster.__all__) <= set(dir(socluster))


def test_who_compares_loads_no_tie_models_readers_or_files():
    """A model is loaded when it is asked for, as is whoever reads what is no cluster yet."""
    code = "import sys; from socluster import compare; print(*sorted(sys.modules))"
    loaded = set(python(code).split())
    late = {
        "scipy.special",
        "scipy.sparse",
        "tqdm",
        "numpy.f2py",
        "socluster.io.objects.readers",
        "socluster.io.tables",
    }
    assert not late & loaded
    models = {name for name in loaded if name.startswith("socluster.whatif.ties.")}
    assert not {f"socluster.whatif.ties.{name}" for name in ("models", "rates", "logit", "ergm", "checking")} & models


def test_a_tie_model_loads_no_other():
    code = "import sys, socluster; socluster.ties.Stated({'a': .5}); print(*sorted(sys.modules))"
    loaded = python(code).split()
    assert "socluster.whatif.ties.stated" in loaded
    assert "socluster.whatif.ties.rates" not in loaded


def test_a_public_name_is_looked_for_once():
    code = "import socluster; socluster.degree; print('degree' in vars(socluster), 'density' in vars(socluster))"
    assert python(code).split() == ["True", "False"]


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'betweeness'"):
        _ = socluster.betweeness


def test_a_cluster_is_looked_at_through_its_faces():
    private = re.compile(r"\._(parts|cache|shared_matrix)\b")
    folder = Path(socluster.__file__).parent
    users = [path for path in folder.rglob("*.py") if private.search(path.read_text(encoding="utf-8"))]
    assert [path.relative_to(folder).as_posix() for path in users] == ["core/cluster_value.py"]
