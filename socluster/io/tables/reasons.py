"""Why a text is no JSON or YAML, in plain words: the parsers of others say it in English, and in words of their own."""

from __future__ import annotations

from socluster.words import Phrase, marked, phrase

__all__ = ["json_reason", "yaml_reason"]

# What the parser of Python says begins so.
_JSON = {
    "Expecting ',' delimiter": marked("a comma is missing here, or a bracket is not closed before it"),
    "Expecting ':' delimiter": marked("a colon is missing here, between a name and its value"),
    "Expecting property name": marked("a name in double quotation marks is missing here, or there is a comma too many"),
    "Expecting value": marked("a value is missing here, or there is a comma too many"),
    "Illegal trailing comma": marked("there is a comma too many here"),
    "Unterminated string": marked("a text begins here whose closing quotation mark is missing"),
    "Invalid control character": marked("a text in quotation marks holds a line break or a tab here"),
    "Invalid \\": marked("a backslash here is followed by what it cannot be followed by; write two of them"),
    "Extra data": marked("there is more here, after the end"),
}
# What PyYAML says holds this.
_YAML = {
    "mapping values are not allowed": marked("a colon stands here where none can be, or the line is indented wrongly"),
    "'\\t'": marked("there is a tab here; indent with spaces"),
    "cannot start any token": marked("a value begins here with a sign that only stands in quotation marks"),
    "<block end>": marked("the line is not indented as those before it"),
    "unexpected end of stream": marked("the text ends before a quotation mark is closed"),
    "<stream end>": marked("the text ends before a bracket is closed"),
    "could not find expected ':'": marked("a colon is missing, between a name and its value"),
    "node content": marked("a value is missing here, or there is a comma too many"),
    "expected ',' or": marked("a comma is missing here, or a bracket is not closed"),
    "undefined alias": marked("a reference (*) points to what is not there"),
}
_UNKNOWN = marked("it cannot be read there")


def json_reason(said: str) -> Phrase:
    """Return in plain words what Python's JSON parser says.

    Examples
    --------
    >>> str(json_reason("Expecting value"))
    'a value is missing here, or there is a comma too many'
    """
    plain = next((plain for start, plain in _JSON.items() if said.startswith(start)), _UNKNOWN)
    return phrase(plain)


def yaml_reason(said: str) -> Phrase:
    """Return in plain words what PyYAML says.

    Examples
    --------
    >>> str(yaml_reason("found character '\\\\t' that cannot start any token"))
    'there is a tab here; indent with spaces'
    """
    plain = next((plain for part, plain in _YAML.items() if part in said), _UNKNOWN)
    return phrase(plain)
