"""How long a search takes over a million entries in ten cases, of which the asker is a member of three.

`python -m bench.search FOLDER` makes the record in FOLDER, where it is not there yet, and prints JSON. With
DATABASE_URL it is made on that server.
"""

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import Any

ENTRIES, CASES, OWN = 1_000_000, 10, 3
DAY = date(2019, 11, 1)
AT = datetime(2023, 3, 6, 9, tzinfo=UTC)


def main(folder: Path) -> dict[str, Any]:
    """Return what was measured."""
    os.environ["CLEWLINE_HOME"] = str(folder)
    from bench.considered import considered_first
    from clewline.store import ready

    ready.start(site=True)
    from clewline.access import Purpose, Role
    from clewline.store import ledger, mentions, visible, visible_people
    from clewline.store.accounts import people
    from clewline.web.search.form import Search

    cases = [f"case-{n}" for n in range(CASES)]
    told: dict[str, Any] = {"entries": ENTRIES, "cases": CASES, "own": OWN}
    if not ledger.cases():
        began = time.perf_counter()
        for n, case in enumerate(cases):
            ledger.append(considered_first(_entries(case, n, ENTRIES // CASES)))
        told["append_s"] = round(time.perf_counter() - began, 1)
        person = people.add_person("moss", name="Moss", role=Role.OFFICER, body="kent", password=None)
        for case in cases[:OWN]:
            people.add_member(case, person, purpose=Purpose.INVESTIGATION, first=DAY, by="bench", at=AT)
    began = time.perf_counter()
    told["indexed"] = mentions.catch_up(cases)
    told["index_s"] = round(time.perf_counter() - began, 1)
    person = people.find_person("moss")
    today = datetime.now(UTC).date()
    own = people.own_cases(person, today)
    for q in (
        *("07700 900123", "07700", "bramover", "b", "CU000486", "kp/19/cu000486", "KP", "kent", "paper post"),
        *("jo bramover", "nightjar", "zzzz", "KP-L00001"),
    ):
        if len(q) < 2:
            continue
        form = Search({"q": q}, cases=own, kinds=None)
        assert form.is_valid(), form.errors
        took, found = [], 0
        for _ in range(21):
            began = time.perf_counter()
            found = len(visible.mentioning(person, today, list(own), form.asked()).entries)
            took.append(1000 * (time.perf_counter() - began))
        told[q] = {"found": found, "first_ms": round(took[0], 1), "median_ms": round(median(took), 1)}
        told[q]["p95_ms"] = round(quantiles(took, n=20)[-1], 1)
    began = time.perf_counter()
    ids, _ = visible_people.people(person, today, cases[0], after="kent/CK000100")
    told["people_ms"] = round(1000 * (time.perf_counter() - began), 1)
    began = time.perf_counter()
    told["person_entries"] = len(visible.of_person(person, today, cases[0], ids[0], most=1000).entries)
    told["person_ms"] = round(1000 * (time.perf_counter() - began), 1)
    return told


def _entries(case: str, seed: int, count: int) -> Iterator[Any]:
    from clewline.record import Entry, Facts, Statement
    from clewline.record.kinds.arrest import Arrest
    from clewline.record.kinds.charge import Charge
    from clewline.record.kinds.line import Line
    from clewline.record.kinds.line_number import LineNumber
    from clewline.record.kinds.person import Person
    from clewline.record.kinds.vulnerability_identified import VulnerabilityIdentified

    chance = random.Random(seed)
    families = ["Bramover", "Nightjar", "Wren", "Plover", "Dunlin", "Ashlock", "Radgate", "Selover"]
    brands = ["Paper Post", "Blue Kite", "Tin Whistle", "Red Bus"]
    for n in range(count):
        number = f"CK{chance.randrange(count // 6):06}"
        who, line = f"kent/{number}", f"KP-L{chance.randrange(2500):05}"
        facts: Facts
        match n % 6:
            case 0:
                number = f"CK{n // 6:06}"
                family = chance.choice(families) + str(chance.randrange(500))
                facts = Person(
                    force="kent",
                    number=number,
                    family_name=family,
                    given_names=chance.choice(["Jo", "Al", "Sam"]),
                )
                subject = f"kent/{number}"
            case 1 | 2:
                facts = Arrest(force="kent", person=who, age=chance.randrange(12, 60), line=line)
                subject = f"KP/{19 + n % 5}/CU{n:06}"
            case 3:
                facts = Charge(
                    force="kent", person=who, age=20, offence="MD71530", line=line, arrest=f"KP/19/CU{n:06}"
                )
                subject = f"KP/19/CH{n:06}"
            case 4:
                facts = VulnerabilityIdentified(
                    force="kent", person=who, age=chance.randrange(12, 60), line=line
                )
                subject = f"KP/19/SG{n:06}"
            case _:
                if n % 12 == 5:
                    facts, subject = Line(name=chance.choice(brands), force="kent"), line
                else:
                    typed = f"077009{chance.randrange(100_000):05}"
                    facts, subject = LineNumber(line=line, number=typed, used_from=DAY), f"{line}/{typed}/{n}"
        day = DAY + timedelta(days=chance.randrange(1500))
        yield Entry(
            id=f"{case}:{n}",
            case=case,
            subject=subject,
            day=day,
            facts=facts,
            source=Statement("Moss"),
            recorded_at=AT,
            recorded_by="bench",
        )


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1])), indent=1))
