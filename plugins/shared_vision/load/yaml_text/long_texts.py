"""How to write a text of several lines, or one with special signs."""

LONG_TEXTS = frozenset(
    ("body", "consequences", "context", "decision", "experience", "statement", "summary", "why")
)
"""The keys whose texts may run over lines."""


def below(key: str) -> str:
    """How the text of a key is written below it, where hardly any sign means anything."""
    return f'write "{key}: |", and the text below it, two spaces further right.'
