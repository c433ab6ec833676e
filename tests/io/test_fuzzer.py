"""Whatever happened to a file of any format, it is read or refused in words."""

from __future__ import annotations

import pytest

from socluster.io.known import FORMATS
from tests.examples import examples
from tests.io.fuzzer import Fuzzer

EACH = examples(10, 60)


@pytest.fixture(scope="module")
def fuzzer(tmp_path_factory):
    return Fuzzer(tmp_path_factory.mktemp("fuzzed"))


def test_every_format_has_a_sample(fuzzer):
    suffixes = {name[name.find(".") :] if "." in name else "" for name in fuzzer.samples}
    assert {suffix for suffix in FORMATS if suffix != ".##d"} <= suffixes


@pytest.mark.timeout(600)
@pytest.mark.parametrize("piece", range(EACH))
def test_a_damaged_file_is_read_or_refused_in_words(fuzzer, piece):
    n = len(fuzzer.samples)
    outcomes = [fuzzer.read(seed) for seed in range(piece * n, (piece + 1) * n)]
    assert {name for name, _ in outcomes} == {*fuzzer.samples}
    assert {outcome for _, outcome in outcomes} == {"read", "refused"}
