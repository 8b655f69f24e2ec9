"""References by the thousand: in circles, to nowhere, all to one."""

from collections.abc import Iterator

from adversary.case import ANYWHERE, FINE, Accepted, Case, Content, Refused

GROUP = "links"


def _case(
    name: str, files: dict[str, Content], expected: Refused | Accepted = FINE, *, heavy: bool = False
) -> Case:
    return Case(
        name=name,
        group=GROUP,
        files=files,
        expected=expected,
        heavy=heavy,
        alone=heavy,
        built=len(files) <= 300,
    )


def _goal(name: str, text: bytes = b"") -> dict[str, Content]:
    return {f"vision/goals/{name}.yml": b"title: Linked\n" + text}


def _chain(name: str, count: int, last: bytes = b"") -> dict[str, Content]:
    files: dict[str, Content] = {}
    for number in range(count):
        parent = b"parent: %s-%d\n" % (name.encode(), number + 1) if number + 1 < count else last
        files |= _goal(f"{name}-{number}", parent)
    return files


def _circles() -> Iterator[Case]:
    yield _case(
        "own-parent", _goal("l-own", b"parent: l-own\n"), Refused("circle", "vision/goals/l-own.yml", 2)
    )
    yield _case("circle-of-two", _chain("l-two", 2, b"parent: l-two-0\n"), Refused("circle", ANYWHERE))
    yield _case(
        "circle-of-hundreds",
        _chain("l-hundreds", 300, b"parent: l-hundreds-0\n"),
        Refused("circle", ANYWHERE),
    )
    yield _case("line-of-parents", _chain("l-line", 40))
    yield _case(
        "circle-of-thousands",
        _chain("l-thousands", 5_000, b"parent: l-thousands-0\n"),
        Refused("circle", ANYWHERE),
        heavy=True,
    )
    yield _case("line-of-thousands", _chain("l-deep", 1_500), heavy=True)
    tail = _chain("l-tail", 60, b"parent: l-tail-30\n")
    yield _case("line-into-a-circle", tail, Refused("circle", ANYWHERE))
    decisions: dict[str, Content] = {
        f"vision/decisions/l-d{number}.yml": b"title: T\ndate: 2026-01-01\nstatus: superseded\n"
        b"supersedes: [l-d%d]\n" % ((number + 1) % 300)
        for number in range(300)
    }
    yield _case("decisions-in-a-circle", decisions, Refused("circle", ANYWHERE, others=True))


def _nowhere() -> Iterator[Case]:
    for name, field, code in (
        ("climbing", b"owner: ../../etc/passwd", "bad-id"),
        ("long", b"owner: " + b"a" * 200_000, "bad-id"),
        ("markup", b"owner: <script>", "bad-id"),
        ("list", b"owner: [northgate]", "wrong-type"),
        ("itself", b"owner: l-itself", "unknown-reference"),
        ("number", b"owner: 5", "wrong-type"),
        ("final-line-end", b'owner: "northgate\\n"', "bad-id"),
        ("turned", "owner: north\u200bgate".encode(), "bad-id"),
    ):
        path = f"vision/goals/l-{name}.yml"
        yield _case(f"owner-{name}", _goal(f"l-{name}", field + b"\n"), Refused(code, path, 2))
    for name, ref in (
        ("kind", b"users/x"),
        ("climbing", b"goals/../partners/northgate"),
        ("deep", b"goals/a/b"),
        ("alone", b"goals/"),
        ("long", b"goals/" + b"a" * 100_000),
    ):
        path = f"vision/decisions/l-{name}.yml"
        text = b"title: T\ndate: 2026-01-01\nstatus: accepted\naffects:\n- " + ref + b"\n"
        yield _case(f"affects-{name}", {path: text}, Refused("bad-reference", path, 5))
    ids = b", ".join(b"nobody-%d" % number for number in range(10_000))
    path = "vision/goals/l-ten-thousand.yml"
    yield _case(
        "ten-thousand-to-nowhere",
        _goal("l-ten-thousand", b"partners: [" + ids + b"]\n"),
        Refused("unknown-reference", path, 2, others=True),
        heavy=True,
    )
    same = b", ".join([b"northgate"] * 20_000)
    yield _case(
        "one-twenty-thousand-times",
        _goal("l-same", b"partners: [" + same + b"]\n"),
        Accepted(("listed-twice", "more-problems")),
        heavy=True,
    )
    keys = b"".join(b"%s: 1\n" % (b"ownr" + b"r" * number) for number in range(400))
    yield _case(
        "misspelt-keys-by-the-hundred",
        _goal("l-keys", keys),
        Refused("unknown-key", "vision/goals/l-keys.yml", 2, others=True),
    )


def _many() -> Iterator[Case]:
    """A product of two long lists: what names are near those that are wrong."""
    partners: dict[str, Content] = {
        f"vision/partners/{'p' * 40}-{number:05}.yml": b"title: P\n" for number in range(6_000)
    }
    wrong = b", ".join(b"%s-%05d" % (b"q" + b"p" * 39, number) for number in range(4_000))
    path = "vision/goals/l-near.yml"
    yield _case(
        "near-names-by-the-thousand",
        {**partners, **_goal("l-near", b"partners: [" + wrong + b"]\n")},
        Refused("unknown-reference", path, 2, others=True),
        heavy=True,
    )
    goals: dict[str, Content] = {
        f"vision/goals/l-m{number}.yml": b"title: T\nowner: nrthgate\nkpis: [complants]\nparent: l-m\n"
        for number in range(3_000)
    }
    yield _case(
        "three-mistakes-in-each-of-thousands",
        goals,
        Refused("unknown-reference", ANYWHERE, others=True),
        heavy=True,
    )
    every = b", ".join(b"{id: l-k%d, weight: 1}" % number for number in range(300))
    kpis: dict[str, Content] = {
        f"vision/kpis/l-k{number}.yml": b"title: K\ndirection: decrease\n" for number in range(300)
    }
    all_goals: dict[str, Content] = {
        f"vision/goals/l-g{number}.yml": b"title: G\nkpis: [" + every + b"]\n" for number in range(100)
    }
    yield _case("each-goal-to-each-kpi", {**kpis, **all_goals}, Accepted(("no-data",)), heavy=True)
    affects = b"\n".join(b"- goals/l-a%d" % number for number in range(1_000))
    told: dict[str, Content] = {f"vision/goals/l-a{number}.yml": b"title: G\n" for number in range(1_000)}
    decisions: dict[str, Content] = {
        f"vision/decisions/l-a{number}.yml": b"title: D\ndate: 2026-01-01\nstatus: accepted\naffects:\n"
        + affects
        + b"\n"
        for number in range(50)
    }
    yield _case("each-decision-to-each-goal", {**told, **decisions}, heavy=True)


CASES = (*_circles(), *_nowhere(), *_many())
