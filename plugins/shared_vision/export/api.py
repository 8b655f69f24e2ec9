"""The vision as JSON files for other programs."""

import json

from shared_vision.export.outlook import effect_rows
from shared_vision.export.partners import idea_rows, owed_rows, partnership_row
from shared_vision.export.records import Row, decision_rows, initiative_rows, partner_rows
from shared_vision.export.rows import goal_rows, kpi_rows, status_rows
from shared_vision.export.surveys import survey_rows
from shared_vision.model.document import Document
from shared_vision.model.measures import Measures
from shared_vision.model.site import Asset


def export_api(document: Document, measures: Measures) -> tuple[Asset, ...]:
    """`api/v1/vision.json` with the whole state, then a file for each kind of record."""
    rows = {
        "goals": goal_rows(document, measures),
        "kpis": kpi_rows(document, measures),
        "decisions": decision_rows(document),
        "initiatives": initiative_rows(document),
        "partners": partner_rows(document),
        "effects": effect_rows(measures.effects),
        "ideas": idea_rows(document, measures),
        "todo": owed_rows(measures.owed),
        "partnership": partnership_row(measures),
        "surveys": survey_rows(document, measures),
    }
    whole = _asset("vision", status_rows(document, measures))
    as_of = measures.today.isoformat()
    return (whole, *(_asset(kind, {"as_of": as_of, kind: row}) for kind, row in rows.items()))


def status_json(document: Document, measures: Measures) -> str:
    """What `api/v1/vision.json` holds, laid out for people."""
    rows = status_rows(document, measures)
    return json.dumps(rows, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=1) + "\n"


def _asset(name: str, row: Row) -> Asset:
    return Asset(path=f"api/v1/{name}.json", content=_text(row).encode())


def _text(row: Row) -> str:
    # json's fast encoder cannot indent
    return json.dumps(row, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")) + "\n"
