"""Makes up the answers to the surveys of "One front door", and seals them: the same bytes on every run.

Usage: python examples/make_surveys.py [DIR]

What is written is what `vision survey seal` leaves of the answers; the answers themselves are nowhere.
"""

import csv
import sys
from datetime import date
from io import StringIO
from pathlib import Path
from random import Random

from shared_vision.build import seal
from shared_vision.read import read

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 23)
WAVES = {
    "partnership-2026-spring": {
        "northgate": 17, "harbour-trust": 8, "east-clinic": 11, "citylink": 7, "brightwater": 3,
        "advice-hub": 9, "riverside-libraries": 6,
    },
    "partnership-2026-autumn": {
        "northgate": 20, "harbour-trust": 10, "east-clinic": 14, "citylink": 8, "brightwater": 4,
        "advice-hub": 11, "riverside-libraries": 7,
    },
}  # fmt: skip
"""How many answered of each partner; of Brightwater too few to be shown on their own."""
MOODS = {
    "partnership-2026-spring": (3.4, 3.5, 3.1, 3.2, 4.0, 4.1, 3.6, 3.4, 3.5, 3.3, 3.3, 3.2),
    "partnership-2026-autumn": (4.1, 4.0, 3.3, 3.4, 4.2, 4.3, 4.0, 3.8, 3.3, 2.8, 3.6, 3.4),
}
"""What most say to each question, turned so that 5 is the best. More openness since spring, less time."""
LEANS = {
    "northgate": 0.2, "harbour-trust": -0.1, "east-clinic": 0.0, "citylink": -0.2, "brightwater": -0.3,
    "advice-hub": 0.1, "riverside-libraries": 0.0,
}  # fmt: skip
REVERSED = {2, 4, 8, 12}
SPLIT = 11
"""In autumn most say that they can change what is decided, the people of three partners that they cannot."""
HEEDED = {"northgate", "east-clinic", "harbour-trust", "advice-hub"}
COMMENTS = (
    "Tell us sooner when a line is closed.",
    "Thank you for the case days.",
    "Too many meetings.",
    "",
    "",
    "",
)


def answers(name: str) -> str:
    """The export of a survey as a form tool writes it, with a column that nobody asked for."""
    chance = Random(name)  # noqa: S311 (made-up figures)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["submitted", "organisation", *(f"q{number}" for number in range(1, 13)), "comment"])
    people = [partner for partner, many in WAVES[name].items() for _ in range(many)]
    chance.shuffle(people)
    for number, partner in enumerate(people, 1):
        given = [answer(name, partner, question, chance) for question in range(1, 13)]
        writer.writerow([f"#{number}", partner, *given, chance.choice(COMMENTS)])
    return out.getvalue()


def answer(name: str, partner: str, question: int, chance: Random) -> str:
    """What one person says to a question; now and then nothing."""
    if chance.random() < 0.03:
        return ""
    mood = MOODS[name][question - 1] + LEANS[partner]
    if question == SPLIT and name.endswith("autumn"):
        mood = 5.2 if partner in HEEDED else 1.9
    value = min(max(round(chance.gauss(mood, 0.85)), 1), 5)
    return str(6 - value if question in REVERSED else value)


def files() -> dict[str, bytes]:
    """The records of the example, and the sealed file of each survey."""
    records = {
        path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / "vision").rglob("*.yml")
    }
    for name in WAVES:
        path = f"vision/surveys/{name}.yml"
        records[path] = records[path].replace(b"sealed: true\n", b"")
        records[f"kpi_data/surveys/{name}.csv"] = answers(name).encode()
    document = read(records)
    return {f"{name}.csv": str(seal(document, name, DAY)).encode() for name in WAVES}


def write(folder: Path) -> None:
    """Every file into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "kpi_data/surveys")
