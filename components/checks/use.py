"""Is everything used? Sources, measures, labels, names, words of the screen; topics of the menu."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from components.checks.tables import Table
from components.data.paths import ROOT, files_in
from components.data.problems import Problem, problem

Tables = Mapping[str, Table]
# Whoever is known by an id that others must name; the rest can be reached on a page of its own.
NAMED = {"sources": "source_id", "measures": "measure_id"}
ENDS = ("py", "html")  # of code; templates name words as well
LITERAL = re.compile(r"""["']([a-z0-9][a-z0-9_]*)["']""")
SPLIT = re.compile(r""""{1,3}([a-z0-9_\s]+)"{1,3}\.split\(\)""")
PATTERN = re.compile(r"""f["']([a-z_]+_)\{""")
ENDING = re.compile(r"""f["']\{[^{}]+\}(_[a-z_]+)["']""")
LABELLED = re.compile(r"""label\(f["']([a-z_]+)_\{""")
WAY = re.compile(r"^ +to: ([^\s?]+)(?:\?\S*)?\s*$", re.MULTILINE)
KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
# One of these means that something could not be read, so that nothing can be said to lack.
UNREAD = frozenset(
    """
    file_missing file_empty not_utf8 csv_broken row_length json_broken column_twice column_missing
    column_extra column_misspelt column_nameless header_unknown header_numbered separator
    separator_line table_unknown resource_missing yaml_broken yaml_sign yaml_no_blank yaml_begins
    yaml_inside key_twice control_character shape
    not_a_list spreadsheet
    """.split()
)


def problems(data: Path, tables: Tables, found: list[Problem]) -> list[Problem]:
    """List what nothing uses and which topics the menu does not know; found: what else is wrong."""
    if any(each.key in UNREAD for each in found):
        return []
    words = "\n".join(path.read_text("utf-8-sig") for path in files_in(data / "text", "*.yml"))
    code = _Code(tables)
    return [
        *_topics(data, tables),
        *_ids(tables, code),
        *_labels(tables, words, code),
        *_names(tables, words),
        *_interface(data, code),
        *_ways(data),
    ]


class _Code:
    """What the code names: literals, and beginnings or endings that it completes with a code."""

    def __init__(self, tables: Tables) -> None:
        source = _source()
        self.literals = set(LITERAL.findall(source))
        self.literals.update(*(words.split() for words in SPLIT.findall(source)))
        self.beginnings = set(PATTERN.findall(source))
        self.endings = set(ENDING.findall(source))
        self.labelled = set(LABELLED.findall(source))
        self.known = self.literals | {
            value
            for table in tables.values()
            for field in table.schema["fields"]
            for value in field.get("constraints", {}).get("enum", ())
        }

    def uses(self, name: str) -> bool:
        """Tell whether the code has this name as a whole, or in two known parts."""
        rests = [name.removeprefix(each) for each in self.beginnings if name.startswith(each)]
        rests += [name.removesuffix(each) for each in self.endings if name.endswith(each)]
        return name in self.literals or any(rest in self.known for rest in rests)


@cache
def _source() -> str:
    kinds = [(ROOT / name).rglob(f"*.{end}") for name in ("components", "pages") for end in ENDS]
    return "\n".join(path.read_text("utf-8") for files in kinds for path in sorted(files))


def menu(data: Path) -> set[str]:
    """Read the topics of the menu: the list items of _contents.yml."""
    written = (data / "text/_contents.yml").read_text("utf-8-sig")
    return set(re.findall(r"^\s+- (\w+)\s*$", written, re.MULTILINE))


def _topics(data: Path, tables: Tables) -> Iterator[Problem]:
    known = menu(data)
    for table in tables.values():
        for number, row in table.lines():
            for column in ("topic", "topics"):
                for name in set(row.get(column, "").split()) - known:
                    values = {"value": name, "options": sorted(known)}
                    yield table.problem(number, column, "topic_not_in_menu", **values)


def _ids(tables: Tables, code: _Code) -> Iterator[Problem]:
    for name, key in NAMED.items():
        used = {
            value
            for table in tables.values()
            for row in table.rows
            for column, value in row.items()
            if not (table.name == name and column == key) and column != "comparable_with"
        }
        yield from _unused(tables[name], key, used | code.literals)


def _unused(table: Table, key: str, used: set[str]) -> Iterator[Problem]:
    for number, row in table.lines():
        if row.get(key) and row[key] not in used:
            yield table.problem(number, "", "unused", value=row[key])


def _cells(tables: Tables, but: Table) -> Iterator[str]:
    others = (table for table in tables.values() if table is not but)
    return (value for table in others for row in table.rows for value in row.values())


def _labels(tables: Tables, words: str, code: _Code) -> Iterator[Problem]:
    labels = tables["labels"]
    cells = set(_cells(tables, labels))
    mentioned = set(re.findall(r"[a-z][a-z0-9_]+", words))
    known = {row.get("code", "") for row in labels.rows}
    used = cells | mentioned | {name for name in known if code.uses(name)}
    yield from _unused(labels, "code", used)
    for name in sorted(_needed(tables, code) - known):
        yield labels.problem(0, "code", "label_missing", value=name)


def _needed(tables: Tables, code: _Code) -> set[str]:
    """Name the labels of codes in use that a table's own schema lists, such as unit_yen."""
    needed = set()
    for table in tables.values():
        if table.name in NAMED:
            continue
        for field in table.schema["fields"]:
            name, options = field["name"], field.get("constraints", {}).get("enum", ())
            if name in code.labelled:
                used = {row.get(name, "") for row in table.rows}
                needed |= {f"{name}_{value}" for value in used & set(options)}
    return needed


def _names(tables: Tables, words: str) -> Iterator[Problem]:
    names = tables["names"]
    text = "\n".join([words, *_cells(tables, names)])
    for number, row in names.lines():
        both = [row.get("name_ja", ""), row.get("name_en", "")]
        if all(both) and not any(name in text for name in both):
            yield names.problem(number, "", "unused", value=both[0])


def _interface(data: Path, code: _Code) -> Iterator[Problem]:
    written = (data / "text/_interface.yml").read_text("utf-8-sig")
    for match in KEY.finditer(written):
        if not code.uses(match[1]):
            line = written.count("\n", 0, match.start()) + 1
            yield problem("text/_interface.yml", line, "", "unused", value=match[1])


def _ways(data: Path) -> Iterator[Problem]:
    """Every way into another page leads to one that is in the menu."""
    known = menu(data)
    for path in files_in(data / "text", "*.yml"):
        written = path.read_text("utf-8-sig")
        for match in WAY.finditer(written):
            if match[1] not in known:
                line = written.count("\n", 0, match.start()) + 1
                yield problem(f"text/{path.name}", line, "to", "way_unknown", value=match[1])
