"""What the page shows and asks, as plain values that JSON can hold; it knows nothing of the web.

`overview.overview` says all that a cluster is, `answer.answer` answers one question about it, `words.words` are the
texts of the page. Every text stands in both languages, so that switching needs no second question. Nothing is imported
here: a server that hands out `words` loads no numpy.
"""
