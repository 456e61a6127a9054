"""American spellings and the British ones, as data: the pairs that the usual style guides list.

House style writes -ise, as GOV.UK and the inspectorates do (Oxford's -ize is British as well). Left out are words that
are spelt alike on both sides (advertise, size, honorary, vigorous), those that are American in one sense alone (check,
meter, story, tire), and those of which British writers use both (acknowledgment, focussed, inflection, judgment).
License, practise, program and rigor depend on the words beside them: see american_spelling.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

# Verbs in -ize, without the ending.
_IZE_STEMS = frozenset(
    """
    acclimat actual agon alphabet amort anonym antagon apolog atom author automat brutal bureaucrat capital categor
    cauter central character civil collectiv colon commercial compartmental computer conceptual contextual criminal
    critic crystall custom decentral decolon decriminal dehuman demobil democrat demon demoral depersonal deput
    deradical desensit destabil digit digital disorgan dramat econom emphas empath energ epitom equal eulog external
    familiar fantas fertil final formal fossil galvan general global harmon hospital human hypnot hypothes ideal idol
    immobil immun incentiv individual industrial initial institutional internal international item jeopard legal
    legitim liberal local magnet marginal material maxim mechan medical memor mesmer minim mobil modern monet monopol
    moral motor national natural neutral normal operational optim organ ostrac oxid pasteur patron penal personal
    philosoph plagiar polar politic popular pressur priorit privat problemat professional public pulver radical random
    rational real recategor recogn regional regular reorgan repriorit revital revolution ritual romantic routin sanit
    scandal scrutin secular sensational sensit serial sexual social solemn special stabil standard steril stigmat subsid
    summar symbol sympath synchron synthes systemat tantal terror theor total traumat trivial unauthor underutil union
    universal unrecogn urban util vandal verbal victim visual vocal weapon western woman
    """.split()
)

# Verbs in -yze, without the ending.
_YZE_STEMS = frozenset("anal catal dial electrol hydrol paral psychoanal reanal".split())

# Words in -or that are -our in Britain, with the endings that they take. (Humorous, vigorous, honorary are alike.)
_OR = {
    "ardor": "",
    "armor": "ed y ies",
    "behavior": "s al ally ist ists",
    "candor": "",
    "clamor": "ed ing",
    "color": "s ed ing ful less",
    "demeanor": "",
    "discolor": "ed ing",
    "dishonor": "ed ing able",
    "endeavor": "s ed ing",
    "favor": "s ed ing able ably ite ites itism",
    "fervor": "",
    "flavor": "s ed ing",
    "harbor": "s ed ing",
    "honor": "s ed ing able ably",
    "humor": "ed less",
    "labor": "s ed ing er ers",
    "misbehavior": "s",
    "misdemeanor": "s",
    "neighbor": "s ed ing ly hood hoods",
    "odor": "s less",
    "parlor": "s",
    "rancor": "",
    "rumor": "s ed",
    "savior": "s",
    "savor": "s ed ing y",
    "splendor": "s",
    "tumor": "s",
    "unfavor": "able ably",
    "valor": "",
    "vapor": "s",
    "vigor": "",
}

# Words in -er that are -re in Britain, with the endings that they take.
_ER = {
    "caliber": "s",
    "center": "s ed",
    "centimeter": "s",
    "fiber": "s",
    "kilometer": "s",
    "liter": "s",
    "luster": "",
    "meager": "",
    "millimeter": "s",
    "saber": "s",
    "somber": "",
    "specter": "s",
    "theater": "s",
}

# Verbs whose final l is doubled in Britain, with the endings before which it is.
_SINGLE_L = {
    "bevel": "ed",
    "cancel": "ed ing",
    "channel": "ed ing",
    "counsel": "ed ing or ors",
    "dial": "ed ing",
    "duel": "ed ing",
    "equal": "ed ing",
    "fuel": "ed ing",
    "funnel": "ed ing",
    "initial": "ed ing",
    "jewel": "ed er ers",
    "label": "ed ing",
    "level": "ed ing",
    "libel": "ed ing ous",
    "marshal": "ed ing",
    "marvel": "ed ing ous ously",
    "mislabel": "ed ing",
    "model": "ed ing er ers",
    "panel": "ed ing",
    "pedal": "ed ing",
    "pencil": "ed ing",
    "quarrel": "ed ing",
    "relabel": "ed ing",
    "remodel": "ed ing",
    "rival": "ed ing",
    "shovel": "ed ing",
    "signal": "ed ing",
    "spiral": "ed ing",
    "total": "ed ing",
    "travel": "ed ing er ers",
    "tunnel": "ed ing",
    "unravel": "ed ing",
}

# All others.
_PAIRS = """
    aging ageing, aluminum aluminium, anemia anaemia, anemic anaemic, anesthesia anaesthesia, anesthetic anaesthetic,
    anesthetics anaesthetics, appall appal, appalls appals, artifact artefact, artifacts artefacts,
    burglarized burgled, catalog catalogue, cataloged catalogued,
    cataloging cataloguing, catalogs catalogues, centering centring, cesarean caesarean, cozy cosy, defense defence,
    defenseless defenceless, defenses defences, dialog dialogue, dialogs dialogues, diarrhea diarrhoea,
    disheveled dishevelled, distill distil, distills distils, enroll enrol, enrollment enrolment,
    enrollments enrolments, enrolls enrols, enthrall enthral, enthralls enthrals, esophagus oesophagus,
    estrogen oestrogen, fulfill fulfil, fulfillment fulfilment, fulfills fulfils, glamor glamour, gray grey,
    gynecological gynaecological, gynecologist gynaecologist, gynecology gynaecology, hemorrhage haemorrhage,
    hemorrhaged haemorrhaged, hemorrhages haemorrhages, installment instalment, installments instalments,
    instill instil, instills instils, jewelry jewellery, lackluster lacklustre, leukemia leukaemia, licenced licensed,
    licencing licensing, maneuver manoeuvre, maneuvered manoeuvred, maneuvering manoeuvring, maneuvers manoeuvres,
    mold mould, molds moulds, moldy mouldy, mom mum, moms mums, monolog monologue, mustache moustache, offense offence,
    offenses offences, orthopedic orthopaedic, orthopedics orthopaedics, pajamas pyjamas, pediatric paediatric,
    pediatrician paediatrician, pediatricians paediatricians, pedophile paedophile, pedophiles paedophiles,
    pedophilia paedophilia, plow plough, plowed ploughed, plowing ploughing, practiced practised,
    practicing practising, pretense pretence, pretenses pretences, skeptic sceptic, skeptical sceptical,
    skepticism scepticism, skeptics sceptics, skillful skilful, skillfully skilfully, smolder smoulder,
    smoldering smouldering, sulfur sulphur, tranquilizer tranquilliser, tranquilizers tranquillisers,
    unskillful unskilful, willful wilful, willfully wilfully, willfulness wilfulness, woolen woollen,
    worshiped worshipped, worshiper worshipper, worshipers worshippers, worshiping worshipping
    """


@cache
def american_spellings() -> dict[str, str]:
    """Return the British spelling of each American one, in small letters; for words in -ize see ``with_s``."""
    return dict(_with_endings()) | dict(pair.split() for pair in _PAIRS.split(","))


def with_s(word: str) -> str | None:
    """Return a word in -ize or -yze, in small letters, as it is spelt with an s; None for any other (size, prized)."""
    match = _in_z().fullmatch(word)
    if match is None or match["stem"] not in (_IZE_STEMS if match["vowel"] == "i" else _YZE_STEMS):
        return None
    return f"{match['stem']}{match['vowel']}s{match['ending']}"


def _with_endings() -> Iterator[tuple[str, str]]:
    for words, british in ((_OR, _our), (_ER, _re), (_SINGLE_L, _double_l)):
        for word, endings in words.items():
            if words is not _SINGLE_L:
                yield word, british(word, "")
            yield from ((word + ending, british(word, ending)) for ending in endings.split())


def _our(word: str, ending: str) -> str:
    return f"{word[:-1]}ur{ending}"


def _re(word: str, ending: str) -> str:
    return f"{word[:-2]}re{ending.removeprefix('e')}"


def _double_l(word: str, ending: str) -> str:
    return f"{word}l{ending}"


@cache
def _in_z() -> re.Pattern[str]:
    return re.compile(r"(?P<stem>[a-z]+)(?P<vowel>[iy])z(?P<ending>e|es|ed|ing|able|ers?|ations?|ational(?:ly)?)")
