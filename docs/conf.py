"""How the handbook is built: `make docs`."""

project = "newslint"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "newslint"
exclude_patterns = ["_build"]
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]
# copy in examples has quotation marks and dashes of its own
smartquotes = False
