"""Numbers and days at the ends of what can be reckoned with."""

from collections.abc import Iterator, Mapping

from adversary.case import FINE, Accepted, Case, Refused

GROUP = "numbers"
_SERIES = b"date,value\n" + b"".join(
    b"20%02d-%02d-01,%%s\n" % (year, month) for year in (24, 25) for month in range(1, 13)
)


_EXPECTS = b"expects: [{kpi: complaints, direction: decrease, by: 1e302, lag: P9999Y99999D}]\n"


def _kpi(**keys: str) -> bytes:
    given = {"title": "Extreme", "direction": "decrease", **keys}
    return "".join(f"{key}: {value}\n" for key, value in given.items()).encode()


def _values(*values: str) -> bytes:
    """A value for each month of two years, the given ones over and over."""
    rows = [values[number % len(values)].encode() for number in range(24)]
    return _SERIES % tuple(rows)


def _case(name: str, kpi: bytes, data: bytes, expected: Refused | Accepted = FINE) -> Case:
    files = {f"vision/kpis/n-{name}.yml": kpi, f"kpi_data/n-{name}.csv": data}
    return Case(name=name, group=GROUP, files=files, expected=expected)


_GOING: Mapping[str, str] = {
    "baseline": "{date: 2024-01-01, value: 40}",
    "target": "{date: 2026-12-31, value: 20}",
    "frequency": "monthly",
}


def _series() -> Iterator[Case]:
    """Series that overflow where they are summed, squared, divided or drawn."""
    for name, values in (
        ("largest", ("9e301", "-9e301")),
        ("largest-alone", ("1e302",)),
        ("smallest", ("5e-324", "-5e-324")),
        ("smallest-beside-largest", ("5e-324", "9e301")),
        ("squares-overflow", ("1e200", "2e200", "3e200")),
        ("squares-vanish", ("1e-200", "2e-200")),
        ("all-zero", ("0", "-0")),
        ("minus-zero", ("-0.0",)),
        ("jump-at-the-end", ("0",) * 23 + ("1e302",)),
        ("digits", ("0.1" + "1" * 300,)),
        ("leading-zeros", ("0" * 5_000 + "1",)),
        ("exponents", ("1e0000000000000000000000000000000000000001",)),
        ("neighbours", ("1.0000000000000002", "1")),
    ):
        for method in ("linear", "growth"):
            kpi = _kpi(**_GOING, method=method)
            yield _case(f"{name}-{method}", kpi, _values(*values))
    yield _case(
        "control-limits",
        _kpi(direction="maintain", target="{date: 2026-12-31, low: -9e301, high: 9e301}"),
        _values("1e302", "-1e302"),
    )
    yield _case(
        "sum-overflows",
        _kpi(source="{aggregate: sum}", frequency="yearly"),
        _values("1e302"),
        Refused("bad-number", "kpi_data/n-sum-overflows.csv", 13, others=True),
    )
    yield _case(
        "scale-overflows",
        _kpi(source="{scale: 1e300}"),
        _values("1e300"),
        Refused("bad-number", "kpi_data/n-scale-overflows.csv", 2, others=True),
    )
    yield _case("scale-vanishes", _kpi(source="{scale: 1e-320}"), _values("1e-300"))
    yield _case(
        "baseline-at-the-end",
        _kpi(
            baseline="{date: 2024-01-01, value: -9e301}",
            target="{date: 2026-12-31, value: 9e301}",
            direction="increase",
        ),
        _values("0"),
    )
    yield _case(
        "no-way-to-go",
        _kpi(baseline="{date: 2024-01-01, value: 1e-320}", target="{date: 2026-12-31, value: 0}"),
        _values("1e-321"),
    )


