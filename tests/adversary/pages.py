"""Hand-written pages that would reach out of their folder."""

from collections.abc import Iterator
from dataclasses import replace

from adversary.case import Accepted, Case, Content, Refused

GROUP = "pages"
_UNBUILDABLE = {
    "head-hide-number",
    "head-search-text",
    "head-deep",
    "body-not-utf8",
    "body-utf-16",
    "body-link-that-is-none",
    "slow-brackets",
    "slow-code-marks",
    "slow-tags",
    "slow-lists",
}
"""Pages that MkDocs or its theme cannot make anything of: they are told, and nothing is published."""
_NEVER = (b"site_name: Small", b"root:x:0:0")


def _case(
    name: str, content: bytes, *, path: str = "", unbuildable: bool = False, heavy: bool = False
) -> Case:
    path = path or f"site_src/p-{name}.md"
    unbuildable = unbuildable or name in _UNBUILDABLE
    return Case(
        name=name,
        group=GROUP,
        files={path: content},
        unbuildable=path if unbuildable else "",
        never=_NEVER,
        heavy=heavy,
    )


def _heads() -> Iterator[Case]:
    """Front matter that is no mapping, a bomb, or names a template outside."""
    for name, head in (
        ("template-that-climbs", b"template: ../../../../etc/passwd"),
        ("template-absolute", b"template: /etc/passwd"),
        ("template-missing", b"template: nowhere.html"),
        ("template-list", b"template: [a, b]"),
        ("template-number", b"template: 5"),
        ("template-of-the-project", b"template: ../mkdocs.yml"),
    ):
        yield _case(name, b"---\n" + head + b"\n---\n\n# Page\n", unbuildable=True)
    for name, head in (
        ("title-list", b"title: [a, b]"),
        ("title-number", b"title: 5"),
        ("title-mapping", b"title: {a: b}"),
        ("title-date", b"title: 2025-02-30"),
        ("title-nothing", b"title:"),
        ("title-markup", b'title: "</title><script>adversary()</script>"'),
        ("description-list", b"description: [a]"),
        ("tags-number", b"tags: 5"),
        ("hide-text", b"hide: navigation"),
        ("hide-number", b"hide: 5"),
        ("search-text", b"search: x"),
        ("search-boost", b"search: {boost: -.inf}"),
        ("date-that-is-none", b"date: 2025-02-30"),
        ("list", b"- a\n- b"),
        ("scalar", b"just words"),
        ("not-yaml", b"title: [x"),
        ("python-object", b"x: !!python/object/apply:os.system ['touch owned']"),
        ("environment", b"title: !ENV HOME"),
        ("relative", b"title: !relative"),
        ("laughs", b"a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b]"),
        ("inside-itself", b"title: &a [*a]"),
        ("digits", b"title: " + b"9" * 5_000),
        ("hour-25", b"title: 2025-01-01T25:00:00Z"),
        ("status", b"status: '\"><script>adversary()</script>'"),
    ):
        yield _case(f"head-{name}", b"---\n" + head + b"\n---\n\n# Page\n")
    yield replace(
        _case("head-icon-that-climbs", b"---\nicon: ../../../../etc/passwd\n---\n\n# Page\n"),
        unbuildable="passwd.svg",  # the theme asks for it in its navigation, whichever page named it
    )
    merges = b"a: &a {x: 1}\n" + b"".join(
        b"%c: &%c {<<: [%s]}\n" % (name, name, b", ".join([b"*%c" % (name - 1)] * 9)) for name in b"bcdefghi"
    )
    yield _case("head-merge-keys", b"---\n" + merges + b"---\n\n# Page\n", heavy=True)
    yield _case("head-deep", b"---\nx: " + b"[" * 30_000 + b"\n---\n\n# Page\n", heavy=True)
    yield _case("head-deep-lists", b"---\nx:\n" + b"- " * 30_000 + b"x\n---\n\n# Page\n", heavy=True)


def _bodies() -> Iterator[Case]:
    for name, text in (
        ("snippet", b'--8<-- "mkdocs.yml"\n'),
        ("snippet-of-git", b'--8<-- ".git/config"\n'),
        ("template", b"{% include 'mkdocs.yml' %} {{ config }}\n"),
        ("not-utf8", b"# caf\xe9 \xff\xfe\n"),
        ("nul", b"# a\0b\n"),
        ("utf-16", "# Page\n".encode("utf-16")),
        ("empty", b""),
        ("byte-order-mark", b"\xef\xbb\xbf# Page\n"),
        ("link-that-climbs", b"[x](../../../../etc/passwd) ![x](../mkdocs.yml)\n"),
        ("link-that-is-none", b"[x](http://[::1) [y](//[) [z](http://a:b:c/)\n"),
        ("attributes", b"# x {: onclick=adversary() }\n"),
    ):
        yield _case(f"body-{name}", text)
    for name, keys in (
        ("unknown-record", b"kpi: nowhere"),
        ("key-twice", b"kpi: complaints\nkpi: complaints"),
        ("bomb", b"a: &a [*a]"),
        ("deep", b"x: " + b"[" * 30_000),
        ("list", b"- a"),
        ("nul", b"kpi: a\0b"),
        ("markup", b"kpi: <script>adversary()</script>"),
        ("long", b"kpi: " + b"x" * 200_000),
        ("never-closed", b"kpi: complaints\n" + b"```\n~~~" * 2_000),
    ):
        yield _case(f"block-{name}", b"# Page\n\n```vision\n" + keys + b"\n```\n")
    blocks = b"```vision\nkpi: complaints\nshow: chart\n```\n\n" * 1_000
    yield _case("block-a-thousand-times", b"# Page\n\n" + blocks, heavy=True)
    for name, text in (
        ("brackets", b"[" * 20_000),
        ("code-marks", b"[`" * 8_000),
        ("tags", b"<a " * 8_000),
        ("lists", b"- " * 2_000 + b"x"),
        ("quotes", b"> " * 2_000 + b"x"),
        ("stars", b"*a **b " * 10_000),
    ):
        yield _case(f"slow-{name}", b"# Page\n\n" + text + b"\n", heavy=True)


def _names() -> Iterator[Case]:
    """Files whose names take the place of something else."""
    for name, path in (
        ("home", "index.md"),
        ("readme-beside-home", "README.md"),
        ("over-our-pages", "goals/index.md"),
        ("over-our-data", "api/v1/vision.json"),
        ("over-the-search", "search/search_index.json"),
        ("over-the-feed", "feed.xml"),
        ("not-found", "404.md"),
        ("sitemap", "sitemap.xml"),
        ("markup", "<img src=x onerror=adversary()>.md"),
        ("percent", "%2e%2e%2fx.md"),
        ("not-utf8", "\udcff.md"),
        ("line-end", "a\n::error::x.md"),
        ("question", "a?b#c.md"),
        ("turned", "a\u202eb.md"),
        ("program", "x.html"),
        ("dashes", "--config-file.md"),
        ("colon", "javascript:adversary().md"),
    ):
        content = b"<script>adversary()</script>\n" if path.endswith("html") else b"# Mine\n"
        files: dict[str, Content] = {f"site_src/{path}": content}
        case = Case(name=f"name-{name}", group=GROUP, files=files, expected=Accepted(), alone=True)
        if name == "not-utf8":
            named = "site_src/\\xff.md"
            case = replace(case, expected=Refused("bad-name", named), unbuildable=named)
        yield case


CASES = (*_heads(), *_bodies(), *_names())
