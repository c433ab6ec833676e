"""Pictures as static SVG, for pages and paper: small, sharp, without a script and without a browser to write them.

Each draws plain tables. What is written into an element is escaped in `elements`, and nowhere else.
"""
