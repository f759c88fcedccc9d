"""A talk of ten steps from three topics, as a link holds it."""

TEN = (
    "25~overview.what_is_what.five_numbers"
    "~health_insurance.at_the_reader.three_stages.by_provider.old_card"
    "~mynapoint.planned_and_applied.deadlines_moved.round_two_budget.what_came_of_it"
)
