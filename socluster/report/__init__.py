"""Reports: what socluster found, put together for people who read rather than compute.

What is to be shown is a `Section`; a new form of report takes sections and writes one file.
"""

from socluster.report.page.page import Section, page

__all__ = ["Section", "page"]
