"""Maps over documents on one core or on many, with the same answer.

Workers get the job and build their own workshop; live rule objects never travel.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from .job import Job, Workshop, open_workshop

T = TypeVar("T")
R = TypeVar("R")

#: below this many documents a pool costs more than it gives
POOL_FROM = 300
#: documents handed to a worker at a time
CHUNK = 32

_workshop: Workshop | None = None


def workers_for(job: Job, documents: int) -> int:
    """How many processes to use; one means none beside this."""
    if job.jobs is not None:
        return max(1, min(job.jobs, documents))
    return (os.cpu_count() or 1) if documents >= POOL_FROM else 1


def map_documents(work: Callable[[Workshop, T], R], items: Sequence[T], job: Job, workshop: Workshop) -> Iterator[R]:
    """`work` on each item, in order. `work` is a function of a module, items and results are plain values.

    A worker that dies (killed, out of memory) does not end the run: its pool is built again once, then the rest is done here. So is what can't
    travel: a plugin's claims that do not pickle.
    """
    count = workers_for(job, len(items))
    if count == 1:
        for item in items:
            yield work(workshop, item)
        return
    # the machinery of processes is slow to import, and most runs need none
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunks = [items[k : k + CHUNK] for k in range(0, len(items), CHUNK)]
    done = 0
    for _ in range(2):
        try:
            with ProcessPoolExecutor(count, initializer=_start, initargs=(job,)) as pool:
                for results in pool.map(_chunk, ((work, chunk) for chunk in chunks[done:])):
                    done += 1
                    yield from results
            return
        except BrokenProcessPool:
            continue
        except Exception:  # `work` raises nothing: it is the results; should it be a bug of ours, it is raised again below
            break
    for chunk in chunks[done:]:
        for item in chunk:
            yield work(workshop, item)


def _start(job: Job) -> None:
    global _workshop
    _workshop = open_workshop(job)


def _chunk(task: tuple[Callable[[Workshop, T], R], Iterable[T]]) -> list[R]:
    assert _workshop is not None
    work, items = task
    return [work(_workshop, item) for item in items]
