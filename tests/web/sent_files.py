"""Files that are sent to the site, and what makes a case ready for them."""

from datetime import UTC, date, datetime
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from site_made import CASE, SECRET

from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.store import uploads
from clewline.store.upload import Upload
from clewline.workflow.intake import take_in
from clewline.workflow.phones import authorities, exhibits
from clewline.workflow.uploads.detect import detect
from workflow.files import custody
from workflow.phones.phone_files import generic

AT = datetime.now(UTC)
NUMBER, OTHERS = "+447700900001", "+447700900009"
AUTHORITY, EXHIBIT = "CD-2026-1", "NIG/1"
GOOD = custody({}, {"Custody No": "C2", "Person No": "P2"}, {"Custody No": "C3", "Person No": "P3"})
WITH_PROBLEMS = custody(
    {},
    {"Custody No": "C2", "Arrested On": "31/02/2023"},
    {"Custody No": "=HYPERLINK(1)", "Surname": "=1+1", "Arrested On": ""},
)
PHONES = generic(
    {"start": "2026-03-02T10:00:00"},
    {"start": "2026-03-03T10:00:00"},
    {"start": "2026-03-03T11:00:00", "phone": OTHERS},
    {"start": "2026-99-03T11:00:00"},
).encode()


def authority(case: str = CASE, *, expires: date | None = None) -> None:
    """Record an authority that covers the number in March 2026."""
    facts = Authority(
        nature="communications data authorisation",
        reference=AUTHORITY,
        identifiers=(NUMBER,),
        purposes=(f"to find {SECRET}",),
        covers_from=date(2026, 3, 1),
        covers_to=date(2026, 3, 31),
        expires=expires,
    )
    authorities.record(facts, case=case, day=date(2026, 4, 1), by="Moss", at=datetime.now(UTC))


def ready(case: str = CASE) -> dict[str, str]:
    """Give a case an authority, an exhibit, a file that was taken in and one that was sent; return their ids."""
    authority(case)
    exhibits.record(
        Exhibit(reference=EXHIBIT, description=f"A phone of {SECRET}"),
        case=case,
        day=AT.date(),
        by="Moss",
        at=datetime.now(UTC),
    )
    batch = (
        take_in(WITH_PROBLEMS, file=f"{SECRET}.csv", case=case, by="Moss", at=datetime.now(UTC)).batch or ""
    )
    return {"exhibit": EXHIBIT, "file": batch, "upload": lying(case)}


def lying(case: str = CASE, content: bytes = GOOD) -> str:
    """Put a file aside as one that somebody sent, and return its id."""
    place = uploads.arriving() / uploads.new_id()
    place.write_bytes(content)
    one = Upload(
        id=uploads.new_id(),
        case=case,
        name=f"{SECRET}.csv",
        size=len(content),
        sha256="0" * 64,
        by="Moss",
        account=0,
        at=datetime.now(UTC),
        detected=detect(place),
    )
    uploads.add(one, place)
    return one.id


def send(client: Client, content: bytes, name: str = "custody.csv", case: str = CASE) -> Any:
    """Send a file as a browser does; return the answer."""
    return client.post(f"/case/{case}/intake/", {"file": SimpleUploadedFile(name, content)})


def sent(client: Client, content: bytes, name: str = "custody.csv", case: str = CASE) -> str:
    """Send a file, and return the address of its page."""
    answer = send(client, content, name, case)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url)


def take(client: Client, page: str) -> Any:
    """Press the button that takes a file in, on its page."""
    import re

    found = re.search(r'name="sha256" value="([0-9a-f]{64})"', client.get(page).content.decode())
    assert found
    return client.post(f"{page}take/", {"sha256": found[1]})
