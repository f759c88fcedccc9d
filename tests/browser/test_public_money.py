"""From the budget of round 2 to who was paid, as a journalist goes."""

import pytest

from tests.browser.test_screens import LANGUAGES, flaws
from tests.browser.visit import WIDE, settled

SHEET = "2023-総務-22-0042"


@pytest.mark.parametrize("language", LANGUAGES)
def test_three_presses_lead_from_the_budget_to_a_sheet(visit, language):
    """From the step with the budget: its way on, then the year; the sheet's link stands there."""
    window = visit.open(f"/mynapoint?lang={language}&step=round_two_budget", size=WIDE)
    window.locator('a[href*="public_money"][href*="mynapoint_round2"]').first.click()
    window.wait_for_url("**/public_money?**")
    settled(window)
    window.get_by_role("radio").nth(-2).click()
    window.wait_for_url("**year=2022**")
    settled(window)
    row = window.locator("tr", has_text=SHEET).first
    assert row.locator('a[target="_blank"]').count() == 1
    assert not visit.errors and not visit.strangers


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_project_is_whole_at_each_size(visit, language):
    """A project's page has no flaw on a desktop or a phone; firms keep their names in Latin."""
    visit.open(f"/public_money?lang={language}&project=mynapoint_round2", size=WIDE)
    assert not [each for each in flaws(visit, language) if "English words" not in each]
