"""What the page shows and asks, as plain values that JSON can hold; it knows nothing of the web.

`overview` says all that a cluster is, `answer` answers one question about it, `words` are the texts of the page. Every
text stands in both languages, so that switching needs no second question.
"""

from socluster.app.answers.answer import answer
from socluster.app.answers.overview import overview
from socluster.app.answers.words import words

__all__ = ["answer", "overview", "words"]
