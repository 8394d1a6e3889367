"""Which language a text is in, as far as newslint needs to know: whether it reads it.

By the share of function words, the commonest of each language (Grefenstette 1995, "Comparing two language identification schemes"), and by
the script. A text is foreign only where it has hardly any English function words and many of another language, or is written in letters
that English has not: English copy full of names, lists or figures stays English.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

#: words that a text must have to be judged
ENOUGH = 25
#: characters that are looked at
SAMPLE = 6000
#: share of English function words from which a text is English; its prose has 22 to 55 in a hundred, most of it 38. Others have up to 15,
#: as some of these words are words there, too ("a", "is", "in", "was")
ENGLISH_SHARE = 0.2
#: how many times the English share the other language's must be
LEAD = 1.5
#: share of function words from which a text is in another language; prose in its own has 25 to 45 in a hundred
FOREIGN_SHARE = 0.15
#: share of English function words among the words in small letters up to which a text is not English, whatever else it is; the lowest of
#: 7,400 news articles of 1987 to 2024 is 0.21
NOT_ENGLISH_SHARE = 0.06
#: share of letters from which a text is in another script
SCRIPT_SHARE = 0.5

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FUNCTION_WORDS = {
    "English": "the of and to in a is that for it as was with on by at be this he his from are not but have has had an they which or we you will were "
    "their said who been after would its more about when than what there if also she her him all up out one no so into",
    "German": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei "
    "einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde",
    "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son ses aux mais comme ou été "
    "cette elle ont deux leur être sa nous fait après ces lui selon",
    "Spanish": "de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy "
    "sin sobre también me hasta hay donde quien desde todo nos durante ha fue según",
    "Catalan": "de la que el i a en per un del es amb els no una va les al més ha ser com però també dels són seu aquest aquesta hi o entre han "
    "havia quan molt on sobre fins segons d'un",
    "Italian": "di e il la che in a per un del è i le con si una da non sono della al nel più dei alla come anche ha gli ma dalla lo delle se dal "
    "ai o su nella questo essere stato due ancora dopo suo",
    "Portuguese": "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu "
    "também só pelo pela até isso foi são ser após segundo",
    "Dutch": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij hij door wordt heeft naar uit over hebben nog "
    "worden werd meer was deze die tot zal geen ze",
    "Afrikaans": "die van en in is het op nie wat vir sy aan te om met dat hy ook word deur sal was by as 'n maar ons hulle kan sê wees toe of na nog",
    "Swedish": "och i att det som en på är av för med den till inte om ett han men var jag sig från vi så kan när år har hon under också efter "
    "eller nu mot sin där ska",
    "Danish or Norwegian": "og i at det er en til på som med for den av af ikke de et har om han var fra men sig seg vi kan så når år hun også "
    "etter efter eller blir bliver ble blev skal",
    "Finnish": "ja on ei että se hän oli ovat mutta myös kun mukaan sekä tai jos ole joka nyt ollut jo vain kuin niin voi olisi",
    "Polish": "i w z na do się nie że o jest to od po za jak przez ale dla był są tym tej oraz jego które który już przed może także tylko ze było "
    "została roku",
    "Czech or Slovak": "a v na se že je to s z do o i za by ale jako pro po ve jeho jsou od podle tak byl už také při jen bude která který sa je by "
    "ako aj čo",
    "Romanian": "de și în a la cu pe din care nu că o este un pentru să mai au fost sunt dar prin după ce sau ca se lui fi acest",
    "Hungarian": "a az és hogy nem is egy de van volt csak még már meg ez szerint mint el lesz pedig vagy azt ki majd után mert sem ő kell ezt úgy mondta mely olyan több",
    "Turkish": "ve bir bu da de için ile olarak çok daha olan gibi sonra kadar en ise dedi olduğunu ancak her ne var ama göre",
    "Croatian, Serbian or Bosnian": "i u je da na se su za od s o koji što kako će nije ali bi kao iz do po koja nakon te biti sa",
    "Indonesian or Malay": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke adalah oleh juga telah sebagai mereka bahwa tersebut",
    "Vietnamese": "và của là có cho trong được với các một không người này đã những đến khi về từ cũng",
}
_SETS = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
#: first word of a letter's Unicode name -> how the script is called here
_SCRIPTS = {
    "CYRILLIC": "Cyrillic script",
    "GREEK": "Greek",
    "ARABIC": "Arabic script",
    "HEBREW": "Hebrew script",
    "DEVANAGARI": "Devanagari script",
    "BENGALI": "Bengali",
    "TAMIL": "Tamil",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese characters",
    "ETHIOPIC": "Ethiopic script",
}


def unread(text: str) -> str | None:
    """The language or script of a text that is not English, by its name; None for English, and where there is too little to tell."""
    sample = text[:SAMPLE]
    if not sample.isascii() and (script := _script(sample)):
        return script
    words = [word.casefold() for word in _WORD.findall(sample)]
    if len(words) < ENOUGH:
        return None
    counts = Counter(words)
    shares = {name: sum(counts[word] for word in known) / len(words) for name, known in _SETS.items()}
    if shares["English"] >= ENGLISH_SHARE:
        return None
    share, name = max((share, name) for name, share in shares.items() if name != "English")
    if share >= max(FOREIGN_SHARE, LEAD * shares["English"]):
        return name
    small = [word for word in _WORD.findall(sample) if word.islower()]
    english = sum(word in _SETS["English"] for word in small)
    return "another language" if len(small) >= ENOUGH and english <= NOT_ENGLISH_SHARE * len(small) else None


def _script(sample: str) -> str | None:
    letters = [char for char in sample if char.isalpha()]
    foreign = [char for char in letters if ord(char) >= 0x370]
    if len(foreign) < ENOUGH or len(foreign) < SCRIPT_SHARE * len(letters):
        return None
    names = Counter(unicodedata.name(char, "").partition(" ")[0] for char in foreign)
    if names["HIRAGANA"] + names["KATAKANA"] > len(foreign) / 20:
        return "Japanese"
    ((most, _),) = names.most_common(1)
    return _SCRIPTS.get(most, f"{most.capitalize()} script")
