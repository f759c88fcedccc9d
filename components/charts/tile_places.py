"""Where each prefecture's tile stands, in columns from the west and rows from the north."""

# Rows of prefectures from north to south, and where the first stands: column and row. Straits part
# the four main islands, and Okinawa stands apart.
ISLANDS = (
    ((11.25, 0), "01"),
    (
        (2.25, 1),
        """
        .  .  .  .  .  .  .  .  .  02
        .  .  .  .  .  .  .  .  05 03
        .  .  .  .  .  .  .  .  06 04
        .  .  .  .  .  17 16 15 07 .
        35 32 31 28 26 18 20 10 09 08
        .  34 33 27 25 21 19 11 13 12
        .  .  .  30 29 24 23 22 14 .
        """,
    ),
    ((3.25, 7.4), "38 37\n39 36"),
    ((0, 4.5), "41 40\n42 44\n43 45\n46 ."),
    ((0, 8.8), "47"),
)
PLACES = {
    number: (left + column, top + row)
    for (left, top), island in ISLANDS
    for row, line in enumerate(island.strip().splitlines())
    for column, number in enumerate(line.split())
    if number != "."
}
COLUMNS, ROWS = 12.25, 9.8
