"""Words that tie a speaker to what is said: data that several annotators read, and no annotator itself.

The classes of verbs follow Quirk et al., A Comprehensive Grammar of the English Language (1985), §14.28-30 (verbs that go with quoted
speech, and their inversion), §16.31 (verbs of speech and of mental states with a that-clause) and §16.44-48 (verbs of naming).
"""

from __future__ import annotations

from functools import cache
from typing import Literal

#: verbs that hardly do anything but report speech, as an alternation
SAYS = (
    "said|says|told|tells|added|adds|wrote|writes|declared|declares|explained|explains|argued|argues|warned|warns|announced|insisted|insists|"
    "noted|notes|tweeted|continued|stated|states|replied|concluded|claimed|claims"
)

VerbForm = Literal["finite", "-s", "-ing", "base"]

_REGULAR = frozenset(
    """
accept acclaim accuse acknowledge add address admit advise advocate affirm agree allege allow announce answer apologise apologize appeal applaud
argue articulate assail assert assess assure attack attest beg bellow bemoan berate blame blast boast brag brand caution challenge champion chant
characterise characterize charge chastise cheer chide cite claim clarify comment compare complain concede conclude concur condemn confess confide
confirm consider contend continue counter cringe criticise criticize cry declare decry deem defend demand denounce deny deplore depict deride describe
detail disclose dismiss dispute dub echo elaborate emphasise emphasize endorse enthuse estimate exclaim exhort explain express expect extol exult fault
fear fume gripe groan grumble guess gush hail hint hope imply indicate insinuate insist instruct interject invoke joke jest kid label lambaste lament
laugh lecture liken maintain marvel mention mock moan mumble murmur muse mutter nickname note observe offer opine order outline peg plead pledge point
portray pose posit post praise preach predict proclaim promise pronounce propose protest quip question quote rail rant rate reaffirm reason reassert
reassure rebuke recall recite recollect recommend recount refer reflect refute regret reiterate reject relate remark remember remind reminisce repeat
reply report request respond retort reveal retweet ridicule rip roar rule scoff scold scream shout shrug sigh signal slam smear snap speculate
specify state stipulate stress suggest summarise summarize surmise suspect tease term testify text thank theorise theorize threaten tout trash trumpet
tweet type urge utter venture vent voice vow wail warn whisper wish wonder worry yell ask call reckon title conjecture hypothesise hypothesize
celebrate embrace promote issue publish phrase pan laud commend compliment congratulate scorn savage skewer belittle bash hector implore intone
jeer sneer taunt vilify allude contradict deflect evoke foretell inquire interpret justify narrate notify object paraphrase pontificate rationalize rave
reprimand rephrase underline underscore volunteer pen mischaracterize stammer sputter quibble boo hiss heckle lash decline demur reference bill
""".split()
)

_IRREGULAR_PAST = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak", "thought": "think", "knew": "know",
    "felt": "feel", "found": "find", "swore": "swear", "sworn": "swear", "held": "hold", "saw": "see", "understood": "understand", "sang": "sing",
    "foresaw": "foresee", "foreseen": "foresee", "believed": "believe", "meant": "mean", "put": "put", "read": "read", "cast": "cast",
}  # fmt: skip
_VERBS = _REGULAR | frozenset(_IRREGULAR_PAST.values())
_DOUBLED = frozenset("quip brag kid rip pan peg refer put".split())
#: -s and base forms that are as often nouns
NOUNS_TOO = frozenset(
    """
claim report comment call demand state note remark offer charge issue post tweet question answer quote hope fear promise request attack challenge
champion address appeal estimate answer order point pose rate rule text title type voice reply echo doubt threat joke mention label fault brand term
reason cry cast put signal dispute rebuke ridicule protest pledge vow blast shout scream warning wish worry thought guess laugh snap sigh murmur
slam smear sign cheer chant insist vent view slap rant rail test detail cite caution reject find hold relate outline
""".split()
)

#: nouns for what somebody said: "the minister's claim that …", "in a statement from the union"
CUE_NOUNS = frozenset(
    """
accusation account acknowledgement admission advice allegation announcement answer apology appeal argument assertion assessment assurance attack belief
boast call caption characterisation characterization charge claim comment comments complaint conclusion confession contention criticism critique
declaration defence defense demand denial depiction description dismissal email estimate explanation fear hope insistence insult interview joke
lament letter line memo message mantra motto nickname note observation offer op-ed opinion phrase pledge plea post prediction promise proposal
question quip rant reaction reassurance rebuke recollection reference refusal rejoinder remark remarks reply report request response rhetoric
slogan speech statement suggestion talk testimony theory threat tirade tweet tweets verdict version view vision vow warning words
accusations allegations claims calls complaints claims statements promises threats warnings views answers posts messages letters
""".split()
)

#: verbs of saying whose object is a person: "he told the panel"
ADDRESSED = frozenset("tell ask remind assure warn advise inform thank urge text".split())

_BE = frozenset("is are was were be been being am isn aren wasn weren".split())
_AUXILIARIES = frozenset(
    """
has have had having do does did will would shall should can could may might must ought hasn haven hadn don doesn didn won wouldn shan shouldn couldn mightn
mustn ain cannot
""".split()
)


#: verbs of the mind and of doing: they report what is said only where no verb of saying does
_WEAK = frozenset(
    """
believe hope feel think expect consider mean know wish fear worry suspect find see understand hold recall remember wonder indicate signal reject
celebrate embrace promote issue publish accept address attack challenge champion endorse put cast request speak read laugh rule charge order assess echo continue
""".split()
)


def weak(word: str) -> bool:
    """Whether a form is of a verb of the mind or of doing, which yields to a verb of saying."""
    form = verb(word)
    return form is not None and form[0] in _WEAK


@cache
def verb(word: str) -> tuple[str, VerbForm] | None:
    """The verb of saying that a lower-case word is a form of, and which form; None for any other word."""
    if word in _IRREGULAR_PAST:
        return _IRREGULAR_PAST[word], "finite"
    if word in _VERBS:
        return word, "base"
    for ending, form in (("ied", "finite"), ("ed", "finite"), ("ies", "-s"), ("es", "-s"), ("s", "-s"), ("ing", "-ing")):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for base in (stem + "y",) if ending in ("ied", "ies") else (stem, stem + "e", stem[:-1]):
                doubled = base == stem[:-1]
                if base in _VERBS and (not doubled or (base in _DOUBLED and stem.endswith(base[-1] * 2))):
                    return base, form  # type: ignore[return-value]
    return None


def auxiliary(word: str) -> Literal["be", "other"] | None:
    """Whether a lower-case word is a form of "be" or another auxiliary."""
    return "be" if word in _BE else "other" if word in _AUXILIARIES else None
