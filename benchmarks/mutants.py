"""Single small changes of the code, each of which would mislead a user: what tests should notice.

`places(source)` yields every change that we know how to make in a module. A change replaces one expression or statement
by another and leaves all else as it is. Docstrings, annotations, decorators, texts, `__all__` and what only a type
checker reads are left alone.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Change", "places"]

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}
_NAMES = {
    "min": "max",
    "max": "min",
    "minimum": "maximum",
    "maximum": "minimum",
    "argmin": "argmax",
    "argmax": "argmin",
    "nanmin": "nanmax",
    "nanmax": "nanmin",
    "sum": "mean",
    "mean": "median",
    "median": "mean",
    "nanmean": "nanmedian",
    "nanmedian": "nanmean",
    "any": "all",
    "all": "any",
    "floor": "ceil",
    "ceil": "floor",
    "head": "tail",
    "triu": "tril",
    "tril": "triu",
}
_UNWRAPPED = {"sqrt", "abs", "absolute", "log", "exp", "sorted", "reversed", "unique"}
_SYMMETRIC = {"min", "max", "minimum", "maximum", "isinstance", "issubclass", "zip", "hypot", "print", "union", "dict"}
_SEEDS = {"seed", "rng"}
_OTHER_SEED = 7919
_SAYING = {"say", "count", "warn", "Problem", "InputError", "Suggestion", "add_argument"}


@dataclass(frozen=True)
class Change:
    """One change of a module: what stands between two positions of its text is replaced.

    Attributes
    ----------
    kind : str
        Which kind of change it is.
    line, last_line : int
        Lines of the expression or statement, from 1.
    begin, end : int
        Its positions in the text of the module, in bytes.
    after : str
        What stands there then.
    function : str
        Dotted name of the function around it; empty at the level of the module.
    """

    kind: str
    line: int
    last_line: int
    begin: int
    end: int
    after: str
    function: str

    def made(self, source: str) -> str:
        """Return the module with this change."""
        text = source.encode()
        return (text[: self.begin] + self.after.encode() + text[self.end :]).decode()

    def shown(self, source: str) -> tuple[str, str]:
        """Return the lines before and after, each as one line."""
        lines = source.encode().splitlines(keepends=True)
        begin = sum(map(len, lines[: self.line - 1]))
        end = sum(map(len, lines[: self.last_line]))
        text = source.encode()
        after = text[begin : self.begin] + self.after.encode() + text[self.end : end]
        return " ".join(text[begin:end].decode().split()), " ".join(after.decode().split())


def places(source: str) -> Iterator[Change]:
    """Yield every change that can be made in a module."""
    finder = _Finder(source)
    finder.visit(ast.parse(source))
    yield from finder.found


class _Finder(ast.NodeVisitor):
    """Walks through a module and notes what can be changed."""

    def __init__(self, source: str) -> None:
        self.found: list[Change] = []
        self._starts = [0]
        for line in source.encode().splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))
        self._functions: list[str] = []
        self._returns: list[list[ast.expr]] = []

    def _note(self, kind: str, node: ast.expr | ast.stmt, after: str | ast.AST) -> None:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        begin = self._starts[node.lineno - 1] + node.col_offset
        end = self._starts[node.end_lineno - 1] + node.end_col_offset
        if isinstance(after, ast.AST):
            text = ast.unparse(ast.fix_missing_locations(after))
            after = text if isinstance(after, ast.Constant | ast.Name | ast.Call | ast.Attribute) else f"({text})"
        name = ".".join(self._functions)
        self.found.append(Change(kind, node.lineno, node.end_lineno, begin, end, after, name))

    # -- what is left alone ------------------------------------------------------------------------------------------

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Look at the defaults and the body."""
        self._functions.append(node.name)
        self._returns.append([each.value for each in _own_returns(node) if each.value is not None])
        for default in [*node.args.defaults, *(each for each in node.args.kw_defaults if each)]:
            self.visit(default)
        for statement in node.body:
            self.visit(statement)
        self._returns.pop()
        self._functions.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Look at the body."""
        self._functions.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self._functions.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Look at the value, not at the annotation."""
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Look at the value; drop what is stored in a place that exists already."""
        names = {each.id for each in node.targets if isinstance(each, ast.Name)}
        if names & {"__all__", "__version__"} or any(name[:1].isupper() and _is_type(node.value) for name in names):
            return
        if all(isinstance(each, ast.Subscript) for each in node.targets):
            self._note("statement dropped", node, "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Leave errors and their words alone."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """Leave what is said to the type checker alone."""

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave texts alone; before Python 3.12 the positions inside are wrong besides."""

    def visit_If(self, node: ast.If) -> None:
        """Negate the condition, unless only a type checker reads it."""
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self._negate(node.test)
        self.generic_visit(node)

    # -- statements ---------------------------------------------------------------------------------------------------

    def visit_Expr(self, node: ast.Expr) -> None:
        """Drop a call that is made for its effect."""
        if isinstance(node.value, ast.Call):
            self._note("statement dropped", node, "pass")
            self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        """Drop it, or turn its operator."""
        self._note("statement dropped", node, "pass")
        turned = _ARITHMETIC.get(type(node.op))
        if turned:
            other = ast.AugAssign(node.target, turned(), node.value)
            self._note("arithmetic", node, ast.unparse(ast.fix_missing_locations(other)))
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        """Go on where it went to the next."""
        self._note("statement dropped", node, "pass")

    def visit_Break(self, node: ast.Break) -> None:
        """Go on where it stopped."""
        self._note("statement dropped", node, "pass")

    def visit_Return(self, node: ast.Return) -> None:
        """Return what stands at the next return of the same function."""
        values = self._returns[-1]
        if node.value is not None:
            at = next(number for number, value in enumerate(values) if value is node.value)
            other = values[(at + 1) % len(values)]
            if ast.dump(other) != ast.dump(node.value):
                self._note("neighbour returned", node.value, other)
            self.visit(node.value)

    # -- expressions --------------------------------------------------------------------------------------------------

    def _negate(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.UnaryOp):  # these have changes of their own
            self._note("condition negated", test, ast.UnaryOp(ast.Not(), test))

    def visit_IfExp(self, node: ast.IfExp) -> None:
        """Negate the condition."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        """Negate the condition."""
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Keep all, where only some are kept."""
        for test in node.ifs:
            self._note("filter dropped", test, ast.Constant(True))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        """Turn each comparison."""
        for at, operator in enumerate(node.ops):
            turned = [_COMPARISONS[type(operator)]() if other == at else op for other, op in enumerate(node.ops)]
            self._note("comparison", node, ast.Compare(node.left, turned, node.comparators))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        """Turn `and` into `or`, or leave out one of them."""
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        self._note("and / or", node, ast.BoolOp(other, node.values))
        for at in range(len(node.values)):
            rest = node.values[:at] + node.values[at + 1 :]
            self._note("condition dropped", node, rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        """Turn the operator, unless texts, paths or types are joined."""
        turned = _ARITHMETIC.get(type(node.op))
        if turned and not _is_text(node.left) and not _is_text(node.right) and not _is_type(node):
            self._note("arithmetic", node, ast.BinOp(node.left, turned(), node.right))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        """Leave out a minus or a not."""
        self._note("sign dropped", node, node.operand)
        if not isinstance(node.operand, ast.Constant):
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Add one to a whole number, double another, turn a truth value."""
        value = node.value
        if isinstance(value, bool):
            self._note("constant", node, ast.Constant(not value))
        elif isinstance(value, int):
            self._note("constant", node, ast.Constant(value + 1))
        elif isinstance(value, float):
            self._note("constant", node, ast.Constant(2 * value if value else 1.0))

    def visit_Call(self, node: ast.Call) -> None:
        """Call a neighbour, leave out or swap what is given, take another seed."""
        name = _called(node)
        if name in _SAYING:
            return
        if name in _NAMES:
            self._note("neighbour called", node, ast.Call(_renamed(node.func), node.args, node.keywords))
        if name in _UNWRAPPED and len(node.args) == 1 and not node.keywords:
            self._note("call dropped", node, node.args[0])
        plain = [isinstance(each, ast.Name | ast.Attribute | ast.Subscript) for each in node.args]
        if len(plain) >= 2 and all(plain[:2]) and name not in _SYMMETRIC:
            first, second, *rest = node.args
            if ast.dump(first) != ast.dump(second):
                swapped = ast.Call(node.func, [second, first, *rest], node.keywords)
                self._note("arguments swapped", node, swapped)
        for keyword in node.keywords:
            if keyword.arg is not None and not _is_text(keyword.value):
                others = [each for each in node.keywords if each is not keyword]
                self._note("argument dropped", node, ast.Call(node.func, node.args, others))
        for value in [*node.args, *(keyword.value for keyword in node.keywords)]:
            if _last_name(value) in _SEEDS:
                self._note("seed replaced", value, ast.Constant(_OTHER_SEED))
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Leave what stands in a type alone."""
        if not _is_type(node):
            self.generic_visit(node)


def _own_returns(function: ast.FunctionDef) -> Iterator[ast.Return]:
    """Yield the returns of a function, without those of the functions inside."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.Return):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            waiting[:0] = ast.iter_child_nodes(node)


def _called(node: ast.Call) -> str:
    return _last_name(node.func)


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _renamed(function: ast.expr) -> ast.expr:
    """Return the neighbour of a function; the plain `sum` has none but what numpy offers."""
    other = _NAMES[_last_name(function)]
    if isinstance(function, ast.Attribute):
        return ast.Attribute(function.value, other)
    return ast.Name("len" if other == "mean" else other)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str | bytes))


def _is_type(node: ast.expr) -> bool:
    """Tell a type that is written as a value: `str | None`, `Literal[...]`, `Callable[..., int]`."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.BitOr) and (_is_type(node.left) or _is_type(node.right))
    if isinstance(node, ast.Subscript):
        return _last_name(node.value)[:1].isupper() or _last_name(node.value) in {"dict", "list", "tuple", "type"}
    if isinstance(node, ast.Constant):
        return node.value is None
    name = _last_name(node)
    return name in {"str", "int", "float", "bool", "bytes", "list", "dict", "tuple", "set"} or name[:1].isupper()
