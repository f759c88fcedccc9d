"""How number and IDs are linked: what each identifier joins, who runs what, three walks."""

from components.app import topic_page
from components.topics import data_linkage

topic_page.render(data_linkage.STORY)
