"""The same records in several languages as records with translations."""

from collections.abc import Mapping

from shared_vision.importers.record_yaml import Record, Value

Records = Mapping[str, Record]


def in_languages(versions: Mapping[str, Records]) -> Records:
    """Records by path, each text that differs given by language; the first language decides the rest."""
    first = next(iter(versions.values()))
    return {
        path: _merged({language: records[path] for language, records in versions.items() if path in records})
        for path in first
    }


def _merged(versions: Mapping[str, Record]) -> Record:
    first = next(iter(versions.values()))
    return {key: _value(key, versions) for key in first}


def _value(key: str, versions: Mapping[str, Record]) -> Value:
    values = {language: record[key] for language, record in versions.items()}
    first = next(iter(values.values()))
    if not isinstance(first, str) or len(set(values.values())) == 1:
        return first
    if key == "body":  # the whole title, where it is too long in one of the languages
        values = {language: text or versions[language]["title"] for language, text in values.items()}
    return {language: text for language, text in values.items() if text}
