"""Which passwords are refused when one is chosen: too short, or among those that everyone tries."""

import unicodedata
from itertools import pairwise

from logger.domain.said import Said

SHORTEST = 12
LONGEST = 200

# Those of twelve characters and more that head the public lists, and their Swedish and local kin;
# compared without case, digits at the ends and punctuation, so that each line stands for hundreds.
_WORDS = """
    password passwordpassword passwort administrator adminadmin letmein letmeinplease welcome
    welcomewelcome changeme changemeplease qwertyuiop qwertyuiopasdfghjkl qwertyqwerty asdfghjkl
    zxcvbnm iloveyou iloveyouforever trustno1 superman batman dragon monkey football baseball princess
    sunshine masterkey starwars whatever computer internet secretpassword mypassword thisismypassword
    correcthorsebatterystaple lösenord losenord lösenordlösenord mittlösenord hemligtlösenord hemligt
    superhemligt sommar sommaren vinter vintern höst hösten vår våren fotboll hockey sverige stockholm
    göteborg malmö örebro lekeberg oskarshamn västervik polisen polismyndigheten kommunen
    medborgarlöfte medborgarlöften faltlogg fältlogg fältloggfältlogg hejhejhej hejsan hejsanhejsan
    jagälskardig qwerty abcdefghijkl abcdefghijklmnop abcabcabcabc 1q2w3e4r5t 1q2w3e4r5t6y
    q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qwe123qwe zaq12wsxcde3 asdf1234asdf
    qwer1234qwer
"""
_TOP_LIST = frozenset(_WORDS.split())


def normalised(password: str) -> str:
    """The password as it is hashed: NFC, so that one keyboard's å is another's."""
    return unicodedata.normalize("NFC", password)


def fault(password: str) -> str | None:
    """What is wrong with a chosen password, in Swedish; None for a good one."""
    if len(password) < SHORTEST:
        return Said("Lösenordet behöver minst {0} tecken.", SHORTEST)
    if len(password) > LONGEST:
        return Said("Lösenordet får ha högst {0} tecken.", LONGEST)
    if _is_common(normalised(password).casefold()):
        return Said("Lösenordet är ett av dem som alla provar först. Välj ett annat.")
    return None


def _is_common(folded: str) -> bool:
    bare = "".join(char for char in folded if char.isalnum())
    word = bare.strip("0123456789")
    return len(set(bare)) <= 3 or bare in _TOP_LIST or word in _TOP_LIST or _is_a_run(bare)


def _is_a_run(text: str) -> bool:
    """1234567890123, abcdefghijkl and the like: each character one more than the one before."""
    steps = {(ord(after) - ord(before)) % 10 for before, after in pairwise(text)}
    return steps in ({1}, {9})
