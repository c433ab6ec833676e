"""How fast socluster is, next to other libraries; no part of the package."""
