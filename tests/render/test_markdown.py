import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_vision.render import markdown as module
from shared_vision.render.markdown import markdown

PLAIN = st.text(
    alphabet=string.ascii_letters + string.digits + " .,;:'()?%+-=#>/é—“”\n\t\u00a0&<", max_size=60
)


@given(PLAIN)
def test_short_cut_for_plain_text_gives_what_the_parser_gives(text: str) -> None:
    short = module._plain(text)
    if short is not None:
        parser = module._PARSER
        assert short == module._CLEANER.clean(parser.render(text))


def test_plain_text_takes_the_short_cut() -> None:
    assert module._plain("It's fine: call 12 (or 13).\nTomorrow.\n\nThen rest.") == (
        "<p>It's fine: call 12 (or 13).\nTomorrow.</p>\n<p>Then rest.</p>\n"
    )


CASES = {
    "headings below ours": ("# One\n\n### Two", "<h3>One</h3>\n<h4>Two</h4>\n"),
    "link": (
        "[a](https://x.example)",
        '<p><a href="https://x.example" rel="noopener nofollow">a</a></p>\n',
    ),
    "relative link": ("[a](../b/)", '<p><a href="../b/" rel="noopener nofollow">a</a></p>\n'),
    "script link": ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"),
    "coded script link": ("[a](&#106;avascript:x)", "<p>[a](javascript:x)</p>\n"),
    "data link": ("[a](data:text/html,x)", "<p>[a](data:text/html,x)</p>\n"),
    "link without a scheme": ("[a](//x.example/b)", "<p>a</p>\n"),
    "coded link without a scheme": ("[a](&#47;/x.example)", "<p>a</p>\n"),
    "link by reference": ("[*a* b]\n\n[*a* b]: //x.example", "<p><em>a</em> b</p>\n"),
    "link with a backslash": (
        "[a](/\\x.example)",
        '<p><a href="/%5Cx.example" rel="noopener nofollow">a</a></p>\n',
    ),
    "picture of another host": ("![seen](https://x.example/a.png)", "<p>seen</p>\n"),
    "picture of any host": ("![seen](//x.example/a.png)", "<p>seen</p>\n"),
    "own picture": ("![plan](../img/plan.png)", '<p><img src="../img/plan.png" alt="plan"></p>\n'),
    "raw html": ("<b onclick=x>hi</b>", "<p>&lt;b onclick=x&gt;hi&lt;/b&gt;</p>\n"),
    "comment": ("a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>\n"),
    "template": ("{{ 7*7 }}", "<p>{{ 7*7 }}</p>\n"),
}


@pytest.mark.parametrize(("text", "html"), CASES.values(), ids=CASES)
def test_markdown_of_partners_becomes(text: str, html: str) -> None:
    assert markdown(text) == html


def test_table_scrolls_by_itself() -> None:
    html = markdown("| a |\n| - |\n| 1 |")
    assert html.startswith('<div class="sv-scroll" tabindex="0"><table class="sv-table">')


@pytest.mark.parametrize("sign", ["[", "*a ", "![](", "> ", "<a ", "`", "[a](", "- ", "|a"])
def test_hostile_text_ends_soon(sign: str) -> None:
    began = time.process_time()
    markdown(sign * 20_000)
    assert time.process_time() - began < 1
