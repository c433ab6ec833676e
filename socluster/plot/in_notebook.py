"""A figure in a notebook: for Jupyter, and for the page that is exported from the notebook.

Jupyter draws a figure from its description, which a page exported by nbconvert cannot do. So each figure is there as
HTML, too. The drawing code, about 5 MB, stands once in a notebook: in the output of the cell that showed the first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socluster.core.notebook import running_shell

__all__ = ["in_notebook", "is_notebook"]

_holder: list[str] = []  # the cell whose output holds the drawing code


def is_notebook() -> bool:
    """Whether a cell of a notebook is running."""
    return running_shell() is not None


def in_notebook(bundle: dict[str, Any], to_html: Callable[..., str]) -> None:
    """Show a figure in the output of the cell that is running.

    Parameters
    ----------
    bundle : dict
        The figure by kinds of content, for Jupyter.
    to_html : callable
        Writes the figure as HTML, with or without the drawing code (`include_plotlyjs`).
    """
    from IPython.display import display  # only where it runs already

    cell = _running_cell()
    if not _holder:
        _holder.append(cell)
    page = to_html(full_html=False, include_plotlyjs=_holder[0] == cell)
    display(bundle | {"text/html": page}, raw=True)  # type: ignore[no-untyped-call]


def _running_cell() -> str:
    """Return what tells a cell from others: its name in JupyterLab, or the number of the run."""
    shell = running_shell()
    asked = shell.kernel.get_parent()
    return str(asked.get("metadata", {}).get("cellId") or shell.execution_count)
