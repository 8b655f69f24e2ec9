"""A page for each chart that other sites can show in a frame."""

from collections.abc import Iterator, Mapping
from datetime import date
from html import escape

from shared_vision.model.chart import Chart
from shared_vision.model.document import Document
from shared_vision.model.settings import Settings
from shared_vision.model.site import Asset
from shared_vision.model.wording import Wording

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../../assets/shared-vision/vision.css">
<link rel="stylesheet" href="../../assets/shared-vision/paper.css">
<script src="../../assets/shared-vision/vision.js" defer></script>
</head>
<body class="sv-frame" data-md-color-scheme="default">
<main class="sv">
<h1 class="sv-name"><a href="{address}" target="_top">{title}</a></h1>
<p class="sv-headline-small">{headline}</p>
{chart}
<p class="sv-quiet">{unit}{as_of}</p>
{example}
</main>
</body>
</html>
"""

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What these pages run and load: our own script and look."""


def export_embeds(
    document: Document,
    charts: Mapping[str, Chart],
    headlines: Mapping[str, str],
    today: date,
    settings: Settings,
) -> Iterator[Asset]:
    """`embed/<id>/index.html` for every chart: headline and chart, with a link to the KPI's page."""
    wording = Wording(settings.language)
    as_of = wording.say("{vision}, as of {day}", vision=document.vision.title, day=wording.day(today))
    made_up = wording.say(
        "<strong>Example</strong> The partners, goals and numbers on this site are made up."
    )
    example = f'<p class="sv-quiet sv-example">{made_up}</p>' if settings.example else ""
    for kpi, chart in charts.items():
        record = document.kpis[kpi]
        page = _PAGE.format(
            policy=_POLICY,
            language=escape(settings.language),
            title=escape(record.title),
            address=f"../../kpis/{kpi}/" if settings.directory_urls else f"../../kpis/{kpi}.html",
            headline=escape(headlines[kpi]),
            chart=chart.svg,
            unit=escape(f"{record.unit} · ") if record.unit else "",
            as_of=escape(as_of),
            example=example,
        )
        yield Asset(path=f"embed/{kpi}/index.html", content=page.encode())
