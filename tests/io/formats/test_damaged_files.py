"""Whatever happened to a file, it loads or raises an error of socluster, never one of a dependency."""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.core.errors import SoclusterError, SoclusterWarning
from socluster.io.formats import dl, pajek, ucinet
from tests.examples import examples
from tests.io.formats.network_samples import layered_tables, two_mode_tables

DL_TEXTS = [
    "dl n=3 format=lowerhalf diagonal absent labels embedded data:\na b c\na\nb 1\nc 2.5 0\n",
    'dl n=3 nm=2, format=edgelist1\nlabels: "a b" c d\nmatrix labels: x y\ndata:\n1 2 na\n!\n3 1\n',
    "dl n=3 format=nodelist1b labels:\nŠ, ė, c data:\n2 2 3\n0\n1 1\n",
    "dl nr=2 nc=2 format=edgelist2 labels embedded data:\na x 2\nb y\n",
]
PAJEK_TEXTS = [
    '*Network n\n*Vertices 4\n1 "a \\"b\\"" 0.1\n2 \'c\'\n'
    '*Arcs :1 "x"\n1 2 3.5\n*Edges :1 "x"\n2 3\n*Arcslist :2\n1 2 3\n',
    "*Vertices 3 2\n1 Š\n2 b\n3 g\n/* c */\n*Matrix\n1\n2.5\n*Edges :3\n% c\n3 2 4\n*Partition p\n*Vertices 3\n1\n",
]


def written(module: ModuleType, path: Path) -> list[bytes]:
    found = []
    for tables in (layered_tables(), two_mode_tables()):
        module.write(tables, path)
        found.append(path.read_bytes())
    return found


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[bytes]]:
    folder = tmp_path_factory.mktemp("valid")
    return {
        "net": written(pajek, folder / "x.net") + [text.encode() for text in PAJEK_TEXTS],
        "dl": written(dl, folder / "x.dl") + [text.encode() for text in DL_TEXTS],
        "##h": written(ucinet, folder / "x.##h"),
        "##d": written(ucinet, folder / "x.##d"),
    }


def load(module: ModuleType, path: Path) -> None:
    """Read the file up to a valid cluster; only errors and warnings of socluster may come of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SoclusterWarning)
        with contextlib.suppress(SoclusterError):
            Cluster._from(module.read(path))


WORDS = [b"-1", b"0", b"x", b'"', b"\n", b" ", b"*", b":", b"na", b"9", b"\0", b"\xff", b"n=", b"1e39"]
MODULES = {"net": pajek, "dl": dl}
FUZZED = settings(
    max_examples=examples(100, 400),
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.mark.parametrize("suffix", MODULES)
def test_valid_files_load(tmp_path, valid, suffix):
    for data in valid[suffix]:
        path = tmp_path / f"x.{suffix}"
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SoclusterWarning)
            assert Cluster._from(MODULES[suffix].read(path)).n_actors >= 2


@pytest.mark.parametrize("suffix", MODULES)
def test_cut_at_every_line(tmp_path, valid, suffix):
    path = tmp_path / f"x.{suffix}"
    for data in valid[suffix]:
        lines = data.splitlines(keepends=True)
        for kept in range(len(lines)):
            path.write_bytes(b"".join(lines[:kept]))
            load(MODULES[suffix], path)
            path.write_bytes(b"".join(lines[kept:]))
            load(MODULES[suffix], path)
            path.write_bytes(b"".join(lines[:kept] + lines[kept + 1 :]))
            load(MODULES[suffix], path)


@pytest.mark.parametrize("suffix", MODULES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1257", "cp037"])
def test_wrong_encoding(tmp_path, valid, suffix, encoding):
    path = tmp_path / f"x.{suffix}"
    for data in valid[suffix]:
        path.write_bytes(data.decode("utf-8-sig").encode(encoding, "replace"))
        load(MODULES[suffix], path)


@st.composite
def damage(draw: st.DrawFn, data: bytes) -> bytes:
    """Return the bytes with some of them changed, removed, doubled or moved."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 6)))
        data = data[:start] + draw(st.one_of(st.sampled_from(WORDS), st.binary(max_size=3))) + data[stop:]
    return data


@pytest.mark.parametrize("suffix", MODULES)
@FUZZED
@given(source=st.data())
def test_damaged_text(tmp_path, valid, suffix, source):
    path = tmp_path / f"x.{suffix}"
    path.write_bytes(source.draw(damage(source.draw(st.sampled_from(valid[suffix])))))
    load(MODULES[suffix], path)


@FUZZED
@given(source=st.data())
def test_damaged_dataset(tmp_path, valid, source):
    which = source.draw(st.integers(0, 1))
    head, body = valid["##h"][which], valid["##d"][which]
    is_head = source.draw(st.booleans())
    (tmp_path / "x.##h").write_bytes(source.draw(damage(head)) if is_head else head)
    (tmp_path / "x.##d").write_bytes(body if is_head else source.draw(damage(body)))
    load(ucinet, tmp_path / "x.##h")


@FUZZED
@given(source=st.data())
def test_dataset_with_other_bytes_in_the_same_places(tmp_path, valid, source):
    data = bytearray(valid["##d"][source.draw(st.integers(0, 1))])
    head = valid["##h"][0 if len(data) > 100 else 1]
    for _ in range(source.draw(st.integers(1, 5))):
        data[source.draw(st.integers(0, len(data) - 1))] = source.draw(st.integers(0, 255))
    (tmp_path / "x.##h").write_bytes(head)
    (tmp_path / "x.##d").write_bytes(bytes(data))
    load(ucinet, tmp_path / "x.##d")
