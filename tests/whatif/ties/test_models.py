"""All models that can be written as text, and the names of the folder."""

import subprocess
import sys
from types import FunctionType

import pytest

import socluster as sc
from socluster.whatif import ties
from socluster.whatif.ties.models import MODELS


def test_every_public_model_is_one_but_the_one_that_holds_a_fit():
    others = {"Calibration", "Ergm", "ModelCheck", "Suggestion", "TieModel"}
    classes = {name for name in ties.__all__ if isinstance(getattr(ties, name), type)}
    assert classes - others == {model.__name__ for model in MODELS}
    assert ties.MODELS is MODELS


def test_functions_keep_their_names_whatever_was_loaded_before():
    """No module of the folder is called like a function of it, which would take its place."""
    code = (
        "import socluster.whatif.ties.checking, socluster.whatif.ties.suggesting;"
        "from socluster import ties; print(*(type(one).__name__ for one in (ties.check, ties.suggest, ties.calibrate)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["function"] * 3
    for name in ("check", "suggest", "calibrate"):
        assert isinstance(getattr(sc.ties, name), FunctionType)


def test_names_are_listed_and_a_slip_is_told():
    assert dir(ties) == ties.__all__
    with pytest.raises(AttributeError, match="did you mean 'Stated'"):
        _ = ties.Statet
