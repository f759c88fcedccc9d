"""The Digital Agency and a procurement: contract, systems, days, inquiry, and what came after."""

from components.app import topic_page
from components.topics import digital_agency

topic_page.render(digital_agency.STORY)
