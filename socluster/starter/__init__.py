"""A folder to start your own cluster with: a workbook to fill in, an example, a notebook and a README."""

from socluster.starter.folder import new

__all__ = ["new"]
