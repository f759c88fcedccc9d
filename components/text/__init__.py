"""Words: topics and their steps, prose with references, glossary, interface."""
