"""A name means one thing: no class and no type stands in two modules."""

import ast
from collections import defaultdict
from pathlib import Path

import socluster

FOLDER = Path(socluster.__file__).parent
SAME_THING = {"Matrix"}  # kernels name it for themselves, since they know arrays only


def types_of(module):
    """Return the names of the classes and types that a module makes, but for those of its own (_Name)."""
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
        elif isinstance(node, ast.Assign) and not _is_type_variable(node.value):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _is_type_variable(value):
    return isinstance(value, ast.Call) and getattr(value.func, "id", "") == "TypeVar"


def is_type(name):
    return name[0].isupper() and name != name.upper()


def test_no_type_has_the_name_of_another():
    homes = defaultdict(list)
    for path in sorted(FOLDER.rglob("*.py")):
        for name in filter(is_type, types_of(ast.parse(path.read_text(encoding="utf-8")))):
            homes[name].append(path.relative_to(FOLDER).as_posix())
    assert {name: where for name, where in homes.items() if len(where) > 1 and name not in SAME_THING} == {}
