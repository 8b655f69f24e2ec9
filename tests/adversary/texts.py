"""Texts of records that would act in a page, a feed, a chart or a terminal."""

from collections.abc import Iterator

from adversary.case import Accepted, Case, Refused

GROUP = "texts"
_MARKUP: tuple[tuple[str, str], ...] = (
    ("script", "<script>adversary()</script>"),
    ("script-in-capitals", "<SCRIPT>adversary()</SCRIPT>"),
    ("closing-title", "</title><script>adversary()</script>"),
    ("closing-script", "</script><script>adversary()</script>"),
    ("handler", "<img src=x onerror=adversary()>"),
    ("svg", "<svg/onload=adversary()>"),
    ("svg-script", "<svg><script>adversary()</script></svg>"),
    ("details", "<details open ontoggle=adversary()>x</details>"),
    ("frame", '<iframe srcdoc="<script>adversary()</script>"></iframe>'),
    ("form", "<form action=javascript:adversary()><button>x</button></form>"),
    ("style", "<style>*{display:none}</style>"),
    ("base", "<base href=//adversary.example>"),
    ("refresh", "<meta http-equiv=refresh content=0;url=//adversary.example>"),
    ("object", "<object data=javascript:adversary()></object>"),
    ("comment", "<!--<img src=--><img src=x onerror=adversary()>-->"),
    ("unclosed", "<img src=x onerror=adversary() x="),
    ("noscript", '<noscript><p title="</noscript><img src=x onerror=adversary()>">'),
    ("math", "<math><mtext><style><img src=x onerror=adversary()></style></mtext></math>"),
    ("attribute", '" onmouseover="adversary()" x="'),
    ("character-data", "]]><script>adversary()</script>"),
    ("entity", "&lt;script&gt;adversary()&lt;/script&gt;"),
)
_NEVER = tuple(
    f"<{tag}".encode()
    for tag in (
        "script>adversary",
        "SCRIPT>",
        "img src=x on",
        "svg/onload",
        "details open on",
        "iframe srcdoc",
        "form action",
        "style>*",
        "base href=//adv",
        "meta http-equiv=refresh",
        "object data=",
    )
)
_LINKS = (
    "[x](javascript:adversary())",
    "[x](JaVaScRiPt:adversary())",
    "[x](java\tscript:adversary())",
    "[x](&#106;avascript:adversary())",
    "[x](javascript&colon;adversary())",
    "[x](data:text/html,<script>adversary()</script>)",
    "[x](vbscript:adversary())",
    "[x](\x00javascript:adversary())".replace("\x00", "%00"),
    "<javascript:adversary()>",
    "![x](javascript:adversary())",
    "![x](https://adversary.example/pixel.png)",
    "[x]: javascript:adversary()\n[x]",
    "[x](https://user:word@adversary.example/)",
    '[x](https://example.org "a\\" onmouseover=\\"adversary()")',
    "[x](file:///etc/passwd)",
    "[x](//adversary.example)",
)
_ASIDE: tuple[tuple[str, str], ...] = (
    ("snippet", '--8<-- ".git/config"'),
    ("snippet-block", "--8<--\nmkdocs.yml\n--8<--"),
    ("macro", "{{ config.plugins }}{% include 'mkdocs.yml' %}"),
    ("statement", "{% for x in range(10**9) %}x{% endfor %}"),
    ("format", "{0.__class__.__mro__} %(x)s %n ${HOME} {}"),
    ("attributes", "x{: onclick=adversary() .x #x}"),
    ("own-fence", "```vision\nkpi: complaints\nshow: chart\n```"),
    ("own-placeholder", "<!-- vision-0 --> sv-embed-0 \u0000".replace("\u0000", "")),
    ("front-matter", "---\ntemplate: ../../../etc/passwd\n---\n"),
    ("abbreviation", "*[x]: <img src=x onerror=adversary()>\nx"),
    ("footnote", "x[^1]\n\n[^1]: <img src=x onerror=adversary()>"),
    ("mathtext", "$\\frac{1}$ $\\undefined$ $x"),
    ("mathtext-nested", "$" + "{" * 200 + "}" * 200 + "$"),
    ("tex", "\\input{/etc/passwd} \\write18{id}"),
    ("price", "from $5 to $10"),
    ("workflow-command", "\n::error file=x::owned\n::set-output name=x::y\n"),
    ("formula", "=cmd|' /C calc'!A0"),
    ("calendar", "x\r\nEND:VEVENT\r\nBEGIN:VALARM"),
    ("mention", "@everyone #1 closes #1"),
    ("terminal-link", "]8;;http://adversary.example"),
    ("nothing-but-spaces", "\u3000\u2003x"),
    ("joined-marks", "a" + "\u0301" * 2_000),
    ("emoji-family", "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20),
    ("far-planes", "\U0010fffd\U000e0001"),
    ("line-separators", "a\u2028b\u2029c"),
)
_SLOW: tuple[tuple[str, str], ...] = (
    ("brackets", "[" * 100_000),
    ("brackets-and-words", "[a](" * 50_000),
    ("pictures", "![" * 60_000),
    ("code-marks", "[`" * 60_000),
    ("growing-code-marks", "".join("`" * number + " " for number in range(1, 600))),
    ("tags", "<a " * 60_000),
    ("unclosed-comments", "<!--" * 50_000),
    ("stars", "*a **b " * 30_000),
    ("stars-alone", "*" * 200_000),
    ("underscores", "_a__b" * 40_000),
    ("quotes-in-quotes", ">" * 200_000),
    ("quotes-with-spaces", "> " * 100_000 + "x"),
    ("lists-in-lists", "- " * 100_000 + "x"),
    ("stairs-of-lists", "".join(" " * (2 * level) + "- x\n" for level in range(450))),
    ("numbered", "1. " * 80_000 + "x"),
    ("table-of-columns", "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|\n"),
    ("table-of-rows", "|a|b|\n|-|-|\n" + "|1|2|\n" * 35_000),
    ("table-that-fills-up", "|" + "a|" * 1_000 + "\n|" + "-|" * 1_000 + "\n" + "|x\n" * 60_000),
    ("references", "".join(f"[a{number}]: /x\n" for number in range(15_000)) + "[a] " * 5_000),
    ("reference-without-end", "[x]: " + "\\" * 120_000),
    ("entities", "&#x1F600;" * 25_000),
    ("entities-without-end", "&" * 200_000),
    ("backslashes", "\\" * 120_000),
    ("addresses", "http://a.b " * 20_000),
    ("mail-addresses", "a@" * 100_000),
    ("headings", "# x\n" * 50_000),
    ("same-headings", "## Results\n" * 20_000),
    ("rules", "---\n" * 50_000),
    ("long-word", "x" * 250_000),
    ("spaces", "x" + " " * 250_000 + "y"),
    ("line-ends", "x" + "\n" * 120_000 + "y"),
    ("emphasis-in-emphasis", "*a " * 40_000 + "b*" * 40_000),
    ("strike-through", "~~a" * 60_000),
    ("links-in-pictures", "![[" * 30_000 + "]](x)" * 10_000),
)
"""What takes some readers of Markdown time by the square of its length."""


def _quoted(text: str) -> bytes:
    """A YAML text in double quotes, with every sign that means something there escaped."""
    escapes = {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\u2028": "\\L",
        "\u2029": "\\P",
    }
    return f'"{"".join(escapes.get(sign, sign) for sign in text)}"'.encode()


def _everywhere(text: str, name: str) -> dict[str, bytes]:
    """Records that say a text wherever they say anything."""
    said = _quoted(text)
    short = _quoted(" ".join(text.split())[:280])
    return {
        f"vision/goals/t-{name}.yml": b"title: %s\nwhy: %s\nsummary: %s\nbody: %s\ntags: [%s]\nowner: t-%s\n"
        % (short, said, said, said, short, name.encode()),
        f"vision/partners/t-{name}.yml": b"title: %s\nrole: %s\nexperience: %s\nvalues: [%s]\n"
        % (short, said, said, short),
        f"vision/kpis/t-{name}.yml": b"title: %s\nunit: %s\ndirection: decrease\n"
        b"baseline: {date: 2025-01-01, value: 4}\ntarget: {date: 2026-12-31, value: 1}\n"
        b"source: {by: part, aggregate: sum}\n" % (short, said),
        f"kpi_data/t-{name}.csv": b'date,value,part\n2026-01-01,3,"%s"\n'
        b"2026-01-01,2,other\n2026-02-01,2,other\n"
        % " ".join(text.split())[:200].replace('"', '""').encode(),
        f"vision/decisions/t-{name}.yml": b"title: %s\ndate: 2026-02-01\nstatus: accepted\n"
        b"context: %s\ndecision: %s\noptions: [{title: %s, text: %s, because: %s, outcome: chosen}]\n"
        % (short, said, said, short, said, said),
        f"vision/ideas/t-{name}.yml": b"title: %s\nby: t-%s\ndate: 2026-03-01\nproblem: %s\n"
        % (short, name.encode(), said),
    }


def _acting() -> Iterator[Case]:
    for name, text in _MARKUP:
        yield Case(name=f"markup-{name}", group=GROUP, files=_everywhere(text, name), never=_NEVER)
    for number, text in enumerate(_LINKS):
        never = (
            b'href="javascript:',
            b'src="javascript:',
            b'href="data:',
            b'href="vbscript:',
            b'href="file:',
        )
        yield Case(name=f"link-{number}", group=GROUP, files=_everywhere(text, f"link-{number}"), never=never)
    for name, text in _ASIDE:
        yield Case(
            name=name, group=GROUP, files=_everywhere(text, name), never=(*_NEVER, b"site_name: Small")
        )


def _slow() -> Iterator[Case]:
    for name, text in _SLOW:
        body = b"title: Slow\nbody: " + _quoted(text) + b"\n"
        path = f"vision/goals/slow-{name}.yml"
        yield Case(name=f"slow-{name}", group=GROUP, files={path: body}, heavy=True)


def _signs() -> Iterator[Case]:
    for name, sign in (
        ("nul", "\\0"),
        ("bell", "\\a"),
        ("escape", "\\e"),
        ("delete", "\\x7f"),
        ("surrogate", "\\ud800"),
        ("next-line", "\\N"),
        ("no-character", "\\uffff"),
        ("byte-order-mark", "\\ufeff"),
    ):
        path = f"vision/goals/sign-{name}.yml"
        code = "backslash" if name == "surrogate" else "unprintable-character"
        yield Case(
            name=f"escaped-{name}",
            group=GROUP,
            files={path: f'title: "a{sign}b"\n'.encode()},
            expected=Refused(code, path, 1),
        )
    for name, raw in (
        ("nul", b"\0"),
        ("bell", b"\x07"),
        ("escape", b"\x1b]8;;x\x07"),
        ("next-line", b"\xc2\x85"),
        ("second-mark", b"\xef\xbb\xbf"),
    ):
        path = f"vision/goals/raw-{name}.yml"
        yield Case(
            name=f"raw-{name}",
            group=GROUP,
            files={path: b"title: T\nwhy: a" + raw + b"b\n"},
            expected=Refused("unprintable-character", path, 2),
        )
    for name, sign in (("override", "\u202e"), ("isolate", "\u2066"), ("embedding", "\u202a")):
        path = f"vision/goals/turn-{name}.yml"
        files = {path: f"title: a{sign}b\n".encode()}
        yield Case(name=f"turned-{name}", group=GROUP, files=files, expected=Accepted(("hidden-direction",)))


def _lengths() -> Iterator[Case]:
    for size in (301, 10_000, 250_000):
        path = f"vision/goals/long-{size}.yml"
        files = {path: b"title: " + b"x" * size + b"\n"}
        yield Case(name=f"title-of-{size}", group=GROUP, files=files, expected=Refused("too-long", path, 1))
    yield Case(name="title-of-300", group=GROUP, files=_everywhere("W" * 300, "long-300"))
    blank = "vision/goals/long-blank.yml"
    files = {blank: 'title: "\u3000\u2003"\n'.encode()}
    yield Case(name="title-of-spaces", group=GROUP, files=files, expected=Refused("no-value", blank, 1))
    tags = b"title: T\ntags: [" + b", ".join(b"t%d" % number for number in range(20_000)) + b"]\n"
    yield Case(
        name="tags-by-the-ten-thousand", group=GROUP, files={"vision/goals/long-tags.yml": tags}, heavy=True
    )


CASES = (*_acting(), *_signs(), *_lengths(), *_slow())
