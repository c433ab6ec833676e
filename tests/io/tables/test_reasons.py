"""What a parser of others finds is said in plain words, and in Lithuanian without a word of English."""

import json

import pytest
import yaml

from socluster.io.tables.reasons import json_reason, yaml_reason

JSON = ['{"a": 1 "b": 2}', '{"a" 1}', "{a: 1}", "[1,]", '["a', '["a\tb"]', r'["\x"]', r'["\u12"]', "1 2", "", "[1, 2"]
YAML = [
    "a: b: c",
    "a: [1,",
    "a:\n\t- x",
    "a: 'x",
    "- a\nb: c",
    "{a: 1,, b}",
    "a: @x",
    "a: *x",
    "[a b: c",
    "{a: 1 b: 2}",
    "? a\nb\n",
]


@pytest.mark.parametrize("text", JSON)
def test_json(text):
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    told = json_reason(caught.value.msg)
    assert str(told) != "it cannot be read there"
    assert "xpecting" not in str(told)
    assert told.said("lt") != str(told)


@pytest.mark.parametrize("text", YAML)
def test_yaml(text):
    with pytest.raises(yaml.YAMLError) as caught:
        yaml.safe_load(text)
    told = yaml_reason(caught.value.problem)
    assert str(told) != "it cannot be read there", caught.value.problem
    assert told.said("lt") != str(told)


def test_what_is_not_known_is_not_quoted():
    assert str(json_reason("quantum fault")) == str(yaml_reason("")) == "it cannot be read there"
