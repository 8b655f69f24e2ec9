"""Whatever a partner writes, its HTML runs nothing and is soon there."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from harmless import harmless
from shared_vision.render.markdown import markdown
from targets import take_markdown
from thrown import thrown

PIECES = st.sampled_from(
    [
        *(
            "[",
            "]",
            "(",
            ")",
            "![",
            "](",
            "<",
            ">",
            "`",
            "```\n",
            "*",
            "**",
            "_",
            "#",
            "> ",
            "- ",
            "1. ",
            "\n",
            "\n\n",
        ),
        *(
            "|",
            "| - |\n",
            "| a |\n",
            "\\",
            "&",
            "&#106;",
            "&lt;",
            '"',
            "'",
            "a",
            " ",
            "    ",
            "\t",
            "---\n",
            "===\n",
        ),
        *(
            "<script>",
            "</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<!--",
            "-->",
            "<![CDATA[",
        ),
        *(
            "javascript:alert(1)",
            "JaVaScRiPt:a",
            "data:text/html,a",
            "vbscript:a",
            "//b.example",
            "https://b.example",
        ),
        *(
            "java\tscript:a",
            "\x01javascript:a",
            "mailto:a@b.example",
            "<a@b.example>",
            "[a]: ",
            "[a]",
            "{onclick=a}",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=14).map("".join)


@settings(derandomize=True, deadline=None, database=None, max_examples=400)
@given(TEXTS.map("  {}".format).map(str.encode) | thrown("markdown"))
def test_any_text_becomes_harmless_html(data: bytes) -> None:
    take_markdown(data)


@settings(derandomize=True, deadline=None, database=None, max_examples=25)
@given(st.lists(PIECES, min_size=1, max_size=3).map("".join))
def test_the_same_over_and_over_ends_soon(piece: str) -> None:
    began = time.process_time()
    html = str(markdown(piece * (20_000 // len(piece))))
    assert time.process_time() - began < 3
    harmless(html, of_markdown=True)
