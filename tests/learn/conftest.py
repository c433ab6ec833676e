import sys
from types import ModuleType

import pytest

from tests.learn.toys import TOY


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    module = ModuleType("socluster.learn.exercises.t98")
    module.EXERCISES = TOY
    monkeypatch.setitem(sys.modules, module.__name__, module)
