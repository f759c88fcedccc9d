"""The words of the system in plain words, with their readings and where they are used."""

from components.app import glossary_page
from components.topics import lookup

glossary_page.render(lookup.GLOSSARY)
