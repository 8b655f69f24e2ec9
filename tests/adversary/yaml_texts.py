"""YAML that breaks readers: bombs, depth, marks, keys, syntax cut off anywhere."""

from collections.abc import Iterator

from adversary.case import Accepted, Case, Refused

GROUP = "yaml"
_HEAD = b"title: Hostile\n"


def _path(name: str) -> str:
    return f"vision/goals/y-{name}.yml"


def _refused(name: str, text: bytes, code: str, line: int, *, others: bool = False) -> Case:
    path = _path(name)
    return Case(name=name, group=GROUP, files={path: text}, expected=Refused(code, path, line, others))


def _accepted(name: str, text: bytes, *warnings: str) -> Case:
    return Case(name=name, group=GROUP, files={_path(name): text}, expected=Accepted(warnings))


def _depths() -> Iterator[Case]:
    """Levels inside each other, from what a record may just have to what kills libyaml's composer."""
    for levels in (51, 60, 400, 20_000, 30_000, 60_000, 120_000):
        yield _refused(f"brackets-{levels}-deep", b"x: " + b"[" * levels, "too-deep", 1)
    for levels in (51, 200, 2_000):
        dashes = b"x:\n" + b"- " * levels + b"x\n"
        yield _refused(f"dashes-{levels}-deep", dashes, "too-deep", 2)
        yield _refused(f"braces-{levels}-deep", b"x: " + b"{a: " * levels, "too-deep", 1)
    yield _refused("dashes-to-the-cap-deep", b"x:\n" + b"- " * 120_000 + b"x\n", "too-deep", 2)
    yield _refused("brackets-closed-60-deep", b"x: " + b"[" * 60 + b"]" * 60 + b"\n", "too-deep", 1)
    yield _refused("brackets-45-deep", _HEAD + b"x: " + b"[" * 45 + b"]" * 45 + b"\n", "unknown-key", 2)
    yield _refused("lines-deeper-and-deeper", _stairs(70), "too-deep", 51)
    yield _refused("keys-as-brackets", b"? " * 60 + b"x\n", "too-deep", 1)
    yield _accepted("as-deep-as-records-are", _HEAD + b"kpis:\n- {id: complaints, weight: 2}\n")


def _stairs(levels: int) -> bytes:
    return b"".join(b" " * level + b"a:\n" for level in range(levels))


def _bombs() -> Iterator[Case]:
    """Names for values: twenty lines that stand for billions of them."""
    laughs = b"a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip(b"abcdefgh", b"bcdefghi", strict=True):
        laughs += b"%c: &%c [%s]\n" % (name, name, b", ".join([b"*%c" % before] * 9))
    yield _refused("billion-laughs", laughs, "anchor", 1, others=True)
    merges = b"a: &a {x: 1}\n"
    for before, name in zip(b"abcdefghij", b"bcdefghijk", strict=True):
        merges += b"%c: &%c {<<: [%s]}\n" % (name, name, b", ".join([b"*%c" % before] * 9))
    yield _refused("merge-keys-of-merge-keys", merges, "anchor", 1, others=True)
    yield _refused("value-inside-itself", _HEAD + b"why: &a [*a]\n", "anchor", 2, others=True)
    yield _refused("root-inside-itself", b"&a {title: *a}\n", "anchor", 1, others=True)
    yield _refused("alias-of-nothing", _HEAD + b"why: *nothing\n", "alias", 2)
    yield _refused("alias-as-a-key", _HEAD + b"*a : b\n", "key-not-text", 2)
    yield _refused("anchor-on-nothing", _HEAD + b"why: &a\n", "anchor", 2)
    yield _refused(
        "anchors-by-the-thousand", _HEAD + b"tags:\n" + b"- &a x\n" * 9_000, "anchor", 3, others=True
    )
    yield _refused("two-merge-keys", _HEAD + b"<<: {}\n<<: {}\n", "merge-key", 2, others=True)
    yield _accepted("quoted-merge-of-text", _HEAD + b'why: "<<: *a"\n')
    yield _accepted("quoted-ampersand", _HEAD + b"why: '&a [*a]'\n")


def _tags() -> Iterator[Case]:
    """Types that other loaders make objects of, or fall over."""
    for name, value in (
        ("python-object", b"!!python/object/apply:os.system ['true']"),
        ("python-name", b"!!python/name:os.system"),
        ("python-module", b"!!python/module:os"),
        ("bool-of-maybe", b'!!bool "maybe"'),
        ("timestamp-of-x", b"!!timestamp x"),
        ("int-of-nothing", b'!!int ""'),
        ("float-of-words", b"!!float words"),
        ("binary", b"!!binary Z2FyYmFnZQ=="),
        ("binary-that-is-none", b"!!binary '!'"),
        ("set", b"!!set {a, b}"),
        ("omap", b"!!omap [a: 1]"),
        ("pairs", b"!!pairs [a: 1]"),
        ("str", b"!!str 12"),
        ("env", b"!ENV HOME"),
        ("relative", b"!relative $config_dir"),
        ("verbatim", b"!<tag:example.org,2000:x> y"),
        ("bare", b"! y"),
        ("long", b"!" + b"t" * 100_000 + b" y"),
    ):
        yield _refused(f"tag-{name}", _HEAD + b"why: " + value + b"\n", "tag", 2)
    yield _refused("tag-on-a-key", _HEAD + b"!!str why: y\n", "tag", 2)
    yield _refused("tag-on-the-root", b"!!map\ntitle: T\n", "tag", 1)
    yield _refused("tag-by-directive", b"%TAG ! tag:x:\n---\ntitle: !a b\n", "tag", 3)
    yield _refused("version-3", b"%YAML 3.0\n---\ntitle: T\n", "directive", 1)
    yield _accepted("exclamation-in-quotes", _HEAD + b"why: '!!python/name:os.system'\n")


