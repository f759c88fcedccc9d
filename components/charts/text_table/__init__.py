"""Charts that are tables of words: side by side where there is room, else one below the other."""

from components.charts.text_table.court_cases import CaseColumns, court_cases
from components.charts.text_table.joined_tables import joined_tables
from components.charts.text_table.large_values import large_values, values_with_definitions
from components.charts.text_table.status_matrix import Links, of_flows, status_matrix
from components.charts.text_table.table import TableRow, dated_claim, text_table

__all__ = [
    "CaseColumns",
    "Links",
    "TableRow",
    "court_cases",
    "dated_claim",
    "joined_tables",
    "large_values",
    "of_flows",
    "status_matrix",
    "text_table",
    "values_with_definitions",
]