def _days() -> Iterator[Case]:
    """Days at the ends of the calendar, in data and in records."""
    ends = b"date,value\n1000-01-01,1\n2999-12-31,2\n"
    for frequency in ("daily", "weekly", "monthly", "quarterly", "yearly", "irregular"):
        yield _case(f"two-thousand-years-{frequency}", _kpi(frequency=frequency), ends)
    yield _case(
        "target-in-2999",
        _kpi(baseline="{date: 1000-01-01, value: 9}", target="{date: 2999-12-31, value: 1}"),
        _values("5"),
    )
    yield _case(
        "one-day-from-2999",
        _kpi(baseline="{date: 2999-12-30, value: 9}", target="{date: 2999-12-31, value: 1}"),
        _values("5"),
    )
    yield _case("published-in-2999", _kpi(publish_from="2999-12-31"), _values("5"))
    for name, text in (
        (
            "vision-in-2999",
            b"horizon: 2999-12-31\ncadence: {updates: P9999Y, review: P9999M9999W}\n",
        ),
        ("every-day", b"cadence: {updates: P1D, updates_from: 1000-01-01, review: P1D}\n"),
        (
            "every-no-day",
            b"cadence: {updates: P0D, updates_from: 2020-01-01, review: P0D, ideas_answered_within: P0D}\n",
        ),
    ):
        files = {"vision/vision.yml": b"title: Small\nstatement: Everybody is heard.\n" + text}
        yield Case(name=name, group=GROUP, files=files, alone=True)
    for name, text, expected in (
        (
            "rules-since-the-start",
            b"{since: 1000-01-01, comment_days: 999999999999}",
            Accepted(("no-proposal-day",)),
        ),
        (
            "quorum-without-end",
            b"{quorum: %d}" % 10**26,
            Refused("not-carried", "vision/decisions/call-back.yml", 3),
        ),
    ):
        files = {"vision/vision.yml": b"title: Small\ngovernance: " + text + b"\n"}
        yield Case(name=name, group=GROUP, files=files, expected=expected, alone=True)
    for kind, text in (
        (
            "initiatives",
            b"title: T\ngoals: [fewer-complaints]\nstart: 1000-01-01\nend: 2999-12-31\n" + _EXPECTS,
        ),
        (
            "decisions",
            b"title: T\ndate: 1000-01-01\nstatus: accepted\nreview_on: 2999-12-31\n" + _EXPECTS,
        ),
        ("partners", b"title: T\nsince: 1000-01-01\n"),
        ("ideas", b"title: T\nby: northgate\ndate: 1000-01-01\n"),
        ("updates", b"by: northgate\ndate: 1000-01-01\nno_change: true\n"),
    ):
        yield Case(name=f"{kind}-of-all-times", group=GROUP, files={f"vision/{kind}/n-all-times.yml": text})


def _written() -> Iterator[Case]:
    """Numbers in records that no float or no field holds."""
    for name, value, code in (
        ("overflow", "1e999", "bad-number"),
        ("five-thousand-digits", "9" * 5_000, "bad-number"),
        ("infinity", ".inf", "bad-number"),
        ("no-number", ".nan", "bad-number"),
        ("sexagesimal", "1:30", "wrong-type"),
        ("grouped", "1_000", "wrong-type"),
        ("quoted", "'5'", "wrong-type"),
        ("yes", "true", "wrong-type"),
        ("three-hundred-digits", "9" * 310, "bad-number"),
        ("beyond-reckoning", "1.1e302", "bad-number"),
    ):
        path = f"vision/kpis/n-written-{name}.yml"
        files = {path: _kpi(limit=value)}
        yield Case(name=f"limit-{name}", group=GROUP, files=files, expected=Refused(code, path, 3))
    for name, value in (
        ("octal-look", "010"),
        ("hex", "0xFF"),
        ("plus", "+5"),
        ("dot", "5."),
        ("largest", "9e301"),
    ):
        yield _case(f"limit-{name}", _kpi(limit=value), _values("5"))
    for name, value in (
        ("year-zero", "0000-01-01"),
        ("year-10000", "10000-01-01"),
        ("negative", "-1000-01-01"),
        ("february-30", "2026-02-30"),
        ("now", "now"),
        ("time", "2026-01-01T00:00:00Z"),
        ("digits", "٢٠٢٦-٠١-٠١"),
        ("number", "20260101"),
        ("long", "2" * 5_000),
    ):
        path = f"vision/goals/n-due-{name}.yml"
        files = {path: f"title: T\ndue: {value}\n".encode()}
        yield Case(name=f"due-{name}", group=GROUP, files=files, expected=Refused("bad-date", path, 2))
    for name, value in (
        ("nothing", "P"),
        ("time", "PT1S"),
        ("negative", "P-1D"),
        ("fraction", "P0.5Y"),
        ("five-digits", "P99999Y"),
        ("digits", "P" + "9" * 5_000 + "D"),
    ):
        path = f"vision/initiatives/n-lag-{name}.yml"
        text = f"title: T\nexpects:\n- {{kpi: complaints, direction: decrease, lag: {value}}}\n".encode()
        yield Case(
            name=f"lag-{name}", group=GROUP, files={path: text}, expected=Refused("bad-duration", path, 3)
        )
    for name, value in (("tiny", "5e-324"), ("huge", "9e301")):
        both = ", ".join(f"{{id: {id_}, weight: {value}}}" for id_ in ("complaints", f"n-weighed-{name}"))
        text = f"title: T\nkpis: [{both}]\n".encode()
        files = {
            f"vision/goals/n-weight-{name}.yml": text,
            f"vision/kpis/n-weighed-{name}.yml": _kpi(**_GOING),
            f"kpi_data/n-weighed-{name}.csv": _values("30"),
        }
        yield Case(name=f"weight-{name}", group=GROUP, files=files)


CASES = (*_series(), *_days(), *_written())
