"""Templates of HTML, and whole pages: one shell for every file that is not Streamlit's."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from components.data.languages import Language
from components.data.paths import ROOT
from components.text.topics import interface
from components.views.tags import tag

TEMPLATES = Environment(
    loader=FileSystemLoader(ROOT / "components"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=StrictUndefined,
)
TEMPLATES.globals["interface"] = interface


def fill(template: str, **values: Any) -> Markup:
    """
    Write a template under components/; what is not Markup is escaped.

        >>> fill("export/site_step.html", topic=topic, on=on)
    """
    return Markup(TEMPLATES.get_template(template).render(values))


@dataclass(frozen=True)
class Shell:
    """
    What stands around a page's body.

    policy is the Content-Security-Policy of a file that no server of ours hands out, by directive;
    style and scripts are constants that stand in the page. head holds further elements of <head>;
    root and body are the attributes of <html> and <body>.
    """

    language: Language
    policy: Mapping[str, str] = field(default_factory=dict)
    style: str = ""
    scripts: Sequence[str] = ()
    head: str = ""
    root: Mapping[str, str] = field(default_factory=dict)
    body: Mapping[str, str] = field(default_factory=dict)


def page(title: str, body: Markup, shell: Shell) -> bytes:
    """Write a whole page, in UTF-8."""
    rules = "; ".join(f"{name} {value}" for name, value in shell.policy.items())
    written = fill(
        "views/page.html",
        title=title,
        body=body,
        shell=shell,
        policy=Markup(rules),  # its quotes stay legible
        style=Markup(shell.style),
        scripts=[Markup(each) for each in shell.scripts],
        attributes=_attributes,
    )
    return written.encode()


def _attributes(values: Mapping[str, str]) -> Markup:
    """Write the attributes of an element that the template opens."""
    return Markup(str(tag("x", **values)).removeprefix("<x").removesuffix("></x>"))


def policy(
    scripts: Sequence[str] = (), *, style: str = "'unsafe-inline'", images: str = ""
) -> dict[str, str]:
    """Allow a file its own scripts, by what they are, and its own style; and nothing else."""
    allowed = {
        "default-src": "'none'",
        "script-src": " ".join(map(hashed, scripts)),
        "style-src": style,
        "img-src": images,
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return {name: value for name, value in allowed.items() if value}


@cache
def hashed(constant: str) -> str:
    """Name a script or style by what it is, as a policy allows it."""
    digest = base64.b64encode(hashlib.sha256(constant.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def data_block(name: str, value: Any) -> Markup:
    """Put a value into a page as JSON: no text of ours can end the element it stands in."""
    words = written(value).replace("<", "\\u003c")
    return tag("script", Markup(words), type="application/json", id=name)


def written(value: Any) -> str:
    """Write a value as JSON in as few letters as it takes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
