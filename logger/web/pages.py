"""Every door of the site, room by room."""

from logger.web import accounts, codes, desk, health, languages, passwords, signing_in, well_known
from logger.web.activities import (
    activity_doors,
    activity_files,
    bulk_pages,
    corrections,
    held,
    old_book_pages,
    phone_list,
    twin_pages,
)
from logger.web.board import district
from logger.web.board import overview as overview_door
from logger.web.followup import follow_up_deeds, follow_ups
from logger.web.letters import letter_pages
from logger.web.papers import desk_doors, public_doors
from logger.web.phone import phone
from logger.web.places import place_pages, proposal_pages, signs
from logger.web.plan import calendars, plan_deeds, plans, term_pages
from logger.web.pledges import commitment_editor, new_pledges, pledge_drafts
from logger.web.pledges import pledges as pledge_doors
from logger.web.public import open_data, public
from logger.web.settings import people_deeds, people_pages, word_pages

PAGES = (
    *(phone, desk, district, overview_door),
    *(activity_doors, activity_files, bulk_pages, twin_pages, old_book_pages, corrections, held, phone_list),
    *(place_pages, proposal_pages, signs, letter_pages),
    *(people_pages, people_deeds, word_pages),
    *(pledge_doors, new_pledges, pledge_drafts, commitment_editor),
    *(follow_ups, follow_up_deeds, plans, plan_deeds, calendars, term_pages),
    *(desk_doors, public_doors),
    *(public, open_data, signing_in, codes, passwords, accounts, languages, well_known, health),
)
