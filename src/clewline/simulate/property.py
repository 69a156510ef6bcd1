"""Property: drugs, cash, weapons and whatever else is seized, so that the week's totals hold to the gram and penny."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import Random

from clewline.simulate.chance import handed_out, often, split, weighted
from clewline.simulate.days import Days
from clewline.simulate.forces import References
from clewline.simulate.margins import Margins
from clewline.simulate.tables import Cell, Row, Table

Common = Callable[[date], Row]
"""Gives the cells that every row of the workbook has: force, unit, line, operation, officer."""

EVERY = ("force_id", "unit_name", "line_ref", "operation")
_DRUGS = {
    "A": (("crack cocaine", 4), ("heroin", 4), ("cocaine", 5), ("MDMA", 1)),
    "B": (("cannabis", 9), ("ketamine", 2), ("amphetamine", 1)),
}
_PACKS = (("WRAP", 6), ("BAG", 3), ("BNDL", 1))
_WEAPONS = (
    ("knife", True),
    ("machete", True),
    ("sword", True),
    ("knuckleduster", False),
    ("baton", False),
    ("axe", True),
)
_BLADES = dict(_WEAPONS)
_FIREARMS = ("handgun", "shotgun", "revolver")
_IMITATIONS = ("BB gun", "blank-firing pistol", "air pistol")
_VEHICLES = ("car", "van", "motorcycle", "moped", "e-scooter", "e-bike")
_ASSETS = ("designer watch", "designer clothing", "jewellery", "trainers", "laptop")
_OTHERS = ("counterfeit tobacco", "digital scales", "sim card", "cutting agent", "stolen goods")


@dataclass(kw_only=True)
class Property:
    """Writes one force's property registers."""

    rng: Random
    margins: Margins
    days: Days
    refs: References
    common: Common

    def tables(self, force: str) -> list[Table]:
        """Return the registers of everything seized."""
        registers: tuple[tuple[str, str, list[Row]], ...] = (
            (
                "drugs register",
                "drug_type,drug_class_stated,weight_kg,pack_count,pack_type,est_value_gbp",
                self._drugs(),
            ),
            ("cash register", "currency,cash_amount,counted_by", self._cash()),
            ("weapons register", "weapon_type,item_count,is_bladed,is_firearm,is_imitation", self._weapons()),
            ("phones register", "handsets,is_deal_line,imei,make", self._phones()),
            (
                "vehicles register",
                "vehicle_type,vehicles",
                self._counted("vehicle_type", "vehicles", _VEHICLES, 10),
            ),
            ("assets register", "asset_type,asset_value_gbp", self._assets()),
            (
                "other property register",
                "other_item,other_count",
                self._counted("other_item", "other_count", _OTHERS, 9),
            ),
        )
        return [
            Table(
                system="quartermaster",
                force=force,
                name=name,
                columns=("exhibit_ref", "date_seized", *EVERY, *own.split(","), "store_location"),
                rows=[*sorted(rows, key=lambda row: str(row["date_seized"]))],
            )
            for name, own, rows in registers
        ]

    def _seized(self, day: date, cells: dict[str, Cell]) -> Row:
        return {
            "exhibit_ref": self.refs.next("EX", day.year),
            "date_seized": day,
            **self.common(day),
            **cells,
            "store_location": f"Store {self.rng.choice('ABCD')}{self.rng.randint(1, 40)}",
        }

    def _elsewhen(self, per_hundred_arrests: int) -> list[date]:
        """Return days outside the week, so many for each hundred arrests of the programme."""
        many = self.margins.arrests_since * per_hundred_arrests // 100
        return self.days.spread(many, 0, many // 50)

    def _drugs(self) -> list[Row]:
        rng, m = self.rng, self.margins
        weights = {"A": int(m.class_a_kg * 10_000), "B": int(m.class_b_kg * 10_000)}
        exhibits = {"A": 6 + m.arrests // 2, "B": 6 + m.arrests // 4}
        parts = {c: split(rng, weight, min(weight, exhibits[c]), least=1) for c, weight in weights.items()}
        found = [(drug_class, weight) for drug_class, shares in parts.items() for weight in shares]
        # A register has exhibits that were counted and not weighed; they share in the value.
        values = split(rng, m.drugs_value_gbp, len(found) + 8, least=0)
        rows = [
            self._seized(self.days.week(), self._drug(drug_class, weight, value))
            for (drug_class, weight), value in zip(found, values[8:], strict=True)
        ]
        for value in values[:8]:
            rows.append(self._seized(self.days.week(), {**self._drug("A", 0, value), **self._packs()}))
        for day in self._elsewhen(70):
            drug_class = "A" if often(rng, 0.65) else "B"
            tenths = round(rng.lognormvariate(5.2 if drug_class == "A" else 6.5, 1.2)) + 1
            value = round(tenths / 10 * (80 if drug_class == "A" else 10))
            cells = self._drug(drug_class, tenths, value)
            rows.append(self._seized(day, {**cells, **(self._packs() if often(rng, 0.3) else {})}))
        return rows

    def _drug(self, drug_class: str, tenths: int, value: int) -> dict[str, Cell]:
        """Return one exhibit; the weight is in tenths of a gram, none where it was not weighed."""
        name = weighted(self.rng, _DRUGS[drug_class])
        return {
            "drug_type": name.title() if often(self.rng, 0.1) and name != "MDMA" else name,
            "drug_class_stated": drug_class,
            "weight_kg": tenths / 10_000 if tenths else None,
            "est_value_gbp": value,
        }

    def _packs(self) -> dict[str, Cell]:
        return {"pack_count": self.rng.randint(2, 180), "pack_type": weighted(self.rng, _PACKS)}

    def _cash(self) -> list[Row]:
        rng, m = self.rng, self.margins
        pence = int(m.cash_gbp * 100)
        amounts = split(rng, pence, min(pence, 10 + m.arrests // 3), least=1)
        rows = [self._seized(self.days.week(), self._money("GBP", amount)) for amount in amounts]
        rows += [
            self._seized(self.days.week(), self._money("EUR", rng.randrange(500, 900_000, 500)))
            for _ in range(3)
        ]
        for day in self._elsewhen(40):
            pence = round(rng.lognormvariate(11.5, 1.3)) // 500 * 500 + 500
            rows.append(self._seized(day, self._money("EUR" if often(rng, 0.02) else "GBP", pence)))
        return rows

    def _money(self, currency: str, pence: int) -> dict[str, Cell]:
        return {
            "currency": currency,
            "cash_amount": pence / 100,
            "counted_by": f"C{self.rng.randint(100, 999)}",
        }

    def _weapons(self) -> list[Row]:
        rng, m = self.rng, self.margins
        rows = []
        for many in handed_out(rng, m.weapons, max(1, m.weapons * 3 // 4) if m.weapons else 0):
            kind = rng.choice(m.weapon_kinds)
            rows.append(self._seized(self.days.week(), self._weapon(kind, _BLADES.get(kind, True), many)))
        for _ in range(m.firearms):
            rows.append(self._seized(self.days.week(), self._firearm(imitation=False)))
        for _ in range(rng.randint(2, 5)):
            rows.append(self._seized(self.days.week(), self._firearm(imitation=True)))
        for day in self._elsewhen(30):
            if often(rng, 0.12):
                rows.append(self._seized(day, self._firearm(imitation=often(rng, 0.5))))
            else:
                kind, bladed = rng.choice(_WEAPONS)
                rows.append(self._seized(day, self._weapon(kind, bladed, rng.choice((1, 1, 1, 2, 3)))))
        return rows

    def _weapon(self, kind: str, bladed: bool, many: int) -> dict[str, Cell]:
        return {
            "weapon_type": kind,
            "item_count": many,
            "is_bladed": bladed,
            "is_firearm": False,
            "is_imitation": False,
        }

    def _firearm(self, *, imitation: bool) -> dict[str, Cell]:
        return {
            "weapon_type": self.rng.choice(_IMITATIONS if imitation else _FIREARMS),
            "item_count": 1,
            "is_bladed": False,
            "is_firearm": True,
            "is_imitation": imitation,
        }

    def _phones(self) -> list[Row]:
        rng, week = self.rng, self.margins.arrests
        rows = []
        for n, day in enumerate(self._elsewhen(50) + [self.days.week() for _ in range(week)]):
            many = 1 if often(rng, 0.8) else rng.randint(2, 6)
            cells: dict[str, Cell] = {
                "handsets": many,
                "is_deal_line": often(rng, 0.35),
                "imei": _test_imei(n) if many == 1 and often(rng, 0.8) else None,
                "make": rng.choice(("smartphone", "simple handset")),
            }
            rows.append(self._seized(day, cells))
        return rows

    def _assets(self) -> list[Row]:
        rng = self.rng
        days = self._elsewhen(7) + [self.days.week() for _ in range(self.margins.arrests // 12)]
        return [
            self._seized(
                day, {"asset_type": rng.choice(_ASSETS), "asset_value_gbp": rng.randrange(150, 12_000, 50)}
            )
            for day in days
        ]

    def _counted(
        self, what: str, how_many: str, kinds: tuple[str, ...], per_hundred_arrests: int
    ) -> list[Row]:
        rng = self.rng
        days = self._elsewhen(per_hundred_arrests) + [
            self.days.week() for _ in range(self.margins.arrests // 10)
        ]
        return [
            self._seized(day, {what: rng.choice(kinds), how_many: rng.choice((1, 1, 1, 2))}) for day in days
        ]


def _test_imei(n: int) -> str:
    """Return a device identity whose type code begins with 00, which is kept for test devices."""
    digits = f"00{n:012}"
    doubled = (int(d) * (2 if place % 2 else 1) for place, d in enumerate(digits))
    return digits + str(-sum(d // 10 + d % 10 for d in doubled) % 10)
