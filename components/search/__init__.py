"""One index over steps, claims, records and terms, and the search in it."""
