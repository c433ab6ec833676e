"""Harmful, broken and foreign XML, for both formats that are made of it."""

from __future__ import annotations

import contextlib
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socluster.core.cluster import Cluster
from socluster.core.errors import InputError, LossWarning, SoclusterError
from socluster.io.formats import gexf, graphml

FORMATS = {"graphml": graphml, "gexf": gexf}
ENTITY = '<!DOCTYPE {0} [<!ENTITY x "y">]>\n'
OUTSIDE = '<!DOCTYPE {0} SYSTEM "file:///etc/passwd">\n'


pytestmark = pytest.mark.parametrize("name", list(FORMATS))


def read(tmp_path: Path, name: str, data: bytes):
    path = tmp_path / f"x.{name}"
    path.write_bytes(data)
    return FORMATS[name].read(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("samples")


@pytest.fixture(scope="module")
def samples(folder) -> dict[str, str]:
    """A valid file of each format with everything in it, as text."""
    cluster = Cluster.from_tables(
        pd.DataFrame({"actor": ["Mokykla", "b"], "staff": [1, 2], "open": [True, None]}),
        pd.DataFrame({"source": ["Mokykla"], "target": ["b"], "layer": ["info"], "weight": [0.5], "x": [1.5]}),
        groups=pd.DataFrame({"group": ["b"]}),
        affiliations=pd.DataFrame({"actor": ["b"], "group": ["b"]}),
        unknown=pd.DataFrame({"source": ["b"], "target": ["Mokykla"], "layer": ["referral"]}),
        layers={"referral": {"directed": True}},
        name="Kelmė",
    )
    texts = {}
    for name, module in FORMATS.items():
        path = folder / f"sample.{name}"
        module.write(cluster.to_tables(), path)
        texts[name] = path.read_text(encoding="utf-8")
    return texts


class TestDocumentTypes:
    @pytest.mark.parametrize("declaration", [ENTITY, OUTSIDE, "<!DOCTYPE {0}>"])
    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1257"]
    )
    def test_are_refused_in_every_encoding(self, tmp_path, name, declaration, encoding):
        declared = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "cp1257": "windows-1257"}
        head = f'<?xml version="1.0" encoding="{declared.get(encoding, encoding)}"?>\n'
        text = head + declaration.format(name) + f"<{name}><graph/></{name}>"
        with pytest.raises(InputError, match="line 2 declares a document type"):
            read(tmp_path, name, text.encode(encoding))

    def test_are_refused_before_anything_grows(self, tmp_path, name):
        bomb = "".join(f'<!ENTITY a{i + 1} "{f"&a{i};" * 10}">' for i in range(12))
        text = f'<!DOCTYPE {name} [<!ENTITY a0 "ha">{bomb}]><{name}><graph id="&a12;"/></{name}>'
        with pytest.raises(InputError, match="declares a document type"):
            read(tmp_path, name, text.encode())

    def test_in_a_comment_or_text_are_harmless(self, tmp_path, name, samples):
        text = samples[name].replace("Kelmė", "&lt;!DOCTYPE").replace("?>\n", "?>\n<!-- <!DOCTYPE x> -->\n", 1)
        assert Cluster._from(read(tmp_path, name, text.encode())).name == "<!DOCTYPE"


class TestBrokenFiles:
    def test_say_line_and_column(self, tmp_path, name):
        with pytest.raises(InputError, match=r"x\.\w+: is no valid XML at line 2, column 10: mismatched tag"):
            read(tmp_path, name, f"<{name}>\n<graph></{name}>".encode())

    @pytest.mark.parametrize("data", [b"", b"   ", b"a,b\n1,2", b"\x00\x01", b"\xff\xfe"])
    def test_no_xml_at_all(self, tmp_path, name, data):
        with pytest.raises(InputError, match="is no valid XML at line 1, column"):
            read(tmp_path, name, data)

    @pytest.mark.parametrize("encoding", ["klingon", "utf-7", "shift_jis", "utf-32", "rot13", "idna"])
    def test_strange_encodings(self, tmp_path, name, encoding):
        text = f'<?xml version="1.0" encoding="{encoding}"?><{name}><graph/></{name}>'
        with pytest.raises(InputError, match=r"is no valid XML|is in an encoding that cannot be read"):
            read(tmp_path, name, text.encode())

    def test_another_kind_of_xml(self, tmp_path, name):
        with pytest.raises(InputError, match=f"must hold <{name}>, not <html>"):
            read(tmp_path, name, b"<html/>")

    def test_deep_nesting(self, tmp_path, name):
        inner = {"graphml": "graph", "gexf": "nodes"}[name]
        depth = 20_000
        opening = "".join(f"<{inner}><node id='{level}'>" for level in range(depth))
        text = f"<{name}><graph>{opening}{f'</node></{inner}>' * depth}</graph></{name}>"
        with pytest.warns(LossWarning, match="which node holds which"):
            found = read(tmp_path, name, text.encode())
        assert len(found.actors) == depth


class TestDamage:
    """Whatever happens to a file on its way: it reads, or socluster says what is wrong with it."""

    def survives(self, path: Path, name: str, data: bytes) -> None:
        path.write_bytes(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with contextlib.suppress(SoclusterError):
                Cluster._from(FORMATS[name].read(path))

    def test_cut_off_anywhere(self, tmp_path, name, samples):
        data = samples[name].encode()
        for end in range(0, len(data), 37):
            self.survives(tmp_path / "x", name, data[:end])

    @given(st.data())
    def test_flipped_bytes(self, folder, name, samples, data):
        content = bytearray(samples[name].encode())
        for position in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
            content[position] = data.draw(st.integers(0, 255))
        self.survives(folder / "x", name, bytes(content))

    @given(st.data())
    def test_words_that_change_places(self, folder, name, samples, data):
        words = samples[name].split('"')
        one, other = (data.draw(st.integers(0, len(words) - 1)) for _ in range(2))
        words[one], words[other] = words[other], words[one]
        self.survives(folder / "x", name, '"'.join(words).encode())

    @given(st.data())
    def test_texts_that_change(self, folder, name, samples, data):
        lines = samples[name].split("\n")
        line = data.draw(st.integers(1, len(lines) - 2))
        texts = st.sampled_from(
            ["", "<node/>", "<edge/>", "<data/>", "<key/>", "<graph/>", "<attvalue/>", "x", lines[line] * 2]
        )
        lines[line] = data.draw(texts)
        self.survives(folder / "x", name, "\n".join(lines).encode())
