"""The self-contained page: text, tables and figures in one HTML file that asks nothing of the network.

A new kind of content is a case in `page` and a piece of HTML in `parts`, in which every text from outside is escaped.
"""
