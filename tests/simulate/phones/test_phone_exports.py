"""The operators' files: their layouts read every good row, and each planted fault is accounted for."""

from collections import Counter
from xml.etree import ElementTree

import numpy as np
from phone_files import TABLES, outcomes

from clewline.formats.phones.cell import cell
from clewline.simulate.phones.cells import network
from clewline.simulate.phones.etsi import NAMESPACE as ETSI
from clewline.simulate.phones.etsi import global_cell
from clewline.simulate.phones.handset import CANARY, line_handset
from clewline.simulate.phones.handset import NAMESPACE as REPORT
from clewline.simulate.phones.identities import national

OUTSIDE = ("other identifiers", "other dates")


def planted(spots, name, *kinds):
    return {int(s["line"]): s for s in spots if s["file"] == name and (not kinds or s["outcome"] in kinds)}


def test_the_layouts_read_every_row_but_those_listed_as_problems(tables, spots):
    for name in TABLES:
        listed = planted(spots, name, "problem")
        assert set(tables[name].problems) == set(listed), name
        for line, problem in tables[name].problems.items():
            # A header or a total is told from a spoiled record where tables are read, not where rows are.
            if listed[line]["rule"] not in ("header-again", "totals-row"):
                assert problem.rule == listed[line]["rule"], listed[line]


def test_the_accounts_of_each_file_balance(tables, truth, spots):
    for name in TABLES:
        told = truth["files"][name]
        assert sum(told.values()) == tables[name].records, name
        assert told["problem"] == len(tables[name].problems)
        assert told.get("blank", 0) == tables[name].blank
        listed = outcomes(planted(spots, name).values())
        for kind in ("problem", *OUTSIDE):
            assert listed[kind] == told.get(kind, 0), (name, kind)


def test_what_the_authority_does_not_cover_is_what_the_list_says(tables, spots, case):
    numbers = {p.number for p in case.phones.values()}
    for name in TABLES:
        listed = planted(spots, name)
        for line, events in tables[name].events.items():
            named = [e for e in events if e.number in numbers]
            out = [e for e in named if not case.period.begins <= e.earliest.timestamp() < case.period.ends]
            told = listed[line]["outcome"] if line in listed else ""
            assert (told == "other identifiers") == (not named), (name, line)
            assert (told == "other dates") == bool(out), (name, line)


def test_the_later_export_repeats_the_end_of_the_earlier(tables, truth):
    first, second = tables["phones_north_1.csv"], tables["phones_north_2.csv"]
    good = {cells for line, cells in first.cells.items() if line in first.events}
    again = [c for line, c in second.cells.items() if line in second.events and c in good]
    assert len(again) == truth["files"]["phones_north_2.csv"]["known"] > 100
    for name in ("phones_north_1.csv", "phones_south_calls.xlsx", "phones_south_data.tsv"):
        counted = Counter(c for line, c in tables[name].cells.items() if line in tables[name].events)
        assert counted.total() - len(counted) == truth["files"][name].get("known", 0)


def test_rows_say_what_happened(tables, case):
    """Each use of each phone in its own operator's file stands there once, at its instant, with its cell."""
    found = Counter()
    for name in TABLES:
        lines = {}
        for line, events in tables[name].events.items():
            lines.setdefault(tables[name].cells[line], (name, events))
        for _, events in lines.values():
            for e in events:
                found[e.number, e.earliest.timestamp(), e.service, e.cell] += 1
    missing = 0
    for use in case.uses:
        net = network(use.phone.operator)
        if use.phone.key == "friend" or (use.service == "data" and net.name == "south"):
            continue
        served = net.cells[use.cell] if net.name == "south" or use.out else None
        # Both instants of the hour that occurs twice are read as the first.
        missing += not any(found[use.phone.number, use.at - back, use.service, served] for back in (0, 3_600))
    # A withheld number hides nothing of the phone; only its own blemishes could.
    assert missing == 0


