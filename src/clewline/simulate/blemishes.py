"""Blemishes: the usual faults of real exports, planted as extra rows and listed, so that nothing true is lost.

Every blemished row is extra: an altered copy of a good row, with a reference of its own where it should be
refused, so the margins hold when it is. Copies of rows of the week come first: taken in by mistake, they show.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Literal

from clewline.simulate.days import years_before
from clewline.simulate.tables import Cell, Planted, Row, Table

Alter = Callable[[Random, Row], Mapping[str, Cell]]
"""Returns the cells that differ from those of the good row."""
Outcome = Literal["problem", "notice", "blank", "known", "taken"]
Shape = Literal["row", "unclosed", "short", "formula", "merged"]


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """One kind of blemish in one kind of table."""

    table: str
    """Name of the layout."""
    blemish: str
    column: str
    alter: Alter
    rule: str = ""
    outcome: Outcome = "problem"
    shape: Shape = "row"
    of_week: bool = True
    """Whether a row of the week is altered; no, where a figure might count it all the same."""
    fits: Callable[[Row], bool] = lambda row: True
    renews: str = ""
    """Column whose reference is made new, so that the row speaks of an event of its own."""


def _to(column: str, value: Cell) -> Alter:
    return lambda rng, row: {column: value}


def _again(rng: Random, row: Row) -> Mapping[str, Cell]:
    return {}


def _careless(rng: Random, row: Row) -> Mapping[str, Cell]:
    return {
        "Force": f" {str(row['Force']).upper()}  ",
        "Sex": f"{str(row['Sex']).lower()} ",
        "Person No": f"{row['Person No']} ",
        "Offence (CJS)": f" {str(row['Offence (CJS)']).lower()}",
    }


def _born_later(column: str, day_column: str) -> Alter:
    def alter(rng: Random, row: Row) -> Mapping[str, Cell]:
        day = row[day_column]
        assert isinstance(day, date)
        return {column: day.replace(year=day.year + 1, day=min(day.day, 28))}

    return alter


def _charged_as_a_dealer(rng: Random, row: Row) -> Mapping[str, Cell]:
    """Return a child whom the systems know from nowhere else, and of whom nobody asked why they sold."""
    day = row["Disposed On"]
    assert isinstance(day, date)
    return {"DOB": years_before(day, 15, rng.randrange(300)), "Person No": f"CX{rng.randrange(1000, 9999)}"}


def _is(column: str, *values: str) -> Callable[[Row], bool]:
    return lambda row: row.get(column) in values


_CUSTODY, _DISPOSAL, _COURT = "custody record", "disposal", "court result"
_DRUGS, _CASH, _EVENT = "drugs register", "cash register", "safeguarding event"
_SIGN, _SAID, _MISSING, _CONSENT = "observation", "protection record", "missing episode", "consent"
_ANSWER, _OUTCOME = "answers", "programme outcomes"
_CHARGE, _MET = _is("Disposal", "CHGD"), _is("Event Code", "ENG")
_HELP = _is("Event Code", "REF", "STR", "PLN", "INV")

RECIPES = (
    Recipe(table=_CUSTODY, blemish="row sent twice", column="", alter=_again, rule="repeated-record"),
    Recipe(table=_CUSTODY, blemish="row sent twice, with stray spaces and case", column="", alter=_careless,
           rule="repeated-record"),
    Recipe(table=_CUSTODY, blemish="impossible day", column="Arrested On", alter=_to("Arrested On", "31/02/2023"),
           rule="impossible-date", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="year of two digits", column="Arrested On", alter=_to("Arrested On", "01/02/23"),
           rule="ambiguous-date", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="unknown offence code", column="Offence (CJS)",
           alter=_to("Offence (CJS)", "ZZ99999"), rule="unknown-offence-code", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="no person number", column="Person No", alter=_to("Person No", ""),
           rule="missing", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="birth after the arrest", column="DOB", alter=_born_later("DOB", "Arrested On"),
           rule="cannot-be-true", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="quote that never closes", column="Surname", alter=_again, shape="unclosed",
           rule="quote-never-closes", renews="Custody No"),
    Recipe(table=_CUSTODY, blemish="too few cells", column="", alter=_again, shape="short",
           rule="wrong-number-of-cells", renews="Custody No"),
    Recipe(table=_DISPOSAL, blemish="charge without its person", column="Person No", alter=_to("Person No", ""),
           rule="missing", fits=_CHARGE, renews="Charge No"),
    Recipe(table=_DISPOSAL, blemish="charge without its offence", column="Offence (CJS)",
           alter=_to("Offence (CJS)", ""), rule="missing", fits=_CHARGE, renews="Charge No"),
    Recipe(table=_DISPOSAL, blemish="row sent twice", column="", alter=_again, rule="repeated-record", fits=_CHARGE),
    Recipe(table=_DISPOSAL, blemish="unknown disposal", column="Disposal", alter=_to("Disposal", "CHARGED?"),
           rule="unknown-code", fits=_CHARGE, renews="Charge No"),
    Recipe(table=_DISPOSAL, blemish="child charged, and nobody considered section 45", column="",
           alter=_charged_as_a_dealer, rule="section-45", fits=_CHARGE, renews="Charge No"),
    Recipe(table=_COURT, blemish="sentence without conviction", column="Custody (months)",
           alter=lambda rng, row: {"Result": "NG", "Custody (months)": rng.randint(10, 40)},
           rule="cannot-be-true", renews="Charge No"),
    Recipe(table=_COURT, blemish="day in words", column="Hearing Date", alter=_to("Hearing Date", "last Tuesday"),
           rule="not-a-date", renews="Charge No"),
    Recipe(table=_DRUGS, blemish="negative weight", column="weight_kg", alter=_to("weight_kg", -0.25),
           rule="cannot-be-true", renews="exhibit_ref"),
    Recipe(table=_DRUGS, blemish="unknown drug", column="drug_type", alter=_to("drug_type", "blue stuff"),
           rule="unknown-drug", renews="exhibit_ref"),
    Recipe(table=_DRUGS, blemish="weight in words", column="weight_kg", alter=_to("weight_kg", "about 2 kilos"),
           rule="not-a-number", renews="exhibit_ref"),
    Recipe(table=_DRUGS, blemish="day typed as text, day or month first", column="date_seized",
           alter=_to("date_seized", "03/02/2023"), rule="ambiguous-date", renews="exhibit_ref"),
    Recipe(table=_DRUGS, blemish="formula in a cell", column="est_value_gbp", alter=_to("est_value_gbp", "=2*500"),
           shape="formula", outcome="taken", of_week=False, renews="exhibit_ref"),
    Recipe(table=_CASH, blemish="row sent twice", column="", alter=_again, rule="repeated-record"),
    Recipe(table=_CASH, blemish="no exhibit reference", column="exhibit_ref", alter=_to("exhibit_ref", None),
           rule="missing"),
    Recipe(table=_EVENT, blemish="impossible day", column="Event Date", alter=_to("Event Date", "31 Feb 2023"),
           rule="impossible-date", fits=_HELP, renews="Event Number"),
    Recipe(table=_EVENT, blemish="birth after the event", column="Date of Birth",
           alter=_born_later("Date of Birth", "Event Date"), rule="cannot-be-true", fits=_HELP,
           renews="Event Number"),
    Recipe(table=_EVENT, blemish="no client number", column="Client Number", alter=_to("Client Number", ""),
           rule="missing", fits=_HELP, renews="Event Number"),
    Recipe(table=_EVENT, blemish="accents of the Windows code page", column="Client Surname",
           alter=_to("Client Surname", "Örneßt-Çalbré"), outcome="taken", fits=_MET, renews="Event Number"),
    Recipe(table=_EVENT, blemish="text that begins like a formula", column="Notes",
           alter=_to("Notes", '=HYPERLINK("x"; "see")'), outcome="taken", fits=_MET, renews="Event Number"),
    Recipe(table=_SIGN, blemish="sign that the guide does not know", column="Sign", alter=_to("Sign", "ODD1"),
           rule="unknown-code", renews="Observation Number"),
    Recipe(table=_SAID, blemish="status with nobody's name on it", column="Said By", alter=_to("Said By", ""),
           rule="missing", renews="Status Number"),
    Recipe(table=_MISSING, blemish="time of no clock", column="Found At", alter=_to("Found At", "25:10"),
           rule="cannot-be-true", renews="Episode Number"),
    Recipe(table=_CONSENT, blemish="neither yes nor no to consent", column="Answer", alter=_to("Answer", "MAYBE"),
           rule="unknown-code", renews="Consent Number"),
    Recipe(table=_ANSWER, blemish="answer to a referral that nobody made", column="",
           alter=_to("referral_ref", "XX/00/SG000000"), rule="unknown-referral", renews="answer_ref"),
    Recipe(table=_ANSWER, blemish="answer about another person", column="", alter=_to("person_ref", "LX000001"),
           rule="referral-of-another", renews="answer_ref"),
    Recipe(table=_ANSWER, blemish="accepted a second time", column="", alter=_again, rule="referral-stands-otherwise",
           fits=_is("answer", "yes"), renews="answer_ref"),
    Recipe(table=_OUTCOME, blemish="impossible day", column="asked_on", alter=_to("asked_on", "2023-02-31"),
           rule="impossible-date", renews="outcome_ref"),
)  # fmt: skip
"""Blemishes that are altered copies of good rows."""

_LAST_ROWS = {_CUSTODY: "Arrested On", "welfare visit": "Visit Date", _DRUGS: "date_seized"}
"""Tables that end in a row of totals, and the column where the day should be."""
_PREAMBLES = {_DISPOSAL: "Disposals, all units, OFFICIAL-SENSITIVE", "engagement": "Engagement export, all teams",
              "vehicles register": "Quartermaster: vehicles register, printed for the weekly meeting"}  # fmt: skip
_BLANKS = (_CUSTODY, _CASH, _EVENT, "phones register")
_SECTIONS = ("other property register", "assets register")
"""Registers in which a merged line announces a section between the rows."""


def plant(rng: Random, tables: list[Table], *, start: date, end: date, times: int) -> list[Table]:
    """Plant each recipe `times` over and the rest once, and return the tables with one more, on a hidden sheet."""
    for table in tables:
        good = list(table.rows)
        if not good:
            continue
        extra: list[tuple[int, Planted]] = []
        for m, recipe in enumerate(r for r in RECIPES if r.table == table.name):
            fitting = [
                (n, row)
                for n, row in enumerate(good)
                if not isinstance(row, Planted)
                and recipe.fits(row)
                and _within(row, start, end) == recipe.of_week
            ]
            for n in range(times if fitting else 0):
                at, row = rng.choice(fitting)
                planted = _altered(rng, recipe, row, reference=f"{table.force[:2].upper()}/BL{n:03}{m:02}")
                # Below the good row: of two rows about one thing, the first is taken.
                extra.append((rng.randint(at + 1, len(good)), planted))
        if table.name in _BLANKS:
            extra.append((rng.randrange(len(good)), Planted(blemish="blank row", outcome="blank")))
        if table.name in _SECTIONS:
            words = Planted(blemish="merged cells", outcome="problem", rule="missing", shape="merged",
                            column="date_seized", cells={table.columns[0]: "Moved to store B"})  # fmt: skip
            extra.append((rng.randrange(len(good)), words))
        if table.name in _LAST_ROWS:
            extra.append((len(good), _totals(table, len(good))))
        if table.name in _PREAMBLES:
            table.preamble = (_PREAMBLES[table.name],)
        table.rows = _merged(good, extra)
    drugs = next(t for t in tables if t.name == _DRUGS)
    return [*tables, _hidden(drugs, start)]


def _within(row: Row, start: date, end: date) -> bool:
    return any(isinstance(cell, date) and start <= cell <= end for cell in row.values())


def _altered(rng: Random, recipe: Recipe, row: Row, *, reference: str) -> Planted:
    cells = {**row, **recipe.alter(rng, row)}
    if recipe.renews:
        cells[recipe.renews] = reference
    return Planted(
        blemish=recipe.blemish,
        outcome=recipe.outcome,
        rule=recipe.rule,
        column=recipe.column,
        cells=cells,
        shape=recipe.shape,
    )


def _merged(good: list[Row | Planted], extra: list[tuple[int, Planted]]) -> list[Row | Planted]:
    """Return the good rows with each extra one before the good row of its place."""
    extra.sort(key=lambda placed: placed[0])
    rows: list[Row | Planted] = []
    done = 0
    for at, planted in extra:
        rows += good[done:at]
        rows.append(planted)
        done = at
    return rows + good[done:]


def _totals(table: Table, rows: int) -> Planted:
    day = _LAST_ROWS[table.name]
    cells: dict[str, Cell] = {table.columns[0]: "TOTAL", table.columns[-1]: str(rows)}
    return Planted(blemish="row of totals", outcome="problem", rule="missing", column=day, cells=cells)


def _hidden(drugs: Table, start: date) -> Table:
    """Return a hidden sheet with rows of the week that nobody meant to send."""
    rows = [row for row in drugs.rows if not isinstance(row, Planted) and row["date_seized"] == start]
    copies: list[Row | Planted] = [{**row, "exhibit_ref": f"OLD/{n:04}"} for n, row in enumerate(rows[:5])]
    return Table(
        system="quartermaster",
        force=drugs.force,
        name="drugs register (old)",
        columns=drugs.columns,
        rows=copies,
        hidden=True,
    )
