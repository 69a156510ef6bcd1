"""Log what is looked at from the command line, in the one access log, as the gate logs it on the site."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from clewline.store.accounts import log


@contextmanager
def looked(
    *acts: str,
    case: str | None,
    subjects: Sequence[str] = (),
    by: str,
    at: datetime,
    asked: str | None = None,
    reason: str | None = None,
    changed: str | None = None,
) -> Iterator[None]:
    """Log each act of each subject when the body is over: done, or refused where it refuses.

    The log is on the disk before the body's answer is shown: where it cannot be written, nothing is.
    """
    outcome = log.REFUSED
    try:
        yield
        outcome = log.DONE
    finally:
        for act in acts:
            for subject in subjects or (None,):
                log.append(
                    at=at,
                    account=None,
                    act=act,
                    outcome=outcome,
                    case=case,
                    subject=subject,
                    said=log.Said(by=by, asked=asked, reason=reason, changed=changed),
                )
