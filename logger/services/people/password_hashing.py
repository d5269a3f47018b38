"""Hashing passwords with argon2id, and comparing in the same time whether or not there is an account."""

from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from logger.config import PasswordCost
from logger.domain.people.passwords import LONGEST, fault, normalised
from logger.domain.refusing.refusals import WeakPassword


class PasswordHashing:
    """argon2id at one cost; one for the whole app, so that the hash of nobody is made once."""

    def __init__(self, cost: PasswordCost) -> None:
        self._hasher = PasswordHasher(
            time_cost=cost.passes, memory_cost=cost.memory_kib, parallelism=cost.lanes
        )

    def hash(self, password: str) -> str:
        """The hash of a password just chosen; raises WeakPassword for one that is easy to guess."""
        self.require_good(password)
        return self._hasher.hash(normalised(password))

    def require_good(self, password: str) -> None:
        """Raise WeakPassword for one that is easy to guess; nothing is hashed."""
        wrong = fault(password)
        if wrong is not None:
            raise WeakPassword(wrong, fields={"password": wrong})

    def hash_of_code(self, code: str) -> str:
        """The hash of a code that was made by chance, which no rule for chosen passwords fits."""
        return self._hasher.hash(code)

    def matches(self, password: str, stored: str | None) -> bool:
        """Whether this is the password; without a stored hash as much work is done for nothing."""
        of_nobody = self._of_nobody  # whoever comes first, or making it would tell who is unknown
        try:
            self._hasher.verify(stored or of_nobody, normalised(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
        return stored is not None

    @cached_property
    def _of_nobody(self) -> str:
        return self._hasher.hash("the password of nobody at all")
