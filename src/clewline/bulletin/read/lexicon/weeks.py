"""National weeks of intensification against county lines, as published by the bodies that held them.

A text that speaks of its county lines week without dates, and appeared shortly after one of these, speaks of it.
Dates are those of the releases listed in the series of published figures (NCLCC, NCA and NPCC releases, 2019 to 2025).
"""

from datetime import date

WEEKS: tuple[tuple[date, date], ...] = (
    (date(2019, 5, 13), date(2019, 5, 20)),
    (date(2019, 10, 7), date(2019, 10, 13)),
    (date(2020, 9, 14), date(2020, 9, 20)),
    (date(2021, 5, 17), date(2021, 5, 23)),
    (date(2021, 10, 11), date(2021, 10, 17)),
    (date(2022, 3, 7), date(2022, 3, 13)),
    (date(2022, 10, 3), date(2022, 10, 9)),
    (date(2023, 2, 27), date(2023, 3, 5)),
    (date(2023, 10, 9), date(2023, 10, 15)),
    (date(2024, 3, 4), date(2024, 3, 10)),
    (date(2024, 11, 25), date(2024, 12, 1)),
    (date(2025, 6, 23), date(2025, 6, 29)),
)
