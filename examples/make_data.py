"""Writes the made-up figures of "One front door" to kpi_data/, the same bytes on every run.

Usage: python examples/make_data.py [DIR]
"""

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

FIRST, MONTHS = (2023, 11), 36
WINTER = {11: 0.4, 12: 0.8, 1: 1.0, 2: 0.7, 3: 0.3}
"""How much of the winter peak a month of the year gets."""

CHANNELS = {
    "northgate": ("phone", "web", "desk"),
    "harbour-trust": ("phone", "web"),
    "east-clinic": ("phone", "web"),
    "citylink": ("phone", "web"),
    "brightwater": ("phone", "web"),
    "advice-hub": ("phone", "desk"),
    "riverside-libraries": ("web", "desk"),
}
SIZES = {
    "northgate": 9000,
    "harbour-trust": 5200,
    "east-clinic": 6400,
    "citylink": 3800,
    "brightwater": 3300,
    "advice-hub": 1500,
    "riverside-libraries": 1900,
}
"""Contacts a month of each partner at the start."""
MANNERS = {
    "northgate": 1.02,
    "harbour-trust": 1.16,
    "east-clinic": 0.9,
    "citylink": 1.08,
    "brightwater": 0.94,
    "advice-hub": 0.62,
    "riverside-libraries": 0.7,
}
"""How many complaints (or days) a partner has for each one of the average partner."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a figure went: levels in certain months, straight between them, a winter peak, some noise.

    `calmer` is the share of the winter peak that is left in the last winter.
    """

    levels: Mapping[str, float]
    winter: float = 0.0
    calmer: float = 1.0
    noise: float = 0.0
    digits: int = 1

    def at(self, index: int, chance: Random) -> float:
        """The figure in the month `index` months after the first."""
        share = 1 - (1 - self.calmer) * min(index / 28, 1)
        peak = self.winter * share * WINTER.get(month_of(index)[1], 0.0)
        return level(self.levels, index) + peak + self.noise * chance.uniform(-1, 1)


def month_of(index: int) -> tuple[int, int]:
    """Year and month, counted from the first month."""
    year, month = divmod(FIRST[0] * 12 + FIRST[1] - 1 + index, 12)
    return year, month + 1


def month_name(index: int) -> str:
    """2025-08."""
    return "{}-{:02}".format(*month_of(index))


def quarter_name(index: int) -> str:
    """2025-Q3, by its last month."""
    year, month = month_of(index)
    return f"{year}-Q{(month + 2) // 3}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A file with a date and a value a row, of one period length."""

    course: Course
    every: int = 1
    """Months in a period."""
    first: int = 0
    last: int = MONTHS - 1
    name: Callable[[int], str] = month_name


def index_of(name: str) -> int:
    """The number of a month such as 2025-08."""
    year, month = map(int, name.split("-"))
    return year * 12 + month - FIRST[0] * 12 - FIRST[1]


def level(levels: Mapping[str, float], index: float) -> float:
    """The level of a month, on straight lines between the months that are given."""
    knots = [(index_of(name), value) for name, value in levels.items()]
    if index <= knots[0][0]:
        return knots[0][1]
    for (left, low), (right, high) in pairwise(knots):
        if index <= right:
            return low + (high - low) * (index - left) / (right - left)
    return knots[-1][1]


def chance_for(name: str) -> Random:
    """Chance of its own for each file: a change of one leaves the others as they are."""
    return Random(f"one front door: {name}")  # noqa: S311  (made-up figures, no secrets)


CALLBACK = {"2023-11": 55.0, "2025-07": 51.0, "2025-10": 37.5, "2026-10": 29.5}
"""Phone complaints per 1,000; the same-day call-back starts in August 2025."""
RATES = {
    "phone": Course(levels=CALLBACK, winter=5, calmer=0.5, noise=0.8),
    "web": Course(levels={"2023-11": 28.5, "2025-10": 26.5, "2026-10": 22.5}, winter=2, noise=0.7),
    "desk": Course(levels={"2023-11": 21.0, "2026-10": 17.0}, winter=1, noise=0.8),
}
SHARES = {
    "phone": {"2023-11": 0.57, "2025-04": 0.55, "2025-12": 0.44, "2026-10": 0.41},
    "web": {"2023-11": 0.31, "2025-04": 0.33, "2025-12": 0.44, "2026-10": 0.47},
    "desk": {"2023-11": 0.13, "2026-10": 0.12},
}
"""Share of the channels in all contacts; the joined-up forms go live from April 2025."""


