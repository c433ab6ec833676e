"""What recurs is said in the same words: the type and the first words of a parameter that many functions share."""

import inspect
import re

import pytest

import socluster as sc

# Parameter -> the types that its documentation may state, and what its description begins with.
SHARED = {
    "cluster": (r"Cluster or anything that `as_cluster` takes", r""),
    "layer": (
        r"str, optional|str( or None)?, default .*|str",
        r"(One|The|A|Their|Its|Layer|Fill in the unknown dyads of this) ",
    ),
    "group": (r"str(, list of str)? or Series(, optional|, default .*)?", r""),
    "cost": (
        r'None, "inverse" or callable, optional|mapping, optional|mapping',
        r"(Length of a tie|From candidate to)",
    ),
    "rng": (r"int or numpy\.random\.Generator(, optional|, default 0)?", r"Seed"),
    "language": (r'\{"en", "lt"\}, default "en"', r""),
    "normalized": (r"bool, default (True|False)", r""),
    "title": (r"str(, optional)?", r""),
}


def functions():
    for name in sc.__all__:
        value = getattr(sc, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.ismodule(value):
            members = ((f"{name}.{each}", getattr(value, each)) for each in value.__all__)
            yield from (each for each in members if inspect.isfunction(each[1]))


def parameters(text):
    """Return (name, type, description) of every parameter that a docstring describes."""
    section = re.search(r"Parameters\n-+\n(.*?)(?:\n\n[A-Z][A-Za-z ]+\n-{3,}|\Z)", text, re.DOTALL)
    if section is None:
        return []
    found = re.findall(r"^(\*{0,2}\w[\w, ]*)(?: : ([^\n]*))?\n((?:    [^\n]*\n?|\n)+)", section[1] + "\n", re.MULTILINE)
    return [(name, kind, " ".join(body.split())) for names, kind, body in found for name in names.split(", ")]


DESCRIBED = [(name, *each) for name, function in functions() for each in parameters(inspect.getdoc(function))]


@pytest.mark.parametrize("shared", SHARED)
def test_a_shared_parameter_is_described_alike(shared):
    kind, start = SHARED[shared]
    described = [each for each in DESCRIBED if each[1] == shared]
    assert len(described) > 2
    assert [each[::2] for each in described if not re.fullmatch(kind, each[2])] == []
    assert [each for each in described if not re.match(start, each[3])] == []


def test_every_parameter_is_described_and_nothing_else_is():
    for name, function in functions():
        described = {each.lstrip("*") for each, _, _ in parameters(inspect.getdoc(function))}
        assert described == set(inspect.signature(function).parameters), name
