"""Which language a text is in, told by its commonest words; only English is read further.

A count of common words and not a model: it needs no data and its reasons can be read. Of English bulletins, tables
among them, they were never below 30 of 100 words; of texts in other languages never above 12.
"""

import re
from collections.abc import Mapping

from clewline.errors import BadInput

FEWEST_WORDS = 20
"""Below this many words nothing is said about the language: `1,204 arrests, £31,000 cash` has too few to tell."""
ENGLISH_SHARE = 0.2
"""Share of English words from which a text is taken for English, whatever else stands in it."""
FOREIGN_SHARE = 0.2
"""Share of another language's words from which that is named; the text is refused without it too."""
SCRIPT_SHARE = 0.3
"""Share of letters in another script from which a text is not English."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The second part: a table of results has no small words, and is as English as a sentence.
ENGLISH = _words(
    "the of and to in a for was on were with by from at that as been have has is it this their who are be an or we "
    "our will had they not which than more also into over during after all its his her she he you your but there "
    "when what can if one two three these those other some any so no out up about would could should being because "
    "through under against between while where each both only first new last week year day "
    "arrest arrests arrested charge charges charged seized police officers force people children adults drugs drug "
    "class weapons knives firearms cash lines line county closed total number safeguarded vulnerable warrants "
    "phones cannabis cocaine heroin street value operation january february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday"
)
"""Function words, and the words of the trade."""

LANGUAGES: Mapping[str, frozenset[str]] = {
    "Welsh": _words(
        "y yr yn ac ar gan wedi eu bod mae oedd gyda am hyn neu sydd fel nad ond roedd hefyd oddi wrth ei o i a "
        "cael cafodd eich ein rhwng dros drwy mewn bydd gael hynny yw nid cyffuriau heddlu"
    ),
    "Polish": _words(
        "i w z na do nie się że jest oraz od przez dla po to za o ze jak są był była było były które który która "
        "ale lub przy także podczas ich jego policja osób"
    ),
    "French": _words(
        "le la les de des du et en un une pour dans par sur au aux avec que qui est sont ont été ce cette ces plus "
        "pas il elle ils leur leurs d'une l'un a à où"
    ),
    "German": _words(
        "der die das und den dem des ein eine einer eines ist sind wurde wurden mit von zu im auf für nicht auch "
        "bei nach aus über durch sich sie es als werden hat haben"
    ),
    "Spanish": _words(
        "el la los las de del y en un una para por con que es son fue fueron han ha se su sus al como más pero "
        "durante entre también policía"
    ),
    "Italian": _words(
        "il lo la i gli le di del della dei delle e in un una per con che è sono stato stati state hanno ha si nel "
        "nella da dal al alla più anche durante"
    ),
    "Portuguese": _words(
        "o os as de do da dos das e em um uma para por com que é são foi foram não na no nas nos ao à mais também "
        "durante entre polícia"
    ),
    "Romanian": _words(
        "și în de la cu pe din care a au fost o un pentru este sunt mai că nu prin sau ale al ai lor după poliția"
    ),
    "Albanian": _words(
        "dhe në e të i me për nga që u janë është ka kanë një si por pas gjatë më policia së do edhe"
    ),
    "Dutch": _words(
        "de het een van en in op te dat die is zijn werd werden met voor niet ook bij naar uit door om aan als "
        "heeft hebben politie"
    ),
    "Irish": _words("an na agus ar le go bhí sa ag is do a i tá mar ó don leis ina faoi gardaí chun níos"),
}
"""Commonest words of languages that a British force publishes in, or that are mistaken for one."""

SCRIPTS: Mapping[str, str] = {
    "Arabic script, in which Urdu, Kurdish and Arabic are written": "\u0600-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Cyrillic script, in which Russian, Ukrainian and Bulgarian are written": "\u0400-\u052f",
    "Greek script": "\u0370-\u03ff\u1f00-\u1fff",
    "Gurmukhi script, in which Punjabi is written": "\u0a00-\u0a7f",
    "Bengali script": "\u0980-\u09ff",
    "Devanagari script, in which Hindi and Nepali are written": "\u0900-\u097f",
    "Gujarati script": "\u0a80-\u0aff",
    "Tamil script": "\u0b80-\u0bff",
    "Hebrew script": "\u0590-\u05ff",
    "Chinese or Japanese script": "\u3040-\u30ff\u3400-\u9fff",
    "Korean script": "\uac00-\ud7af",
}
"""Ranges of characters, as in a regular expression, by what is said of them."""
_SCRIPTS = {name: re.compile(f"[{ranges}]") for name, ranges in SCRIPTS.items()}
_BY_WORD = {
    word: tuple(name for name, known in (("English", ENGLISH), *LANGUAGES.items()) if word in known)
    for word in ENGLISH.union(*LANGUAGES.values())
}
_LETTER = re.compile(r"[^\W\d_]")
_DO = "Only English is read: give the English version."


def require_english(text: str) -> None:
    """Let a text through that is English, as far as its words tell, or too short to tell.

    A text in two languages passes where its English common words are a fifth of the whole. Words with a capital count
    only where they are known: a table of places and names is in no language.

    :raises BadInput: it is in another language or script, which is named where it is known.
    """
    letters = sum(1 for _ in _LETTER.finditer(text))
    for name, script in _SCRIPTS.items():
        found = sum(1 for _ in script.finditer(text))
        if letters >= FEWEST_WORDS and found >= SCRIPT_SHARE * letters:
            raise BadInput(f"The text is in {name} ({found:,} of {letters:,} letters). {_DO}")
    words, seen = _seen(text)
    if words < FEWEST_WORDS or seen["English"] >= ENGLISH_SHARE * words:
        return
    language = max(LANGUAGES, key=lambda name: seen[name])
    if seen[language] >= FOREIGN_SHARE * words:
        raise BadInput(
            f"The text looks {language}: {seen[language]:,} of {words:,} words are common there, "
            f"{seen['English']:,} in English. {_DO}"
        )
    raise BadInput(
        f"The text does not look English: {seen['English']:,} of {words:,} words are common in English. {_DO}"
    )


def _seen(text: str) -> tuple[int, dict[str, int]]:
    """Return how many words of the text count, and how many of them each language knows."""
    words = 0
    seen = dict.fromkeys(("English", *LANGUAGES), 0)
    for found in _WORD.finditer(text):
        languages = _BY_WORD.get(found[0].casefold().replace("’", "'"), ())
        words += bool(languages) or not found[0][0].isupper()
        for language in languages:
            seen[language] += 1
    return words, seen
