"""Measures: one question, one function, one stated definition; a folder for each kind of question.

A new measure is a function in the file of its question, a line among the public names (`socluster/__init__.pyi`), under
the question that it answers, and a line with its name in `words/measures.py`.
"""
