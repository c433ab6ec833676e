"""How the documentation is built: `make docs`, offline, with every notebook executed."""

import os
import sys
from pathlib import Path

import socluster

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

project = "socluster"
author = "the socluster developers"
copyright = "the socluster developers"
version = release = socluster.__version__
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    # our own, in _ext
    "autolink",
    "course_pages",
    "frames",
    "glossary_tables",
    "offline_math",
    "page_language",
    "plotly_figures",
    "quiet_outputs",
    "reference_pages",
    "reference_style",
    "see_also",
]
exclude_patterns = ["_build", "_ext", "jupyter_execute", "**.ipynb_checkpoints"]
suppress_warnings = ["config.cache"]

# Pages in Markdown (MyST); notebooks are copied from ../notebooks by course_pages and run while they are read.
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath", "fieldlist", "attrs_inline"]
myst_heading_anchors = 3
nb_execution_mode = os.environ.get("SOCLUSTER_DOCS_NOTEBOOKS", "force")  # "off": build without running them
nb_execution_show_tb = True  # a notebook that fails is a warning, and warnings are errors
nb_execution_timeout = 1800
nb_execution_in_temp = True
nb_merge_streams = True

# The reference is made from the docstrings.
toc_object_entries_show_parents = "hide"  # beside a page, names of methods are not cut
default_role = "literal"  # linked by autolink where it names something public
autodoc_typehints = "none"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
napoleon_use_param = False  # words in a type are words, not names to be looked for
napoleon_use_rtype = False
python_use_unqualified_type_names = True
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"

# No request leaves a page: formulas are MathML, plotly.js is a local file, the theme brings its own fonts.
html_math_renderer = "mathml"
html_theme = "pydata_sphinx_theme"
html_title = "socluster"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["lithuanian.js", "scrolling.js", "searching.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_theme_options = {
    "logo": {"text": "socluster"},
    "navbar_align": "left",
    "header_links_before_dropdown": 9,
    "show_toc_level": 2,
    "navigation_with_keys": False,
    "footer_start": ["licence"],
    "footer_end": [],
    "secondary_sidebar_items": {"**": ["page-toc"], "concepts/definitions": [], "coming_from": [], "glossary": []},
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
html_sidebars = {"what_can_i_ask": [], "install": [], "gallery": [], "coming_from": []}
templates_path = ["_templates"]
