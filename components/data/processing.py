"""What was done to a figure before it stood here, in words, with the arithmetic where there is."""

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
    words = [
        dataset.format_value(dataset.figures[word], language, bare=True)
        if word in dataset.figures
        else word
        for word in record.calculation.replace("(", "( ").replace(")", " )").split()
    ]
    return " ".join(words).replace("*", "×").replace("/", "÷").replace("( ", "(").replace(" )", ")")
