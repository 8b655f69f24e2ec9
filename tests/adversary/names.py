"""Names of files and ids that collide, hide, lead away or are no files."""

from collections.abc import Iterator

from adversary.case import Accepted, Case, Link, Refused, Special

GROUP = "names"
_GOAL = b"title: Named\n"


def _case(
    name: str, path: str, expected: Refused | Accepted, content: bytes = _GOAL, *, heavy: bool = False
) -> Case:
    return Case(name=name, group=GROUP, files={path: content}, expected=expected, heavy=heavy)


def _shown(path: str) -> str:
    """How a name is told that is no text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _stems() -> Iterator[Case]:
    """Stems of files that cannot be ids."""
    for name, stem in (
        ("upper-case", "Fewer"),
        ("space", "a b"),
        ("leading-dash", "-rf"),
        ("option", "--upload-pack=x"),
        ("two-dots", "a..b"),
        ("only-dashes", "---"),
        ("new-line", "a\n::error::owned"),
        ("carriage-return", "a\rb"),
        ("tab", "a\tb"),
        ("escape-sequence", "\x1b[2Jx"),
        ("bell", "\x07"),
        ("delete", "a\x7f"),
        ("markup", "<img src=x onerror=alert(1)>"),
        ("quotes", "\"';--"),
        ("template", "{{ 7*7 }}"),
        ("shell", "$(touch x)`x`;x|x&x"),
        ("percent", "a%2e%2e%2fb"),
        ("backslash", "x\\..\\..\\y"),
        ("drive", "C:x"),
        ("stream", "a.yml:b"),
        ("colon-path", "file:x"),
        ("hidden-direction", "a\u202eb"),
        ("no-width", "a\u200bb"),
        ("soft-hyphen", "a\u00adb"),
        ("byte-order-mark", "\ufeffa"),
        ("composed", "caf\u00e9"),
        ("decomposed", "cafe\u0301"),
        ("cyrillic", "\u0430bc"),
        ("full-width", "\uff41bc"),
        ("dotless-i", "\u0131d"),
        ("kelvin", "\u212a"),
        ("long-s", "\u017f"),
        ("emoji", "\U0001f600"),
        ("not-utf8", "\udcff\udcfe"),
        ("half-a-letter", "a\udcc3"),
        ("utf16-half", "\udced\udca0\udc80"),
        ("too-long", "a" * 65),
        ("as-long-as-the-disk-allows", "a" * 251),
        ("arabic-digits", "\u0661"),
        ("star", "*"),
        ("under-score", "a_b"),
    ):
        path = f"vision/goals/{stem}.yml"
        yield _case(f"stem-{name}", path, Refused("bad-id", _shown(path)))
    for name, stem in (("longest", "b" * 64), ("digit-first", "0x1"), ("many-dashes", "a---------b")):
        yield _case(f"stem-{name}", f"vision/goals/{stem}.yml", Accepted())


def _taken() -> Iterator[Case]:
    """Names that a web server, Windows or our own pages need."""
    for stem in ("index", "con", "prn", "aux", "nul", "com1", "lpt9"):
        path = f"vision/goals/{stem}.yml"
        yield _case(f"taken-{stem}", path, Refused("bad-id", path))
    for stem in ("index2", "conn", "com10", "search", "assets", "404", "api"):
        yield _case(f"free-{stem}", f"vision/goals/{stem}.yml", Accepted())


def _twins() -> Iterator[Case]:
    """Two files that one file system or one URL cannot tell apart."""
    twins = {"vision/goals/twin-one.yml": _GOAL, "vision/goals/TWIN-ONE.yml": _GOAL}
    yield Case(
        name="twins-by-case",
        group=GROUP,
        files=twins,
        expected=Refused("same-id", "vision/goals/TWIN-ONE.yml"),
    )
    suffixes = {"vision/goals/twin-two.yml": _GOAL, "vision/goals/twin-two.yaml": _GOAL}
    yield Case(
        name="twins-by-suffix",
        group=GROUP,
        files=suffixes,
        expected=Refused("same-id", "vision/goals/twin-two.yaml"),
    )
    forms = {"vision/goals/caf\u00e9-x.yml": _GOAL, "vision/goals/cafe\u0301-x.yml": _GOAL}
    path = "vision/goals/cafe\u0301-x.yml"
    yield Case(name="twins-by-form", group=GROUP, files=forms, expected=Refused("bad-id", path, others=True))
    kinds = {"vision/goals/twin-four.yml": _GOAL, "vision/partners/twin-four.yml": _GOAL}
    yield Case(name="same-id-of-two-kinds", group=GROUP, files=kinds)
    data = {"kpi_data/Complaints.csv": b"date,value\n2026-04,34\n"}
    yield Case(
        name="data-twins-by-case",
        group=GROUP,
        files=data,
        expected=Refused("same-file", "kpi_data/Complaints.csv"),
    )


def _elsewhere() -> Iterator[Case]:
    """Files where no record lies."""
    yield _case(
        "folder-in-folder", "vision/goals/deep/x.yml", Refused("unknown-folder", "vision/goals/deep/x.yml")
    )
    deep = f"vision/goals/{'d/' * 400}x.yml"
    yield _case("folders-400-deep", deep, Refused("unknown-folder", deep))
    deeper = f"vision/{'e/' * 1500}x.yml"
    yield _case("folders-1500-deep", deeper, Refused("unknown-folder", deeper), heavy=True)
    data = f"kpi_data/{'f/' * 1200}x.csv"
    yield _case("data-folders-1200-deep", data, Accepted(("unused-data",)), b"date,value\n", heavy=True)
    yield _case(
        "folder-named-as-a-record",
        "vision/goals/x.yml/y.yml",
        Refused("unknown-folder", "vision/goals/x.yml/y.yml"),
    )
    yield _case("dot-git", "vision/.git/config", Accepted(), b"[core]\n\tfsmonitor = touch owned\n")
    yield _case("dot-file", "vision/goals/.x.yml", Accepted(), b"[[[[")
    yield _case("program", "vision/goals/x.py", Refused("unknown-file", "vision/goals/x.py"), b"import os\n")
    yield _case("suffix-twice", "vision/goals/x.yml.yml", Refused("bad-id", "vision/goals/x.yml.yml"))
    yield _case("suffix-alone", "vision/goals/yml", Refused("unknown-file", "vision/goals/yml"))
    yield _case("vision-in-capitals", "vision/VISION.yml", Refused("same-id", "vision/VISION.yml"))
    yield _case("another-vision", "vision/vision2.yml", Refused("unknown-file", "vision/vision2.yml"))


def _no_files() -> Iterator[Case]:
    """Links, pipes, sockets and folders in place of files."""
    for name, target in (
        ("passwords", "/etc/passwd"),
        ("zeros", "/dev/zero"),
        ("environment", "/proc/self/environ"),
        ("git-config", "../../.git/config"),
        ("nothing", "nowhere"),
        ("itself", "link-itself.yml"),
        ("neighbour", "fewer-complaints.yml"),
        ("parent", ".."),
    ):
        path = f"vision/goals/link-{name}.yml"
        yield Case(
            name=f"link-to-{name}",
            group=GROUP,
            files={path: Link(target)},
            expected=Refused("symbolic-link", path),
        )
    for name, path in (
        ("data", "kpi_data/linked.csv"),
        ("folder", "vision/ideas"),
        ("page", "site_src/linked.md"),
        ("picture", "site_src/img/linked.png"),
        ("hidden", "vision/.hidden"),
    ):
        yield Case(
            name=f"linked-{name}",
            group=GROUP,
            files={path: Link("/etc")},
            expected=Refused("symbolic-link", path),
            unbuildable=path if path.startswith("site_src") else "",
        )
    for kind in ("pipe", "socket"):
        for folder, suffix in (("vision/goals", "yml"), ("kpi_data", "csv"), ("site_src", "md")):
            path = f"{folder}/special-{kind}.{suffix}"
            yield Case(
                name=f"{kind}-in-{folder.replace('/', '-')}",
                group=GROUP,
                files={path: Special(kind)},
                expected=Refused("special-file", path),
                unbuildable=path if folder == "site_src" else "",
            )
    yield Case(name="empty-folder", group=GROUP, files={"vision/goals/folder.yml": Special("folder")})
    whole: dict[str, Special | Link] = {"kpi_data/complaints.csv": Link("/dev/zero")}
    yield Case(
        name="own-data-as-a-link",
        group=GROUP,
        files=whole,
        alone=True,
        expected=Refused("symbolic-link", "kpi_data/complaints.csv"),
    )
    yield Case(
        name="vision-as-a-pipe",
        group=GROUP,
        files={"vision/vision.yml": Special("pipe")},
        alone=True,
        expected=Refused("special-file", "vision/vision.yml", others=True),
    )


CASES = (*_stems(), *_taken(), *_twins(), *_elsewhere(), *_no_files())
