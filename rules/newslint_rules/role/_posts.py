"""What a title says of a post: its rank, its time, its seat in a body and the side it stands on; and which two one person does not hold.

The words are ordinary vocabulary of news, hand-picked. What is not listed here excludes nothing.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from newslint import RoleClaim

#: one word for one thing
_SAME = {
    word: same
    for same, words in {
        "head": "chief boss ceo cfo coo cto",
        "principal": "headteacher head-teacher headmaster headmistress",
        "counsel": "lawyer attorney solicitor barrister",
        "chair": "chairman chairwoman chairperson",
        "spokesperson": "spokesman spokeswoman",
        "councillor": "councilman councilwoman alderman alderwoman",
        "harbourmaster": "harbormaster",
        "governor": "gov",
        "magistrate": "judge justice",
    }.items()
    for word in words.split()
}
#: what makes a post the one below it
UNDER = frozenset("deputy vice assistant asst associate auxiliary under sub junior dep".split())
_LIEUTENANT = frozenset(["lt", "lieutenant"])
_NEXT = frozenset("elect designate designated incoming next".split())
_ACTING = frozenset("acting interim caretaker".split())
#: what stands before the noun and says nothing of which post it is
_WEIGHT = frozenset("chief head lead leading senior top general principal presiding executive managing grand".split())
#: parts of a body's work, each with the words for it: the head of one is not the head of another, or of the whole
_DUTIES = {
    word: duty
    for duty, words in {
        "finance": "financial finance cfo treasury",
        "operations": "operating operational operations coo",
        "technology": "technology technical cto it",
        "medicine": "medical clinical medicine",
        "nursing": "nursing nurse nurses",
        "communications": "communications communication press media",
        "people": "personnel hr people human resources",
        "law": "legal law",
        "staff": "staff",
    }.items()
    for word in words.split()
} | {
    word: word
    for word in (
        "marketing sales strategy compliance risk security safety research development planning design engineering information digital product data policy "
        "programme program music artistic creative athletic athletics sporting sports news admissions training surgery commercial investment investments "
        "revenue procurement logistics maintenance curatorial education science scientific veterinary"
    ).split()
}
#: words of a body's name that another wording leaves out
_FORM = frozenset("service services department dept office force authority the a an its his her their our and s whole".split())
_STEMS = {"regional": "region", "municipal": "city", "provincial": "province", "parliamentary": "parliament", "diocesan": "diocese"}
#: nouns that several people of one body bear: "a curator" may be the assistant curator
_SHARED = frozenset(
    "prosecutor professor lecturer magistrate counsel coach curator editor manager producer engineer teacher nurse minister commissioner secretary "
    "librarian inspector officer investigator referee trainer priest pastor doctor surgeon pathologist chef".split()
)

#: top offices, each with those that one person may well hold beside it in one body; all others of the table exclude it
_SEATS: dict[str, frozenset[str]] = {
    seat: frozenset(also.split(", "))
    for seat, also in {
        "chief executive": "chair, president, secretary, medicine",
        "chair": "chief executive, president",
        "president": "chief executive, chair, finance, operations, medicine",
        "secretary": "chief executive, law, finance",
        "treasurer": "finance",
        "finance": "president, secretary, treasurer, operations",
        "operations": "president, finance, technology",
        "technology": "operations",
        "medicine": "chief executive, president",
        "nursing": "",
        "law": "secretary",
        "another part": "president, secretary, treasurer, finance, operations, technology, medicine, nursing, law",
        "commander": "",
        "chief of staff": "",
        "captain": "",
        "coach": "",
    }.items()
}
#: those whom the words of a body's name show
_PARTIES = {
    word: party
    for party, words in {
        "workers": "union unions workers employees strikers labour labor",
        "employers": "employers management",
        "the police": "police",
        "fire and rescue": "fire rescue emergency ambulance coastguard firefighters",
        "the forces": "army navy brigade garrison regiment battalion troops military",
        "a company": "company firm airline bank operator manufacturer developer factory contractor landlord insurer shipowner brewery utility railway",
        "an institution": "hospital clinic school college university academy museum gallery theatre prison airport",
        "victims": "victims victim families relatives survivors patients patient parents tenants tenant residents passengers pupils bereaved",
        "plaintiffs": "plaintiffs plaintiff claimants claimant complainants complainant",
        "the accused": "defendant defendants accused suspect suspects defence defense",
    }.items()
    for word in words.split()
}
#: callings that are a side of their own, whatever the body
_OWN_SIDE = {
    "magistrate": "the bench",
    "prosecutor": "the prosecution",
    "mayor": "the town hall",
    "sheriff": "the sheriff",
    "coroner": "the coroner",
    "commander": "the forces",
}
#: those who act or speak for their body
_FOR_A_BODY = frozenset(
    "head director manager principal president chair secretary leader commander commissioner superintendent spokesperson negotiator counsel executive "
    "rector dean treasurer representative captain owner".split()
)
_OFFICES = frozenset({*_OWN_SIDE.values(), "the accused", "victims", "plaintiffs", "the police", "fire and rescue"})
_PRIVATE = frozenset({"workers", "employers", "a company", "an institution"})
#: each side of the first set excludes each of the second
_OPPOSED = (
    (_OFFICES, _OFFICES),
    (frozenset({"workers"}), frozenset({"employers", "a company"})),
    (frozenset({"victims"}), _PRIVATE - {"workers"}),
    (_PRIVATE, frozenset({"the bench", "the prosecution", "the police", "fire and rescue", "the forces", "the sheriff"})),
)
#: but for these, which one person may be
_BOTH = frozenset({frozenset({"victims", "plaintiffs"}), frozenset({"the sheriff", "the coroner"})})


class Post(NamedTuple):
    """A title taken apart: `head` is its noun, one for all its wordings; `duty` what part of the body's work it is about; `body` the words that
    name the body, without endings; `under`: a deputy's. `seat` and `side`: see the tables; None where the title is in none.
    """

    head: str
    duty: frozenset[str]
    body: frozenset[str]
    under: bool
    time: Literal["former", "present", "acting", "next"]
    seat: str | None
    side: str | None

    def excludes(self, other: Post) -> bool:
        """Whether one person is not both, on one day."""
        if (
            self.head == other.head
            and self.duty == other.duty
            and (self.under != other.under) != (self.time != other.time)
            and _one_body(self, other)
        ):
            return self.time == other.time or bool(self.body and other.body)
        if self.time != "present" or other.time != "present" or self.under or other.under:
            return False
        seats = self.seat and other.seat and self.seat != other.seat and other.seat not in _SEATS[self.seat] and self.seat not in _SEATS[other.seat]
        if seats and self.body and other.body and _one_body(self, other):
            return True
        return self.side is not None and other.side is not None and _opposed(self.side, other.side)


def post(claim: RoleClaim) -> Post:
    """The post that a claim is about."""
    title = claim.role.casefold().partition(" of ")[0].split()
    words = [part for word in title for part in _parts(word)]
    around = [_stem(word) for word in re.findall(r"[\w-]+", claim.wording.casefold()) if word not in title and word not in claim.modifiers]
    duty = {_DUTIES[word] for word in (*words, *around) if word in _DUTIES}
    head = _SAME.get(words[-1], words[-1])
    under = not UNDER.isdisjoint(words[:-1]) or (head == "governor" and not _LIEUTENANT.isdisjoint(words[:-1]))
    if head == "officer" and "chief" in words:
        head = "head"
    if head == "nurse" and len(words) > 1:
        head = "head"
    before = {_stem(word) for word in words[:-1]} - UNDER - _WEIGHT - _DUTIES.keys() - _LIEUTENANT
    body = (before | set(around)) - _DUTIES.keys() - _WEIGHT
    seat = _seat(head, words, duty, body)
    return Post(head, frozenset(duty), frozenset(body - _FORM or body), under, _time(claim), seat, _side(head, body))


def _parts(word: str) -> list[str]:
    """ "vice-rector", "undersheriff" -> the mark of the deputy, and the post."""
    if word == "second-in-command":
        return ["deputy", "commander"]
    first, hyphen, rest = word.partition("-")
    if hyphen and first in UNDER:
        return [first, rest]
    if word.startswith("under") and word[5:] in ("sheriff", "secretary"):
        return ["under", word[5:]]
    return [word]


def _stem(word: str) -> str:
    plain = word.removesuffix("'s").removesuffix("’s")
    return _STEMS.get(plain, plain)


def _time(claim: RoleClaim) -> Literal["former", "present", "acting", "next"]:
    if claim.former:
        return "former"
    if not _NEXT.isdisjoint(claim.modifiers):
        return "next"
    return "acting" if not _ACTING.isdisjoint(claim.modifiers) else "present"


def _seat(head: str, words: list[str], duty: set[str], body: set[str]) -> str | None:
    if head == "head" and "staff" in duty:
        return "chief of staff"
    if words[-1] == "ceo" or words[-2:] in (["chief", "executive"], ["managing", "director"]) or words[-3:] == ["chief", "executive", "officer"]:
        return "chief executive"
    if head == "counsel":
        return "law" if "general" in words else None
    if head in ("head", "director") and len(duty) == 1:
        return next(iter(duty & _SEATS.keys()), "another part")
    if head == "manager" and not body.isdisjoint(("club", "team", "side")):
        return "coach"
    return head if head in _SEATS and not duty else None


def _side(head: str, body: set[str]) -> str | None:
    if head == "counsel" and not body.isdisjoint({"district", "state", "prosecuting", "us"}):
        return "the prosecution" if body & {"district", "prosecuting"} else None
    parties = {_PARTIES[word] for word in body if word in _PARTIES} if head in _FOR_A_BODY else set()
    if "workers" in parties:
        return "workers"
    if len(parties) == 1:
        return next(iter(parties))
    return None if parties else _OWN_SIDE.get(head)


def _one_body(one: Post, other: Post) -> bool:
    """Whether the bodies may be one: named alike, or one of them not named, or less fully."""
    return not one.body or not other.body or one.body <= other.body or other.body <= one.body


def _opposed(one: str, other: str) -> bool:
    if one == other or frozenset({one, other}) in _BOTH:
        return False
    return any((one in some and other in others) or (other in some and one in others) for some, others in _OPPOSED)


def is_one_of_several(claim: RoleClaim) -> bool:
    """Whether the title may be given to others of the body as well: "a director", "Prosecutor X"."""
    return claim.article == "a" or (claim.article != "the" and post(claim).head in _SHARED)
