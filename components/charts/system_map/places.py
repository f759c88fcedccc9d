"""
Where each node of the map stands: a band for each field of life, in it a column for each role.

The columns hold, from the left, people, what they meet, numbers and IDs, systems, and where data
goes. A node that has no place here stands in a band of its own at the foot.
"""

COLUMNS = ("people", "met", "identifiers", "systems", "receivers")
PLACES: dict[str, tuple[tuple[str, ...], ...]] = {
    "field_identity": (
        ("node_person", "node_person_portal", "node_impostor"),
        ("node_card", "node_card_use", "node_portal", "node_juki_card"),
        ("node_my_number", "node_certificate_serial"),
        ("node_jlis",),
        ("node_private", "node_customer_id", "node_private_databases", "node_agency_computers"),
    ),
    "field_office": (
        (),
        ("node_asking", "node_accounts", "node_leaked_lists"),
        (),
        ("node_network", "node_common_database", "node_ppc"),
        ("node_holding", "node_agencies", "node_tax_welfare", "node_criminal_list"),
    ),
    "field_health": (
        ("node_employer",),
        ("node_reader", "node_provider"),
        ("node_insured_number",),
        ("node_oqs", "node_platform"),
        (
            "node_insurer_old",
            "node_insurer_new",
            "node_insurer",
            "node_receipts",
            "node_records",
            "node_builders",
        ),
    ),
    "field_school": (
        ("node_all_pupils", "node_pupils"),
        ("node_board", "node_app_firm", "node_google", "node_trial", "node_edtech"),
        ("node_learner_id",),
        ("node_mexcbt", "node_auth_base", "node_child_data"),
        (
            "node_learning_record",
            "node_health",
            "node_fitness",
            "node_reading",
            "node_scholarship",
            "node_training",
        ),
    ),
    "field_money": (
        (),
        ("node_library", "node_activities", "node_cashless", "node_benefit_desk"),
        ("node_mykey_id",),
        ("node_mykey", "node_point_cloud"),
        ("node_municipality", "node_history", "node_state"),
    ),
    "field_police": (
        (),
        (
            "node_licence",
            "node_licence_systems",
            "node_licence_counselling",
            "node_prefectural_police",
            "node_prefectural_data",
            "node_police_departments",
            "node_gifu_police",
            "node_loyalty",
        ),
        ("node_number_data",),
        ("node_police_platform", "node_cyber_bureau"),
        (
            "node_npa",
            "node_other_prefectures",
            "node_power_subsidiary",
            "node_police",
            "node_investigators",
        ),
    ),
    "field_border": (
        ("node_visitors",),
        ("node_ciq",),
        (),
        ("node_games_base",),
        (
            "node_evisa",
            "node_immigration",
            "node_customs",
            "node_quarantine",
            "node_infection_system",
            "node_venue_entry",
            "node_games_system",
        ),
    ),
}
KNOWN = frozenset(node for band in PLACES.values() for column in band for node in column)
