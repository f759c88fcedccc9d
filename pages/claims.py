"""The ledger: every claim with who, when, the other side's answer, and where it stands."""

from components.app import claims_page
from components.topics import lookup

claims_page.render(lookup.CLAIMS)
