from hypothesis import given, settings
from hypothesis import strategies as st

from shared_vision.join.assemble import assemble
from shared_vision.load.record.records import load_records
from shared_vision.load.record.validate import MODELS
from shared_vision.model.problem import Place, Severity

KEYS = (
    "title summary kpis parent owner due status signed id weight tags why partner on source where date value"
)
LINES = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["", "  ", "    ", "- ", "  - "]),
    st.sampled_from(KEYS.split()),
    st.sampled_from([": ", ":", ""]),
    st.sampled_from(
        ["", "x", "X y", "5", "null", "2025-02-30", "{a: 1}", "[a, 5]", "*a", "&a b", "!x", "'", "a: b"]
    ),
)
PATHS = st.sampled_from(
    [
        "vision/vision.yml",
        "vision/goals/x.yml",
        "vision/kpis/X y.yaml",
        "vision/goal/x.yml",
        "vision/decisions/é",
    ]
)


def _problems(content: bytes) -> list[str]:
    return [str(problem) for problem in load_records({"vision/goals/x.yml": content}).problems]


def test_a_record_comes_with_its_path_and_its_places() -> None:
    source = b"title: Complaints\ndirection: decrease\nsource:\n  file: calls.csv\n"
    (found,) = load_records({"vision/kpis/complaints.yml": source}).of_kind("kpis")
    assert found.record.id == "complaints"
    assert found.path == "vision/kpis/complaints.yml"
    assert found.place("source", "file") == Place(path=found.path, line=4, column=9)
    assert found.key_place("source", "file") == Place(path=found.path, line=4, column=3)
    assert found.place("source", "by") == Place(path=found.path, line=4, column=3)


def test_records_come_in_order_of_id() -> None:
    loaded = load_records({f"vision/goals/{name}.yml": b"title: x" for name in ("b", "a-1", "a")})
    assert [found.record.id for found in loaded.of_kind("goals")] == ["a", "a-1", "b"]


def test_a_broken_record_has_its_problems_and_an_id_that_is_one() -> None:
    loaded = load_records({"vision/goals/Fewer & fewer.yml": b"title: x", "vision/kpis/y.yml": b"title: y"})
    assert [(broken.kind, broken.id) for broken in loaded.broken] == [("goals", "fewer-fewer"), ("kpis", "y")]
    assert [problem.code for broken in loaded.broken for problem in broken.problems] == [
        "bad-id",
        "missing-key",
    ]
    assert not any(loaded.records.values())


def test_a_file_beside_the_record_of_its_id_is_no_broken_record() -> None:
    loaded = load_records({"vision/goals/x.yml": b"title: x", "vision/goals/x.yaml": b"title: x"})
    assert [found.path for found in loaded.of_kind("goals")] == ["vision/goals/x.yml"]
    assert loaded.broken == ()


def test_a_warning_leaves_the_record_whole() -> None:
    loaded = load_records({"vision/goals/x.yml": "title: a\u202eb".encode()})
    assert [problem.severity for problem in loaded.problems] == [Severity.WARNING]
    assert [found.record.title for found in loaded.of_kind("goals")] == ["a\u202eb"]


def test_files_outside_the_vision_are_not_looked_at() -> None:
    assert load_records({"kpi_data/x.csv": b"\xff", "mkdocs.yml": b"\0", "visions/x.yml": b""}).problems == ()


def test_a_file_over_256_kb_is_refused() -> None:
    assert _problems(b"title: x\nbody: " + b"x" * 300_000) == [
        (
            "vision/goals/x.yml: error too-large: The file has 292 kB; a record may have 256 kB. "
            "Shorten it, and link to longer documents."
        )
    ]


@given(PATHS, st.binary(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(path: str, content: bytes) -> None:
    loaded = load_records({path: content})
    assert loaded.problems or any(loaded.records.values())


@given(PATHS, st.lists(LINES, max_size=8))
@settings(max_examples=400, deadline=None)
def test_any_lines_are_read_or_refused(path: str, lines: list[str]) -> None:
    loaded = load_records({path: "\n".join(lines).encode()})
    assert loaded.problems or any(loaded.records.values())
    assert all("\n" not in str(problem) for problem in loaded.problems)


SCALARS = st.sampled_from(
    ["", "x", "fewer", "a, b", "3,5", "2025", "1.2.2027", "true", "goals/x", "'{'", "-1"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(st.sampled_from([*KEYS.split(), "fewer"]), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=8,
)
FIELDS = sorted({key for model in MODELS.values() for key in model.model_fields} | {"fewer", "titel"})


@given(
    st.sampled_from([kind for kind in MODELS if kind != "vision"]),
    st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=5),
)
@settings(max_examples=400, deadline=None)
def test_any_values_are_read_or_refused(kind: str, values: dict[str, str]) -> None:
    text = "title: x\n" + "".join(f"{key}: {value}\n" for key, value in values.items() if key != "title")
    loaded = load_records({f"vision/{kind}/fewer.yml": text.encode()})
    document = assemble(loaded, {}, ())
    assert loaded.problems or any(loaded.records.values())
    assert all(problem.remedy and "\n" not in str(problem) for problem in document.problems)
