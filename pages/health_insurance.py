"""The card as health insurance card: from the reader at the counter to the end of the old card."""

from components.app import topic_page
from components.topics import health_insurance

topic_page.render(health_insurance.STORY)
