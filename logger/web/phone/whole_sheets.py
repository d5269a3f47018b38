"""Style sheets as browsers get them: what a sheet imports stands in it, and costs no request."""

import re
from pathlib import Path

# As our own sheets write it: a file beside them or below, before any rule.
_IMPORT = re.compile(r"""^@import "(\./[^"]+\.css)";\n""", re.MULTILINE)
_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)  # no text of ours holds one of these openings


def whole_sheet(path: Path) -> str:
    """The sheet with all that it imports in its place, and without comments."""
    text = _IMPORT.sub(lambda found: whole_sheet(path.parent / found[1]), path.read_text(encoding="utf-8"))
    return _COMMENT.sub("", text).lstrip()
