from socluster.app.server.messages import in_both, told
from socluster.core.errors import InputError
from socluster.words import phrase


def test_a_sentence_stands_in_both_languages():
    assert in_both(phrase("row {row}", row=3)) == {"en": "row 3", "lt": "3 eilutė"}
    said = told(InputError("must be one of {options}", {"options": "a"}))
    assert said["en"] == "must be one of a"
    assert said["lt"] != said["en"]
