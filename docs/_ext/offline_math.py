"""Formulas as MathML: every browser draws it without a script, and screen readers read it."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.util import logging

LOGGER = logging.getLogger(__name__)
SIZES = re.compile(r"\\[bB]igg?[lrm]?(?![A-Za-z])")  # brackets grow by themselves in MathML
DOTS = re.compile(r"\\dots(?![A-Za-z])")


def mathml(formula: str, *, block: bool, place: nodes.Node) -> str:
    """Return a formula as MathML, with its LaTeX as the alternative text."""
    try:
        markup = tex2mathml(DOTS.sub(r"\\ldots", SIZES.sub("", formula)), as_block=block)
    except MathError as error:
        LOGGER.warning("formula is not understood: %s (%s)", formula, error, location=place)
        return ""
    alternative = formula.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return str(markup).replace("<math ", f'<math alttext="{alternative}" ', 1)


def inline(writer: Any, node: nodes.math) -> None:
    """Write a formula within a sentence."""
    writer.body.append(mathml(node.astext(), block=False, place=node))
    raise nodes.SkipNode


def block(writer: Any, node: nodes.math_block) -> None:
    """Write a formula that stands alone."""
    markup = mathml(node.astext(), block=True, place=node)
    writer.body.append(f'<div class="formula">{markup}</div>')
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the renderer that conf.py names."""
    app.add_html_math_renderer("mathml", inline_renderers=(inline, None), block_renderers=(block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
