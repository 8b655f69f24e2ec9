"""What the validator's errors mean, in words for whoever wrote the record."""

import re
from collections.abc import Callable, Mapping

from shared_vision.load.record import (
    date_messages,
    id_messages,
    key_messages,
    language_messages,
    number_messages,
    shape_messages,
)
from shared_vision.load.record.choices import choice_meant
from shared_vision.load.record.mistake import Mistake, Words, listed


def explain(mistake: Mistake) -> Words:
    """Code, message and remedy of a mistake."""
    kind = mistake.error["type"]
    if mistake.value is None and kind not in ("missing", "extra_forbidden", "language"):
        return key_messages.no_value(mistake)
    words = _WORDS.get(kind)
    return words(mistake) if words else ("wrong-value", f"{mistake.error['msg']}.", "Write another value.")


def _choice(mistake: Mistake) -> Words:
    choices = re.findall(r"'([^']+)'", mistake.limits["expected"])
    message = f"Expected {listed(choices, 'or')}, found {mistake.found}."
    meant = choice_meant(mistake.text, choices)
    return "unknown-value", message, f"Did you mean {meant}?" if meant else "Write one of these words."


def _not_a_data_file(mistake: Mistake) -> Words:
    remedy = "Write the path from kpi_data/ on, e.g. complaints.csv."
    return "bad-file", f"{mistake.found} is not a file below kpi_data/.", remedy


def _not_csv(mistake: Mistake) -> Words:
    return "bad-file", f"{mistake.found} is not a .csv file.", "Save the table as CSV and name that file."


def _not_an_account(mistake: Mistake) -> Words:
    bare = mistake.text.rstrip("/").removeprefix("https://").removeprefix("http://").lstrip("@")
    host, _, rest = bare.partition("/")
    bare = rest.removeprefix("orgs/") if "." in host else bare
    remedy = "Write the name alone, e.g. northgate-council, or a team as organisation/team."
    if bare != mistake.text and re.fullmatch(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?", bare):
        remedy = f"Write {bare}."
    return "bad-account", f"{mistake.found} is not the name of an account or a team.", remedy


def _not_a_scale(mistake: Mistake) -> Words:
    message = f"Expected the lowest and the highest answer, found {mistake.found}."
    return "bad-scale", message, "Write two whole numbers with ten steps between them at most, e.g. [1, 5]."


_WORDS: Mapping[str, Callable[[Mistake], Words]] = {
    "missing": key_messages.missing,
    "extra_forbidden": key_messages.unknown_key,
    "language": language_messages.not_a_language,
    "string_too_short": key_messages.no_value,
    "string_pattern_mismatch": id_messages.pattern,
    "enum": _choice,
    "literal_error": _choice,
    "float_type": number_messages.not_number,
    "int_type": number_messages.not_whole,
    "finite_number": number_messages.not_finite,
    "greater_than": number_messages.too_small,
    "greater_than_equal": number_messages.too_small,
    "less_than_equal": number_messages.too_large,
    "bool_type": number_messages.not_yes_or_no,
    "day": date_messages.not_a_day,
    "duration": date_messages.not_a_span,
    "string_type": shape_messages.not_text,
    "string_too_long": shape_messages.too_long,
    "tuple_type": shape_messages.not_list,
    "model_type": shape_messages.not_keys,
    "dict_type": shape_messages.not_columns,
    "account": _not_an_account,
    "scale": _not_a_scale,
    "data_file": _not_a_data_file,
    "data_suffix": _not_csv,
}
