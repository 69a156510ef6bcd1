"""Lawful disposal: the facts of an entry are destroyed; its id and its hash stay, and the chain holds."""

from django.db import connection, transaction

from clewline.errors import NotFound
from clewline.record import Entry
from clewline.store import ledger, mentions


def dispose(entry: Entry) -> None:
    """Append the disposal and destroy the facts of the entry that it names; its id and hash stay.

    :raises NotFound: the entry is not in that case.
    """
    gone = ledger.find([entry.subject]).get(entry.subject)
    with transaction.atomic():
        ledger.append([entry])
        if gone is not None:
            mentions.forget(gone)
        with connection.cursor() as cursor:
            cursor.execute(
                "update store_storedentry set sealed = %s where entry_id = %s and case_id = %s",
                [b"", entry.subject, entry.case],
            )
            if cursor.rowcount != 1:
                raise NotFound(f"There is no entry {entry.subject} in case {entry.case}.")
