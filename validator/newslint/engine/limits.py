"""CPU time for one rule on one document or group: what runs over it is stopped and named."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: seconds of CPU time, for a rule and a document
LIMIT = 10.0
#: how many times that all rules together may take on one document, before each that is left has only a small share of it
DOCUMENT_LIMITS = 3
LATE_SHARE = 0.1


def cpu_seconds() -> float:
    """CPU time that this process has used."""
    return time.process_time()


class OutOfTime(BaseException):
    """The time is up. Not an Exception, so that a rule that catches those does not catch this."""


@contextmanager
def cpu_limit(seconds: float = LIMIT) -> Iterator[None]:
    """Raises OutOfTime inside the block once it has used its CPU time, and at its end where the block caught that; patterns of `regex` are
    interrupted, too.

    Where the platform has no such timer, or outside the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    expired = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal expired
        expired = True
        raise OutOfTime

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, seconds)  # again and again: code that catches everything would go on for ever
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    if expired:
        raise OutOfTime
