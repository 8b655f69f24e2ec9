"""The digest as a mail."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

import pytest

from shared_vision import build
from shared_vision.build import Results, work_out
from shared_vision.model.settings import Settings
from shared_vision.read import read
from small_vision import SMALL

SINCE = date(2026, 5, 10)


def _results(files: Mapping[str, str] | None = None) -> Results:
    texts = {
        **SMALL,
        "kpi_data/complaints.csv": "date,value\n2026-03,34\n2026-04,36\n2026-05,26\n",
        **(files or {}),
    }
    sources = {
        path: text.encode() for path, text in texts.items() if path.startswith(("vision/", "kpi_data/"))
    }
    return work_out(read(sources), date(2026, 6, 15), Settings(site_url="https://v.example/"))


def _mail(results: Results) -> EmailMessage:
    content = build.digest(
        results,
        build.earlier(results, SINCE),
        "mail",
        sender="vision@v.example",
        to=("a@v.example", "b@v.example"),
    )
    mail = message_from_bytes(content, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


class _Images(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            self.found.append(dict(attrs))


def test_a_mail_has_text_and_html_and_its_pictures_attached() -> None:
    mail = _mail(_results())
    assert mail["Subject"] == "Small, 11 May 2026 to 15 Jun 2026"
    assert (mail["From"], mail["To"]) == ("vision@v.example", "a@v.example, b@v.example")
    assert mail["Date"].datetime == datetime(2026, 6, 15, 8, tzinfo=UTC)
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    html, picture = mail.get_body(("html",)), list(mail.walk())[-1]
    assert html
    image = _Images(html.get_content()).found[0]
    assert image["src"] == f"cid:{picture['Content-ID'].strip('<>')}"
    assert (
        image["alt"]
        == "Complaints: Down from 40 to 26 since Dec\u00a02025: 70\u00a0% of the way, well ahead of the plan."
    )
    assert picture.get_payload(decode=True)[:8] == b"\x89PNG\r\n\x1a\n"  # type: ignore[index]


def test_the_same_digest_is_the_same_mail() -> None:
    assert _mail(_results()).as_bytes() == _mail(_results()).as_bytes()


@pytest.mark.parametrize(
    "address", ["nobody", "a@b@c", "a b@c", "a@b\r\nBcc: x@y", "<a@b>", "a,b@c", "@b", "a@"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    results = _results()
    with pytest.raises(ValueError, match="is no mail address"):
        build.digest(results, build.earlier(results, SINCE), "mail", sender=address, to=("a@v.example",))


def test_a_title_adds_no_header() -> None:
    hostile = {"vision/vision.yml": 'title: "Small\\r\\nBcc: x@evil.example"\n'}
    mail = _mail(_results(hostile))
    assert mail["Bcc"] is None
    assert mail["Subject"].startswith("Small Bcc: x@evil.example, ")


def test_a_chart_stands_below_what_is_told_of_its_kpi() -> None:
    results = _results()
    html = build.digest(results, build.earlier(results, SINCE), "html").decode()
    told, chart = html.index("Complaints</a>: from"), html.index("<img")
    assert html.index("What moved") < told < chart < html.index("</li>", told)


def test_where_no_kpi_has_news_the_mail_has_the_charts_of_those_that_need_attention() -> None:
    behind = "date,value\n2026-03,39\n2026-04,39\n2026-05,39\n"
    results = _results({"kpi_data/complaints.csv": behind})
    html = build.digest(results, build.earlier(results, date(2026, 6, 10)), "html").decode()
    assert "What moved" not in html
    assert html.count("<img") == html.count("Down from 40 to 39") - 1 == 1
    assert html.index("What needs attention") < html.index("<img")


def test_where_nothing_needs_attention_there_are_no_charts() -> None:
    results = _results()
    html = build.digest(results, build.earlier(results, date(2026, 6, 10)), "html").decode()
    assert "What needs attention" not in html
    assert "<img" not in html


def test_html_alone_has_its_pictures_inside_and_calls_no_other_host() -> None:
    results = _results()
    html = build.digest(results, build.earlier(results, SINCE), "html").decode()
    assert [str(image["src"])[:22] for image in _Images(html).found] == ["data:image/png;base64,"]
    assert "url(" not in html
    assert "<script" not in html
    assert "<link" not in html
