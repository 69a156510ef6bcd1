"""Log what is looked at from the command line, in the one access log, as the gate logs it on the site."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from urllib.parse import urlencode

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


@contextmanager
def figures_looked(
    *acts: str,
    asked: Mapping[str, object],
    cases: Sequence[str] | None,
    figure: str | None = None,
    by: str,
    at: datetime,
) -> Iterator[None]:
    """Log that figures are counted or opened at the command line, with what was asked for: of each case that is
    named, or of the whole record.
    """
    said = urlencode({name: value for name, value in asked.items() if value not in (None, {}, [])})
    with ExitStack() as logs:
        for case in cases or (None,):
            logs.enter_context(
                looked(*acts, case=case, subjects=[figure] if figure else (), by=by, at=at, asked=said)
            )
        yield
