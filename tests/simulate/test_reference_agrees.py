"""What the simulator says of codes and names is what the reference lists say of them."""

import csv
from importlib.resources import files

from clewline.simulate.forces import force_named
from clewline.simulate.offences import OFFENCES


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((files("clewline.reference") / name).read_text("utf-8").splitlines()))


def test_offences_have_the_group_and_class_of_the_reference_list():
    known = {r["code"]: (r["offence_group"], r["drug_class"] or None) for r in rows("offences.csv")}
    assert {o.code: (o.group, o.drug_class) for o in OFFENCES} == {o.code: known[o.code] for o in OFFENCES}


def test_every_name_that_a_force_writes_is_in_the_reference_lists():
    aliases = {r["alias"]: r["force"] for r in rows("force_alias.csv")}
    for r in rows("forces.csv"):
        aliases |= {r["name"]: r["force"], r["pnc_code"]: r["force"], r["force"]: r["force"]}
    for force in ("metropolitan", "kent", "west-midlands"):
        for name, _ in force_named(force).names:
            assert aliases[name] == force
