"""The page that tells how to propose something, with the partnership's own rules."""

from collections.abc import Mapping

from shared_vision.model.catalogue import message
from shared_vision.model.records import Rule
from shared_vision.model.site import Page
from shared_vision.render.book import Book
from shared_vision.render.engine import make_page
from shared_vision.render.here import Here
from shared_vision.render.offers import offers
from shared_vision.render.words import SECTION

_RULE: Mapping[Rule, str] = {
    Rule.CONSENT: message("It is accepted if no partner objects."),
    Rule.MAJORITY: message("It is accepted if more partners consent than object."),
    Rule.UNANIMITY: message("It is accepted if every partner consents."),
}


def propose_page(book: Book) -> Page:
    """How to propose a change: the steps, the rules, where to write."""
    say, rules = book.wording.say, book.document.vision.governance
    return make_page(
        Here(book=book, path="propose/index"),
        "propose",
        title=say("How to propose something"),
        description=say("The five steps from an idea to a change that everybody sees."),
        offers=offers(book),
        rules=rules,
        rule=say(_RULE[rules.rule]),
        protected=book.wording.listed([say(SECTION[kind]) for kind in rules.protects]),
        editable=bool(book.settings.edit_url),
        prefilled=bool(book.settings.new_files and book.settings.new_files.text),
    )
