"""What was done to a figure before it stood here, in words, with the arithmetic where there is."""

from components.data import cells
from components.data.dataset import Dataset
from components.data.languages import Language
from components.data.records import Figure


def processing(dataset: Dataset, record: Figure, language: Language) -> str:
    """Say how a value came about: as published, converted, or calculated from what."""
    words = dataset.label(f"processing_{record.processing}", language)
    if not record.calculation:
        return words
    return words + ("：" if language == "ja" else ": ") + formula(dataset, record, language)


def formula(dataset: Dataset, record: Figure, language: Language) -> str:
    """Write a calculation with each record's value in the place of its id."""
    words = []
    for word in record.calculation.replace("(", "( ").replace(")", " )").split():
        known = dataset.figures.get(word) or cells.figure(dataset, word)
        words.append(dataset.format_value(known, language, bare=True) if known else word)
    return " ".join(words).replace("*", "×").replace("/", "÷").replace("( ", "(").replace(" )", ")")
