"""What takes too long is ended: a browser that does not answer would be waited for without end, since what a page is
asked to work out, or to print, has no limit of Playwright's own.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in the body where it is not done in time."""

    def over(number: int, frame: object) -> None:
        raise TimeoutError(f"It was not done within {seconds:g} seconds.")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
