"""The files of words in data/text/, read as text and kept while they do not change."""

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from components.data.languages import Localized
from components.data.paths import DATA


class BrokenText(Exception):
    """A file in data/text/ cannot be read; says which, where and how to mend it."""

    def __init__(self, words: Localized) -> None:
        super().__init__(words.ja)
        self.words = words


class PlainText(yaml.BaseLoader):
    """Keep every value as written (no, 0120, 2016-01-01) and refuse a key given twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        if repeated := sorted({key for key in keys if keys.count(key) > 1}):
            raise yaml.MarkedYAMLError(
                problem=f"key given twice: {', '.join(repeated)}", problem_mark=node.start_mark
            )
        return super().construct_mapping(node, deep)


def read_text(name: str, data: Path = DATA) -> Any:
    """Read data/text/<name>.yml. Raises BrokenText when it is missing or not in order."""
    path = data / "text" / f"{name}.yml"
    try:
        state = path.stat()
    except OSError as trouble:
        raise BrokenText(
            Localized(
                f"data/text/{name}.yml がありません。ファイル名を確かめてください。",
                f"data/text/{name}.yml is missing. Check the file name.",
            )
        ) from trouble
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=128)
def _read(path: Path, _changed: int, _size: int) -> Any:
    try:
        return yaml.load(path.read_text("utf-8-sig"), Loader=PlainText)
    except (yaml.YAMLError, UnicodeDecodeError) as trouble:
        mark = getattr(trouble, "problem_mark", None)
        line = f"{mark.line + 1}" if mark else "?"
        raise BrokenText(
            Localized(
                f"data/text/{path.name} の{line}行目付近が読めません。"
                "字下げと「:」を確かめ、UTF-8で保存してください。",
                f"data/text/{path.name} cannot be read near line {line}. "
                "Check indentation and colons, and save it as UTF-8.",
            )
        ) from trouble
