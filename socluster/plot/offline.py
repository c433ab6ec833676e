"""The kind of all our figures: written to a file or shown, they neither ask another computer nor lead to one."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
from plotly.io import renderers

from socluster.plot.style import config
from socluster.words import Language

__all__ = ["OfflineFigure"]


class OfflineFigure(go.Figure):  # type: ignore[misc]  # plotly has no types
    """A plotly figure whose page has no logo that is a link; what a caller's own `config` says goes before ours."""

    _language: Language = "en"

    def to_html(self, config: dict[str, Any] | None = None, *options: Any, **others: Any) -> str:
        """Return the figure as HTML; see plotly."""
        page: str = super().to_html(self._offline(config), *options, **others)
        return page

    def write_html(self, file: Any, config: dict[str, Any] | None = None, *options: Any, **others: Any) -> None:
        """Write the figure as HTML; see plotly."""
        super().write_html(file, self._offline(config), *options, **others)

    def show(self, *options: Any, config: dict[str, Any] | None = None, **others: Any) -> None:
        """Show the figure; see plotly."""
        super().show(*options, config=self._offline(config), **others)

    def _repr_mimebundle_(self, *options: Any, config: dict[str, Any] | None = None, **others: Any) -> dict[str, Any]:
        bundle: dict[str, Any] = super()._repr_mimebundle_(*options, config=self._offline(config), **others)
        return bundle

    def _repr_html_(self) -> str:
        """Return the figure for whoever shows HTML; plotly would have the drawing code fetched from elsewhere."""
        shown: str = self._repr_mimebundle_().get("text/html") or self.to_html(full_html=False)
        return shown

    def _ipython_display_(self) -> None:
        if renderers.render_on_display and renderers.default:
            self.show()
        else:
            print(repr(self))

    def _offline(self, given: dict[str, Any] | None) -> dict[str, Any]:
        return config(self._language) | (given or {})
