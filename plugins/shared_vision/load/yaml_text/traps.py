"""The slips that people make most often when they write YAML by hand."""

from collections.abc import Callable

from shared_vision.load.yaml_text import line_traps, sign_traps
from shared_vision.load.yaml_text.fault import Fault, Found

TRAPS: tuple[Callable[[Fault], Found | None], ...] = (
    line_traps.tab,
    sign_traps.curly_quotes,
    line_traps.space_after_colon,
    line_traps.colon_in_text,
    line_traps.list_indent,
    sign_traps.after_quote,
    sign_traps.after_bracket,
    line_traps.too_far_right,
    line_traps.out_of_line,
    line_traps.no_colon,
    line_traps.list_beside_key,
    sign_traps.unclosed_quote,
    sign_traps.backslash,
    sign_traps.unclosed_bracket,
    sign_traps.first_sign,
    sign_traps.directive,
)
"""The likeliest first."""
