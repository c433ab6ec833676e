"""What messages that speak Python say on a page (app, report, what-if page) and on the command line.

A key is the message as the library words it; only its places may be used. What is added here needs no change where the
message stands; `tests/words/elsewhere` says which one is missing.
"""

from __future__ import annotations

from types import MappingProxyType

from socluster.words.elsewhere.asking import ASKING
from socluster.words.elsewhere.chance import CHANCE
from socluster.words.elsewhere.measuring import MEASURING
from socluster.words.elsewhere.reading import READING

__all__ = ["ELSEWHERE"]

ELSEWHERE = MappingProxyType({**READING, **ASKING, **MEASURING, **CHANCE})
