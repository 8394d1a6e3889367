"""Changes, and the states that last from then on: what was shut stands idle, who was arrested is in custody."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from ..pattern import pattern

__all__ = ["BEGINS", "CHANGES", "leads_to"]


class _Course(NamedTuple):
    """Verbs of a change, as they stand in the past, and what may be said to have lasted since."""

    change: str
    state: str


#: what begins goes on; such a verb alone gives the start of what it tells of, wherever the copy names that
BEGINS = (
    r"began|begun|beginning|started|starting|launched|erupted|unleashed|ignited|broke\s+out|broken\s+out|breaking\s+out|opened|opening|invaded|"
    r"flared(?:\s+up)?|kicked\s+off|got\s+under\s*way|set\s+in|took\s+(?:hold|effect|up\s+arms)|came\s+into\s+(?:force|effect)|went\s+to\s+war|"
    r"turned\s+into\s+(?:\p{L}+\s+){0,2}(?:war|conflict|crisis|strike|siege)|rose\s+up"
)
_STRIKES = r"walked\s+(?:out|off)|downed\s+tools|went\s+on\s+strike|stopped\s+work"
_COURSES = (
    _Course(
        BEGINS,
        r"going\s+on|under\s*way|ongoing|lasted|raged|raging|(?:dragged|dragging|gone|grinding|ground)\s+on|continued|run(?!\s+by)|running(?!\s+by)|in\s+(?:force|place|session)|burn(?:ed|ing)|at\s+war|f(?:ought|ighting)",
    ),
    _Course(
        r"triggered|sparked|imposed|introduced|enacted|proclaimed|placed|outlawed|filed|lodged|brought|sued|declared|set\s+up|pitched|parked|camped|(?:chained|glued|barricaded)\s+themselves(?:\s+to)?|took\s+to\s+the\s+streets|severed|first\s+took\s+to|(?:received|took\s+in)\s+(?:its|their)\s+first|"
        r"stopped\s+eating|refus(?:ed|ing)\s+food",
        r"in\s+(?:force|place|effect)|under\s+(?:\p{L}+\s+)?(?:lockdown|curfew|law|quarantine|sanctions|embargo)|pending|before\s+the\s+courts?|camped|camping|fasting|on\s+hunger\s+strike|without\s+food",
    ),
    _Course(
        r"closed|shut|shuttered|mothballed|idled|halted|suspended|ceased|grounded|sealed|cut\s+off|blocked|blockaded|barricaded|evacuated|abandoned|broke\s+off|banned|"
        r"went\s+(?:dark|silent|quiet|offline)",
        r"closed|shut|shuttered|silent|quiet|idle|idled|dark|empty|vacant|dormant|deserted|mothballed|offline|suspended|grounded|sealed|cut\s+off|blocked|blockaded|banned|"
        r"abandoned|out\s+of\s+(?:service|action|use|work|order)|stood|lain|sat|standing|lying|sitting|without|on\s+hold|halted|stranded|in\s+limbo|in\s+force",
    ),
    _Course(
        r"seized|captured|occupied|overran|overrun|stormed|toppled|overthrew|ousted|deposed|conquered|annexed|took\s+(?:over|power|control)|came\s+to\s+power|besieged|encircled|surrounded",
        r"held|holding|controlled|controlling|occupied|occupying|ruled|ruling|governed|governing|in\s+(?:power|control|charge)|under\s+(?:siege|occupation)|besieged|surrounded",
    ),
    _Course(
        r"arrested|detained|jailed|imprisoned|kidnapped|abducted|taken(?:\s+(?:hostage|captive))?|vanished|disappeared|went\s+missing|trapped",
        r"in\s+(?:custody|prison|jail|detention|captivity|hiding)|behind\s+bars|held|missing|captive|jailed|detained|imprisoned|under\s+(?:house\s+)?arrest|trapped|stuck|stranded|underground",
    ),
    _Course(
        r"took\s+(?:office|(?:over|up)\s+the\s+(?:job|post|helm))|(?:was|were)\s+sworn\s+in|assumed\s+(?:office|power)|came\s+to\s+(?:power|office)|inaugurated",
        r"in\s+(?:office|power|charge|the\s+(?:job|post|role))|at\s+the\s+helm|led|leading|ruled|ruling|governed|governing|served|serving",
    ),
    _Course(r"broke\s+(?:down|up)|collapsed|burst|stalled", r"stalled|deadlocked|on\s+hold|at\s+a\s+standstill|in\s+ruins|flooded|under\s+water"),
    _Course(
        r"hospitali[sz]ed|admitted|fell\s+ill|collapsed|suffered",
        r"in\s+(?:\p{L}+\s+)?(?:hospital|coma|intensive\s+care)|hospitali[sz]ed|ill|sick|unconscious|on\s+life\s+support",
    ),
    _Course(r"escaped|fled|went\s+(?:into\s+hiding|on\s+the\s+run)", r"on\s+the\s+run|at\s+large|in\s+(?:hiding|exile)|free"),
    _Course(
        r"ran\s+aground|stranded|marooned|set\s+(?:sail|off|out)|left\s+port", r"aground|stranded|marooned|adrift|at\s+sea|on\s+the\s+road|stuck"
    ),
    _Course(
        r"lost\s+(?:power|contact)|went\s+down|knocked\s+out|ran\s+dry|dried\s+up",
        r"without|dry|down|offline|dark|out\s+of\s+(?:contact|action|service)|silent",
    ),
    _Course(
        r"opened\s+(?:its|their)\s+doors|went\s+(?:live|on\s+(?:show|display|sale|trial|air))|put\s+on\s+(?:show|display|sale|trial)",
        r"on\s+(?:show|display|sale|trial|air|the\s+market)|open|running|in\s+service",
    ),
    _Course(_STRIKES, r"on\s+strike|on\s+the\s+picket\s+lines?|picketing|striking|off\s+work|stood\s+(?:still|idle)"),
    _Course(r"evicted|displaced|fled|moved\s+in(?:to)?", r"liv(?:ed|ing)|shelter(?:ed|ing)|camped|camping|sle(?:pt|eping)|homeless|in\s+exile"),
)
CHANGES = "|".join(course.change for course in _COURSES)


@cache
def _patterns() -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    i = regex.IGNORECASE
    perfect = r"(?:has|have)\s+(?:\p{L}+\s+){0,2}?(?:been\s+)?(?:\p{L}+\s+)?"
    return tuple(
        (
            pattern(rf"(?:{c.change})\b", i),
            pattern(rf"\b{perfect}(?:{c.state})\b(?:\s+[\p{{L}}’'-]+){{0,4}}?(?:\s+for|\s+(?:lasted|raged))?\s+$|\b{perfect}(?:lasted|taken)\s+$", i),
        )
        for c in _COURSES
    )


def leads_to(change: str, told: str) -> bool:
    """Whether the words before a length, `told`, end in a state that such a change leads to: "closed", " and has stood idle for "."""
    return any(verbs.match(change) and states.search(told) for verbs, states in _patterns())
