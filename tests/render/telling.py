"""Files of partners who tell ideas and updates, to render."""

import re
from html import unescape

IDEA = (
    "title: Evenings\nby: harbour\ndate: 2026-05-01\nproblem: Shift workers cannot call.\n"
    "goals: [fewer-complaints]\n"
)
ANSWER = (
    "answer: {by: northgate, on: 2026-05-09, valued_for: Nobody had looked at them., text: We try it.,\n"
    "  outcome: adopted, decision: call-back}\n"
)
HARBOUR = {"vision/partners/harbour.yml": "title: Harbour Trust\n"}
CADENCE = {
    "vision/vision.yml": (
        "title: Small\ncadence: {ideas_answered_within: P14D, updates: P1M, updates_from: 2026-02-05}\n"
    )
}
TOLD = {
    f"vision/updates/2026-{month:02}-05-{by}.yml": (
        f"by: {by}\ndate: 2026-{month:02}-05\ngoals: [{{id: fewer-complaints, confidence: {sure}}}]\n"
    )
    for month, by, sure in (
        (1, "northgate", 8),
        (2, "northgate", 8),
        (3, "northgate", 8),
        (5, "northgate", 6),
        (2, "harbour", 8),
        (6, "harbour", 5),
    )
}


def words(html: str) -> str:
    """What a reader reads."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