def test_data_sessions_of_the_south_are_dated_at_or_before_their_start(tables, case):
    starts = {}
    for use in case.uses:
        if use.service == "data":
            starts.setdefault(use.phone.number, []).append(use.at)
    early = 0
    for events in tables["phones_south_data.tsv"].events.values():
        (event,) = events
        assert event.dates == "at or before the start"
        times = np.array(starts.get(event.number, [np.inf]))
        gap = (times - event.earliest.timestamp())[times >= event.earliest.timestamp()]
        early += bool(len(gap) and gap.min() > 0)
    assert early > 50


def test_every_kind_of_blemish_is_planted(spots):
    kinds = {s["blemish"] for s in spots}
    assert {
        "line above the header",
        "header again at a page break",
        "row of totals",
        "blank row",
        "number withheld",
        "coordinates at 0,0",
        "cell without coordinates",
        "number in scientific notation",
        "number without its first zero",
        "impossible day",
        "too few cells",
        "check digit that does not fit",
        "end before the start",
        "session longer than a week",
        "record twice in one file",
        "records of the earlier export again, from here on",
        "record of a number that the authority does not name",
        "record of a day that the authority does not cover",
    } <= kinds


def test_marked_rows_are_still_read_for_what_they_are(tables, spots):
    for name in TABLES:
        for line, spot in planted(spots, name, "taken").items():
            events = tables[name].events[line]
            if spot["blemish"] == "number withheld":
                assert events[0].other == "withheld"
            elif spot["blemish"] in ("coordinates at 0,0", "cell without coordinates"):
                assert events[0].lat is None and events[0].cell
            else:
                assert spot["blemish"] == "number without its first zero"
                assert events[0].other == "+447700900001"


def test_the_hour_that_occurs_twice_is_in_the_default_period():
    from clewline.simulate.phones.casefile import FIRST
    from clewline.simulate.phones.period import Period

    period = Period(first=FIRST, days=91)
    assert period.ends - period.begins == 91 * 86_400 + 3_600


def test_the_handset_report_is_xml_with_contents_that_nobody_needs(files, case):
    root = ElementTree.fromstring(files["phones_handset_report.xml"].content)
    q = f"{{{REPORT}}}"
    models = {
        kind: [m for m in root.iter(f"{q}model") if m.get("type") == kind]
        for kind in ("Call", "SMS", "Contact")
    }
    own = [u for u in case.uses if u.imei == line_handset(case)]
    assert len(models["Call"]) == sum(u.service == "call" for u in own)
    assert len(models["SMS"]) == sum(u.service == "text" for u in own)
    bodies = [v.text for f in root.iter(f"{q}field") if f.get("name") == "Body" for v in f]
    assert len(bodies) == len(models["SMS"]) and all(body.startswith(CANARY) for body in bodies)
    assert len(models["Contact"]) == len(case.society.customers) + 4
    numbers = {v.text for f in root.iter(f"{q}field") if f.get("name") == "Identifier" for v in f}
    assert national(case.society.customers[0]) in numbers


def test_the_response_of_the_interface_is_xml_of_one_phone(files, case):
    root = ElementTree.fromstring(files["phones_etsi.xml"].content)
    q = f"{{{ETSI}}}"
    records = list(root.iter(f"{q}ResponseRecord"))
    uses = [u for u in case.uses if u.phone.key == "friend" and u.service != "data"]
    assert len(records) == len(uses)
    net = network("north")
    for record, use in zip(records, uses, strict=True):
        (own,) = [p for p in record.iter(f"{q}TelephonyPartyInformation") if p.find(f"{q}iMSI") is not None]
        assert f"+{own.findtext(f'{q}partyNumber')}" == use.phone.number
        assert next(own.iter(f"{q}globalCellID")).text == global_cell(net.cells[use.cell])


def test_a_global_cell_identity_swaps_the_digits_of_its_network():
    assert cell("CGI:234-90-1201-20411") == "cgi:234-90-1201-20411"
    assert global_cell("cgi:234-90-1201-20411") == "32F40904B14FBB"
    assert global_cell("cgi:234-901-1201-20411") == "32140904B14FBB"
