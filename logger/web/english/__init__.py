"""The pages' English, by the Swedish that stands in the source: a file for each room of the site."""

from importlib import import_module
from pkgutil import iter_modules

# A file that lies here is read: none is listed, so none can be forgotten.
ROOMS = tuple(import_module(f"{__name__}.{room.name}") for room in iter_modules(__path__))
ENGLISH: dict[str, str] = {swedish: english for room in ROOMS for swedish, english in room.WORDS.items()}
