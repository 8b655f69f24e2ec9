"""Texts that partners give in several languages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Self

from pydantic import (
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from shared_vision.model.languages import TAG, is_language, language_meant


class Translated(str):
    """A text in one language, with all that it was given in; whoever needs no other sees a `str`.

    `language` is the tag of this one, `texts` holds each by its tag.
    """

    __slots__ = ("language", "texts")
    language: str
    texts: Mapping[str, str]

    def __new__(cls, texts: Mapping[str, str], *wanted: str) -> Self:
        """The text in the first language wanted that is given, else in the first given."""
        language = next(filter(None, (_nearest(texts, tag) for tag in wanted)), next(iter(texts)))
        made = super().__new__(cls, texts[language])
        made.language, made.texts = language, texts
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, str], str]]:
        """How to make it again from what can be kept in a file."""
        return type(self), (dict(self.texts), self.language)


def _nearest(texts: Mapping[str, str], tag: str) -> str:
    """The tag itself, or another form of the same language: French of France serves Canada, too."""
    if tag in texts:
        return tag
    language = tag.partition("-")[0]
    return next((given for given in texts if given.partition("-")[0] == language), "")


@dataclass(slots=True)
class Reader:
    """Who reads a record: its main language, and whether some text was not given in that."""

    language: str = ""
    lacking: bool = field(default=False, init=False)

    def read(self, texts: Mapping[str, str]) -> Translated:
        """The text in the main language, if it is given."""
        text = Translated(texts, self.language)
        self.lacking |= bool(self.language) and not _nearest(texts, self.language)
        return text


class ByLanguage:
    """Lets a text be given by language, each under the same rules: `{en: Waste, fr: Déchets}`."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The rules of one text, around them what reads several."""
        return core_schema.with_info_wrap_validator_function(_read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Both forms at once, for editors: a rule for texts says nothing about mappings, and the reverse."""
        one = handler(schema)
        return {
            **one,
            "type": ["string", "object"],
            "propertyNames": {"pattern": TAG},
            "additionalProperties": {"minLength": 1, **one},
            "minProperties": 1,
        }


def _read(value: object, one: ValidatorFunctionWrapHandler, info: ValidationInfo) -> str:
    if not isinstance(value, dict) or not any(is_language(key) or language_meant(key) for key in value):
        text: str = one(value)
        return text
    texts: dict[str, str] = {}
    mistakes: list[InitErrorDetails] = []
    for tag, given in value.items():
        try:
            texts[tag] = _one(tag, given, one)
        except ValidationError as error:
            mistakes += _within(tag, error)
    if mistakes:
        raise ValidationError.from_exception_data("translations", mistakes)
    reader = info.context if isinstance(info.context, Reader) else Reader()
    return reader.read(MappingProxyType(texts))


def _one(tag: str, given: object, one: ValidatorFunctionWrapHandler) -> str:
    if not is_language(tag):
        unknown = PydanticCustomError("language", "expected the tag of a language")
        raise ValidationError.from_exception_data("translations", [{"type": unknown, "input": given}])
    text: str = one(given)
    if not text:
        empty: InitErrorDetails = {"type": "string_too_short", "input": given, "ctx": {"min_length": 1}}
        raise ValidationError.from_exception_data("translations", [empty])
    return text


def _within(tag: str, error: ValidationError) -> Iterator[InitErrorDetails]:
    """The mistakes in the text of one language, each with that language on its path."""
    for found in error.errors(include_url=False):
        custom = found["type"] == "language"
        kind = PydanticCustomError("language", found["msg"]) if custom else found["type"]
        yield {
            "type": kind,
            "loc": (tag, *found["loc"]),
            "input": found["input"],
            "ctx": {} if custom else found.get("ctx", {}),
        }
