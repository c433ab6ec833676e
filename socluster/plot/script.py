"""The text of plotly's drawing code, for pages that draw without the internet."""

from __future__ import annotations

__all__ = ["plotly_script"]


def plotly_script() -> str:
    """Return the code (about 5 MB) so that it can be put into a script element of a page."""
    from plotly.offline import get_plotlyjs  # plotly is heavy; load it when somebody wants to see

    code: str = get_plotlyjs()
    return code.replace("</script", "<\\/script")