def contacts() -> Iterable[Row]:
    """Contacts and complaints by month, partner and channel."""
    chance = chance_for("contacts")
    for index in range(MONTHS):
        mood = 1 + 0.03 * chance.uniform(-1, 1)
        for partner, channels in CHANNELS.items():
            shares = {channel: level(SHARES[channel], index) for channel in channels}
            for channel in channels:
                share = shares[channel] / sum(shares.values())
                busy = 1 + 0.14 * WINTER.get(month_of(index)[1], 0) + 0.02 * chance.uniform(-1, 1)
                count = round(SIZES[partner] * share * busy * (1 + 0.002 * index))
                rate = RATES[channel].at(index, chance) * MANNERS[partner] * mood
                yield month_name(index), partner, channel, count, round(count * rate / 1000)


FIRST_TIME = Course(
    levels={"2023-11": 62.0, "2025-12": 64.5, "2026-04": 71.5, "2026-10": 74.2}, winter=-2, noise=0.5
)
PASSED_ON = Course(levels={"2023-11": 24.0, "2025-12": 22.0, "2026-10": 19.2}, winter=0.8, noise=0.3)


def enquiries(rows: Iterable[Row]) -> Iterable[Row]:
    """Enquiries, those answered at first contact, those passed on, by month and partner."""
    chance = chance_for("enquiries")
    tilt = dict(zip(CHANNELS, (0, -5, 3, -1, 2, 6, 4), strict=True))
    for (index, partner), total in totals(rows, partner=True).items():
        count = round(total * 0.8)
        first = FIRST_TIME.at(index, chance) + tilt[partner]
        passed = PASSED_ON.at(index, chance) - tilt[partner] / 2
        yield month_name(index), partner, count, round(count * first / 100), round(count * passed / 100)


DAYS = Course(
    levels={"2023-11": 12.4, "2025-09": 11.3, "2026-02": 9.2, "2026-10": 8.1},
    winter=1.6,
    calmer=0.6,
    noise=0.2,
)


def cases(rows: Iterable[Row]) -> Iterable[Row]:
    """Cases closed and the days they were open, by month and partner."""
    chance = chance_for("cases")
    for (index, partner), total in totals(rows, partner=True).items():
        if partner != "riverside-libraries":
            closed = round(total * 0.11)
            days = DAYS.at(index, chance) * (1 + (MANNERS[partner] - 1) / 2)
            yield month_name(index), partner, closed, round(closed * days)


ABANDONED = Course(
    levels={"2023-11": 14.0, "2025-07": 12.2, "2025-11": 8.8, "2026-10": 7.0},
    winter=3,
    calmer=0.4,
    noise=0.4,
)


def calls(rows: Iterable[Row]) -> Iterable[Row]:
    """Calls that came in and calls given up, by month."""
    chance = chance_for("calls")
    phone = [row for row in rows if row[2] == "phone"]
    for (index, _), answered in totals(phone).items():
        share = ABANDONED.at(index, chance) / 100
        came = round(answered / (1 - share))
        yield month_name(index), came, came - answered


COST = Course(levels={"2023-11": 7.9, "2025-01": 8.1, "2026-10": 7.2}, winter=-0.25, noise=0.06)


def costs(rows: Iterable[Row]) -> Iterable[Row]:
    """What answering cost all partners together, and the contacts answered, by month."""
    chance = chance_for("costs")
    for (index, _), total in totals(rows).items():
        yield month_name(index), 10 * round(total * COST.at(index, chance) / 10), total


STARS = Course(levels={"2024-10": 3.6, "2025-12": 3.82, "2026-10": 4.08}, winter=-0.06, noise=0.02)


def reviews() -> Iterable[Row]:
    """Reviews and their stars, by month since reviews are asked for."""
    chance = chance_for("reviews")
    for index in range(index_of("2024-10"), MONTHS):
        count = 610 + 26 * (index - 11) + chance.randrange(90)
        yield month_name(index), count, round(count * STARS.at(index, chance))


def online(rows: Iterable[Row]) -> Iterable[Row]:
    """The share of all contacts that came through the web, by month."""
    rows = list(rows)
    web = totals([row for row in rows if row[2] == "web"])
    for (index, _), total in totals(rows).items():
        yield month_name(index), round(100 * web[index, ""] / total, 1)


def totals(rows: Iterable[Row], *, partner: bool = False) -> dict[tuple[int, str], int]:
    """Contacts by month, or by month and partner."""
    sums: dict[tuple[int, str], int] = {}
    for row in rows:
        key = (index_of(row[0]), row[1] if partner else "")
        sums[key] = sums.get(key, 0) + row[3]
    return sums


WAIT = Course(
    levels={"2023-11": 9.6, "2024-10": 9.0, "2025-07": 8.1, "2025-10": 6.6, "2026-10": 5.5},
    winter=3.4,
    calmer=0.35,
    noise=0.5,
)
COMPLIMENTS = Course(levels={"2023-11": 34, "2025-09": 41, "2026-10": 66}, winter=-5, noise=6, digits=0)


