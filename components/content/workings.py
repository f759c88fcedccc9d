"""What was done to a figure before it stood here, in words, with the arithmetic where there is."""

from components.content.book import Book
from components.content.languages import Language
from components.content.records import Record


def processing(book: Book, record: Record, language: Language) -> str:
    """Say how a value came about: as published, converted, or calculated from what."""
    words = book.label(f"processing_{record.processing}", language)
    if not record.calculation:
        return words
    return words + ("：" if language == "ja" else ": ") + formula(book, record, language)


def formula(book: Book, record: Record, language: Language) -> str:
    """Write a calculation with each record's value in the place of its id."""
    words = [
        book.written(book.figures[word], language, bare=True) if word in book.figures else word
        for word in record.calculation.replace("(", "( ").replace(")", " )").split()
    ]
    return " ".join(words).replace("*", "×").replace("/", "÷").replace("( ", "(").replace(" )", ")")