def _keys() -> Iterator[Case]:
    """Keys that are no texts, or many, or the same."""
    for name, key in (
        ("nothing", b"~"),
        ("true", b"true"),
        ("number", b"1"),
        ("not-a-number", b".nan"),
        ("infinity", b"-.inf"),
        ("nine-hundred-digits", b"9" * 900),
        ("list", b"? [a]\n"),
        ("mapping", b"? {a: b}\n"),
    ):
        yield _refused(f"key-{name}", _HEAD + key + b": x\n", "key-not-text", 2)
    yield _refused("key-of-nothing", _HEAD + b": x\n", "no-key", 2)
    yield _refused("key-beyond-what-yaml-takes", _HEAD + b"9" * 5_000 + b": x\n", "no-colon", 2)
    yield _refused("key-twice", _HEAD + b"why: a\nwhy: b\n", "duplicate-key", 3)
    yield _refused("key-twice-by-escape", _HEAD + b'why: a\n"\\x77hy": b\n', "duplicate-key", 3)
    yield _refused("key-ten-thousand-times", _HEAD + b"why: a\n" * 10_000, "duplicate-key", 3, others=True)
    many = b"".join(b"k%d: 1\n" % number for number in range(20_000))
    yield _refused("keys-by-the-ten-thousand", _HEAD + many, "unknown-key", 2, others=True)
    yield _refused("key-as-long-as-the-file", _HEAD + b"? " + b"k" * 250_000 + b"\n: x\n", "unknown-key", 2)
    yield _refused("key-of-escapes", _HEAD + b'"\\u200bwhy": x\n', "unknown-key", 2)
    yield _refused("key-with-a-line-end", _HEAD + b'"why\\n::error::x": x\n', "unknown-key", 2)
    yield _refused("key-of-a-parent", _HEAD + b"__class__: x\n", "unknown-key", 2)
    yield _refused("key-of-the-model", _HEAD + b"model_config: {extra: allow}\n", "unknown-key", 2)
    yield _refused("own-kind", _HEAD + b"kind: vision\n", "unknown-key", 2)


def _values() -> Iterator[Case]:
    """Values that another reader turns into something else."""
    for name, value in (
        ("no", b"no"),
        ("on", b"on"),
        ("sexagesimal", b"12:30:45"),
        ("grouped", b"1_000"),
        ("old-octal-with-words", b"0123 miles"),
        ("date-that-is-none", b"2025-02-30"),
        ("hour-25", b"2025-01-01T25:00:00Z"),
        ("zone-99", b"2025-01-01T00:00:00+99:99"),
        ("bare-binary", b"0b_"),
        ("equals", b"="),
        ("only-a-sign", b"+"),
        ("only-a-dot", b"."),
    ):
        yield _accepted(f"text-{name}", _HEAD + b"why: " + value + b"\n")
    for name, value in (
        ("five-thousand-digits", b"9" * 5_000),
        ("old-octal", b"0123"),
        ("hex", b"0xFF"),
        ("million-digit-hex", b"0x" + b"f" * 200),
        ("exponent", b"1e3"),
        ("huge-exponent", b"1e999999999"),
        ("true", b"true"),
        ("not-a-number", b".nan"),
        ("list", b"[a, b]"),
        ("mapping", b"{x: {y: z}}"),
    ):
        yield _refused(f"no-text-{name}", _HEAD + b"why: " + value + b"\n", "wrong-type", 2)


def _broken() -> Iterator[Case]:
    """Texts that end too soon, or are none."""
    yield _refused("quote-open-to-the-end", _HEAD + b'why: "' + b"x\n" * 60_000, "unclosed-quote", 2)
    yield _refused("bracket-open-to-the-end", _HEAD + b"tags: [" + b"x, " * 80_000, "brackets", 2)
    yield _refused("colons-only", b":" * 200_000 + b"\n", "not-yaml", 1)
    yield _refused("question-marks-only", b"? " * 40 + b"\n", "key-not-text", 1, others=True)
    yield _refused("hundred-thousand-documents", b"---\n" * 60_000, "several-documents", 2, others=True)
    yield _refused("one-letter", b"x", "not-a-record", 1)
    yield _refused("list-of-records", b"- title: T\n" * 20_000, "not-a-record", 1)
    yield _refused("only-a-mark", b"\xef\xbb\xbf", "empty-file", 0)
    yield _refused("only-spaces", b" " * 250_000, "empty-file", 0)
    yield _refused("only-line-ends", b"\n" * 250_000, "empty-file", 0)
    yield _refused("only-carriage-returns", b"\r" * 250_000, "empty-file", 0)
    yield _refused("only-comments", b"#\n" * 120_000, "empty-file", 0)
    yield _refused("nul-to-the-cap", b"\0" * 262_144, "unprintable-character", 1)
    yield _refused("title-nowhere", b"why: x\n", "missing-key", 1)
    lines = b"title: " + b"a\n " * 80_000 + b"\n"
    yield _refused("title-of-eighty-thousand-lines", lines, "too-long", 1)
    yield _accepted("carriage-returns-as-line-ends", b"title: T\rwhy: x\r")
    yield _accepted("comment-to-the-cap", _HEAD + b"#" * (262_144 - len(_HEAD)))
    yield _refused("comment-over-the-cap", _HEAD + b"#" * (262_145 - len(_HEAD)), "too-large", 0)


CASES = (*_depths(), *_bombs(), *_tags(), *_keys(), *_values(), *_broken())