def weekly(name: str, course: Course) -> Iterable[Row]:
    """A value a week, dated by its Monday."""
    chance = chance_for(name)
    monday = date(2023, 11, 6)
    while monday < date(2026, 10, 27):
        value = course.at(index_of(f"{monday:%Y-%m}"), chance)
        yield monday.isoformat(), rounded(value, course.digits)
        monday += timedelta(days=7)


PLAIN = {
    "complaints-answered-in-10-days": Plain(
        course=Course(levels={"2023-11": 71, "2025-06": 79, "2026-10": 88.2}, winter=-4, noise=0.9)
    ),
    "staff-utilisation": Plain(
        course=Course(levels={"2023-11": 81, "2025-08": 80, "2026-10": 79}, winter=7, calmer=0.4, noise=1.2)
    ),
    "open-over-30-days": Plain(
        course=Course(
            levels={"2023-11": 640, "2025-09": 590, "2026-10": 466}, winter=70, calmer=0.7, noise=12, digits=0
        )
    ),
    "callbacks-same-day": Plain(
        course=Course(levels={"2025-08": 71, "2025-12": 81, "2026-10": 92}, winter=-3, noise=0.9),
        first=index_of("2025-08"),
    ),
    "repairs-right-first-time": Plain(
        course=Course(levels={"2023-11": 76, "2025-09": 79, "2026-10": 85.1}, winter=-2, noise=0.6)
    ),
    "articles-used": Plain(
        course=Course(levels={"2026-01": 8, "2026-04": 19, "2026-10": 31}, noise=0.6),
        first=index_of("2026-01"),
    ),
    "staff-turnover": Plain(
        course=Course(levels={"2023-11": 19.0, "2024-12": 18.4, "2026-10": 14.9}, noise=0.25)
    ),
    "vacancy-rate": Plain(
        course=Course(levels={"2023-11": 6.0, "2025-06": 6.3, "2026-10": 7.7}, winter=0.3, noise=0.2)
    ),
    "repeat-complaints": Plain(
        course=Course(levels={"2023-12": 18.2, "2025-09": 16.9, "2026-09": 15.6}, noise=0.3),
        every=3,
        first=1,
        name=quarter_name,
    ),
    "staff-would-recommend": Plain(
        course=Course(levels={"2023-12": 54, "2024-12": 56, "2026-03": 60}, noise=0.6, digits=0),
        every=3,
        first=1,
        last=index_of("2026-03"),
        name=quarter_name,
    ),
    "trust-in-services": Plain(
        course=Course(levels={"2023-12": 51, "2025-06": 53, "2026-09": 58}, noise=0.5, digits=0),
        every=3,
        first=1,
        name=quarter_name,
    ),
    "promises-kept": Plain(
        course=Course(levels={"2025-03": 58, "2026-06": 64, "2026-09": 66}, noise=0.5, digits=0),
        every=3,
        first=index_of("2025-03"),
        name=quarter_name,
    ),
}


def plain(name: str, file: Plain) -> Iterable[Row]:
    """A value a period."""
    chance = chance_for(name)
    for index in range(file.first, file.last + 1, file.every):
        yield file.name(index), rounded(file.course.at(index, chance), file.course.digits)


def rounded(value: float, digits: int) -> float | int:
    """The value as somebody would type it."""
    return round(value, digits) if digits else round(value)


TRAINING = (("2023", 1.5, "final"), ("2024", 2.3, "final"), ("2025", 3.3, "provisional"))


def files() -> Iterable[tuple[str, Row, Iterable[Row]]]:
    """Every file: name, header, rows."""
    rows = list(contacts())
    header = ("date", "value")
    yield "contacts", ("month", "partner", "channel", "contacts", "complaints"), rows
    yield "enquiries", ("month", "partner", "enquiries", "first_time", "passed_on"), enquiries(rows)
    yield "cases", ("month", "partner", "closed", "days"), cases(rows)
    yield "calls", ("month", "calls", "abandoned"), calls(rows)
    yield "costs", ("month", "euros", "contacts"), costs(rows)
    yield "reviews", ("month", "reviews", "stars"), reviews()
    yield "online-share", header, online(rows)
    yield "waiting", ("week_from", "minutes"), weekly("waiting", WAIT)
    yield "compliments", ("week_from", "compliments"), weekly("compliments", COMPLIMENTS)
    yield "training-days", (*header, "status"), TRAINING
    for name, file in PLAIN.items():
        yield name, header, plain(name, file)


def write(folder: Path) -> None:
    """Every file into the folder, lines ended by a line feed alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, header, rows in files():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "kpi_data")
