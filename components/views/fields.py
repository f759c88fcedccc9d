"""
Fields one chooses or writes in, as plain HTML; fields.js takes what they say into the address.

The link is their only memory, so what one has chosen can be shared, kept and gone back from. A
control of Streamlit's would cost every rerun of the page, and a phone shows its own list for these.
"""

from collections.abc import Mapping

from components.views.tags import joined, tag, text

LONGEST = 80  # letters of words to look for


def fields(address: str, *inner: str) -> str:
    """
    Put fields side by side; address is where they lead, without what they say.

    A name without a value in address is taken out of the reader's link.
    """
    return tag("form", joined(inner), class_="fields", data_address=address)


def select(name: str, label: str, options: Mapping[str, str], chosen: str) -> str:
    """Offer options, as {code: words}; the code chosen goes into the link under the name."""
    items = joined(
        tag("option", text(words), value=code, selected=code == chosen)
        for code, words in options.items()
    )
    return _labelled(label, tag("select", items, name_=name, id=f"field-{name}"))


def line(name: str, label: str, value: str) -> str:
    """Ask for words in one line; they count once Enter is pressed or the field is left."""
    field = single(
        "input",
        type="search",
        name_=name,
        id=f"field-{name}",
        value=value,
        maxlength=str(LONGEST),
        autocomplete="off",
        enterkeyhint="search",
    )
    return _labelled(label, field)


def number(name: str, label: str, value: int, least: int, most: int) -> str:
    """Ask for a whole number between two."""
    field = single(
        "input",
        type="number",
        name_=name,
        id=f"field-{name}",
        value=str(value),
        min=str(least),
        max=str(most),
        step="1",
        inputmode="numeric",
    )
    return _labelled(label, field)


def ask(address: str, label: str, send: str, value: str = "", *, name: str = "") -> str:
    """
    Ask for words to search for; only Enter or the button sends them.

    Where the field has a name it keeps the focus.
    """
    named = {"id": name, "value": value} if name else {}
    field = single(
        "input",
        type="search",
        maxlength=str(LONGEST),
        autocomplete="off",
        placeholder=send,
        aria_label=label,
        **named,
    )
    button = tag("button", text(send), type="submit")
    return tag("form", field + button, class_="ask", role="search", data_address=address)


def scale(tells: str, label: str, words: Mapping[int, str], value: int, send: str) -> str:
    """
    Ask for one of several numbers in even steps, written as words has them.

    What is sent goes to the server as {tells}.{number}, and into no link.
    """
    numbers = list(words)
    slide = single(
        "input",
        type="range",
        id=f"field-{tells}",
        min=str(numbers[0]),
        max=str(numbers[-1]),
        step=str(numbers[1] - numbers[0]),
        value=str(value),
        aria_valuetext=words[value],
    )
    name = tag("span", text(label)) + tag("output", text(words[value]))
    ends = tag("span", text(words[numbers[0]])) + tag("span", text(words[numbers[-1]]))
    return tag(
        "form",
        tag("label", name + slide)
        + tag("p", ends, class_="ends", aria_hidden="true")
        + tag("button", text(send), type="submit", class_="press first"),
        class_="scale",
        data_tells=tells,
        data_words="|".join(words.values()),
    )


def teller(tells: str, words: str) -> str:
    """Write a button that tells the server something in one run, and the link nothing."""
    return tag("button", text(words), type="button", class_="tool", data_tell=tells)


def single(name: str, **attributes: str) -> str:
    """Make an element that holds nothing."""
    return tag(name, **attributes)


def _labelled(label: str, field: str) -> str:
    return tag("label", tag("span", text(label)) + field)
