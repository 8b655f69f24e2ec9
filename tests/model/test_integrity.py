import json
from hashlib import sha256

import pytest

from shared_vision.model.integrity import (
    UNKNOWN,
    Integrity,
    IntegrityError,
    checksum,
    parse_integrity,
)

A, B = (sha256(text).hexdigest() for text in (b"a", b"b"))
BUILT = Integrity(commit="c0ffee", changed=False, as_of="2026-06-15", files={"x/b.html": B, "a.html": A})


def test_the_tree_is_summed_as_sha256sum_prints_its_files_in_order() -> None:
    assert BUILT.tree == sha256(f"{A}  a.html\n{B}  x/b.html\n".encode()).hexdigest()


def test_what_a_site_says_of_itself_is_read_back() -> None:
    assert parse_integrity(BUILT.as_json()) == BUILT
    nothing = Integrity(commit="", changed=False, as_of="2026-06-15", files={})
    assert parse_integrity(nothing.as_json()) == nothing


def test_each_file_that_is_not_as_built_is_named() -> None:
    assert BUILT.differences({"a.html": A, "x/b.html": B}) == ()
    assert BUILT.differences({"a.html": B, "new.html": A}) == (
        "x/b.html: is missing",
        "new.html: was not built",
        "a.html: was changed",
    )


def test_a_page_may_name_the_checksum_of_the_whole() -> None:
    assert checksum(f"of {BUILT.tree}".encode(), BUILT.tree) == checksum(f"of {UNKNOWN}".encode())
    assert checksum(f"of {A}".encode(), BUILT.tree) != checksum(f"of {UNKNOWN}".encode())


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(BUILT.as_json()), **values}).encode()


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[1]", b"\xff", b"[" * 100_000, changed(files=[]), changed(files={"a": 1}, tree=1)],
)
def test_what_no_build_writes_is_not_understood(content: bytes) -> None:
    with pytest.raises(IntegrityError):
        parse_integrity(content)


def test_a_list_of_files_that_is_not_summed_right_is_told() -> None:
    with pytest.raises(IntegrityError) as told:
        parse_integrity(changed(files={"a.html": A}))
    assert str(told.value) == "The checksum of the whole is not that of the files it lists."
