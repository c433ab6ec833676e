"""The page: an index, styles and plain JavaScript modules, named by what they draw or ask. No build step.

A module imports from others by `import { a, b } from "./other.js";` on one line and names nothing as another module
does, so that `joined` can put all of them into one script for the page by e-mail.
"""

from socluster.app.page.files import FILES, joined, served, text_of

__all__ = ["FILES", "joined", "served", "text_of"]
