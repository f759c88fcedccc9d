"""What other services show of a link: the elements of a page's head that tell of it."""

from markupsafe import Markup

from components.data.languages import Language
from components.text.topics import interface
from components.views.tags import joined, tag


def meta_html(title: str, about: str, language: Language, picture: str = "") -> Markup:
    """Write title, description and picture of a page; picture is its address, if it has one."""
    told = {
        "og:title": title,
        "og:description": about,
        "og:type": "article",
        "og:site_name": interface("product", language),
        "og:image": picture,
    }
    named = {"description": about, "twitter:card": "summary_large_image" if picture else "summary"}
    return joined(
        [
            *(tag("meta", property=name, content=each) for name, each in told.items() if each),
            *(tag("meta", name_=name, content=each) for name, each in named.items() if each),
        ]
    )
