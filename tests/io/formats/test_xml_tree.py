"""XML as plain trees that know their lines."""

import xml.etree.ElementTree as ET

import pytest

from socluster.core.errors import InputError
from socluster.io.formats.xml_tree import read_tree, write_tree

TREE = """<?xml version="1.0"?>
<a xmlns="http://one" xmlns:x="http://other">
 <b k="1" x:l="2">text <c>inner</c> and more</b>
 <x:b><d><b/></d></x:b>
</a>
"""


@pytest.fixture
def tree(tmp_path):
    path = tmp_path / "x.xml"
    path.write_text(TREE, encoding="utf-8")
    return read_tree(path, "a")


def test_elements_know_their_lines_and_no_namespaces(tree):
    first, second = tree.all("b")
    assert (tree.line, first.line, second.line) == (2, 3, 4)
    assert first.attributes == {"k": "1", "l": "2"}
    assert (first.get("k"), first.get("m")) == ("1", None)
    assert first.text == "text  and more"


def test_children_of_children(tree):
    assert [element.text for element in tree.all("b", "c")] == ["inner"]
    assert [element.line for element in tree.all("b", "d", "b")] == [4]
    assert list(tree.all("c")) == []


def test_descendants_come_in_the_order_of_the_file(tree):
    assert [(element.tag, element.line) for element in tree.descendants("b")] == [("b", 3), ("b", 4), ("b", 4)]
    assert len(list(tree.descendants("b", through=["b"]))) == 2  # the third is inside of d


def test_what_is_written_is_read(tmp_path):
    root = ET.Element("a", {"name": 'Š "&" <x>'})
    ET.SubElement(root, "b").text = "ė < ]]> & 😀"
    write_tree(root, tmp_path / "x.xml")
    back = read_tree(tmp_path / "x.xml", "a")
    assert back.get("name") == 'Š "&" <x>'
    assert [element.text for element in back.all("b")] == ["ė < ]]> & 😀"]


def test_a_character_that_xml_cannot_hold_is_told_before_anything_is_written(tmp_path):
    root = ET.Element("a")
    ET.SubElement(root, "b").text = "one\x07two"
    with pytest.raises(InputError, match=r"XML cannot hold the character U\+0007") as caught:
        write_tree(root, tmp_path / "x.xml")
    assert "one\x07two" in caught.value.problems[0].value
    assert not (tmp_path / "x.xml").exists()


def test_another_root_is_told(tmp_path):
    (tmp_path / "x.xml").write_text("<html/>", encoding="utf-8")
    with pytest.raises(InputError, match="must hold <a>, not <html>"):
        read_tree(tmp_path / "x.xml", "a")
