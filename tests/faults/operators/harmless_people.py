"""Harmless sentences with names of people that are nobody of a case: streets, laws, reports, places, idioms."""

from __future__ import annotations

import random

from tests.faults.harmless_sentences import filled, one_of, sentence
from tests.faults.insertion import with_sentence
from tests.faults.material import Material
from tests.faults.operator_types import Harmless, Operators
from tests.faults.own_words import area_of, identity_of, team_of

OPERATORS = Operators()


sentence(
    OPERATORS,
    "street_named_after_a_person",
    "people",
    "a street with an office, without a number",
    filled(
        (
            "The office in {} was easy to reach.",
            "A new office in {} had opened in the spring.",
            "Reporting moved to {} during the works.",
        ),
        "Victoria Street|Albert Road|George Street|St John's Road|Nelson Square|Wellington Terrace|Charles Street|"
        "King Edward Road|Queen Anne's Gate|Elizabeth Way|St Mary's Lane|Jubilee Avenue",
    ),
)
sentence(
    OPERATORS,
    "organisation_named_after_a_person",
    "people",
    "an organisation",
    filled(
        ("First aid was taught by {}.", "Volunteers from {} helped on two evenings.", "Advice on debts came from {}."),
        "St John Ambulance|the Elizabeth Fry Trust|the Prince's Trust|the Howard League|the Barnardo's project|"
        "the Samaritans|the Joseph Rowntree Foundation|the Princess Royal Trust|the Salvation Army|Citizens Advice|"
        "the Lucy Faithfull Foundation|St Vincent's Hostel",
    ),
)
sentence(
    OPERATORS,
    "inquiry_named_after_a_person",
    "people",
    "a published inquiry or review",
    filled(
        ("This had been a finding of {} too.", "Lessons of {} had been passed on.", "{} had asked for the same."),
        "The Victoria Climbié Inquiry|The Corston Report|Lord Laming's report|The Bichard Inquiry|Lord Carter's review|"
        "The Macpherson Report|The Bradley Report|The Munro Review|The Mubarek Inquiry",
    ),
)
sentence(
    OPERATORS,
    "act_cited",
    "people",
    "a law",
    filled(
        ("This is required by the {}.", "Powers under the {} were known to staff.", "The {} had changed this."),
        "Offender Management Act 2007|Criminal Justice Act 2003|Children Act 1989|Mental Health Act 1983|"
        "Crime and Disorder Act 1998|Sexual Offences Act 2003|Data Protection Act 1998|Human Rights Act 1998",
    ),
)
sentence(
    OPERATORS,
    "report_cited",
    "names",
    "a published report",
    filled(
        (
            "We had said so in *{}*.",
            "The guidance in *{}* was known.",
            "Staff had read *{}* and could say what it asked of them.",
        ),
        "Getting It Right, and Keeping It Right|Every Child Matters|Working Together to Safeguard Children|"
        "Putting Risk of Harm in Context|Not Locked Up but Subject to Rules|Far From Home|Help at Hand",
    ),
)
sentence(
    OPERATORS,
    "place_that_sounds_like_a_person",
    "people",
    "a town",
    filled(
        (
            "A course was held in {} each autumn.",
            "Staff from {} came to the meetings.",
            "The move from {} had taken a year.",
        ),
        "Wakefield|Chester|Preston|Lincoln|Warwick|Carlisle|Barnsley|Melton Mowbray|Market Harborough|Bradford|"
        "Kendal|Nelson|Milton Keynes|Stafford|Warrington|Beverley",
    ),
)
sentence(
    OPERATORS,
    "prison_named",
    "names",
    "a prison",
    filled(
        ("Prisoners came from {} for the most part.", "Links with {} were good.", "Staff visited {} each month."),
        "HMP Winchester|HMP Albany|HMP Dartmoor|HMYOI Feltham|HMP Kirkham|HMP Dovegate|HMYOI Portland",
    ),
)
sentence(
    OPERATORS,
    "neighbouring_area_named",
    "names",
    "a neighbour that is meant",
    lambda material, rng: rng.choice(
        (
            "A protocol with the neighbouring area of {} had been agreed.",
            "Cases that were transferred to {} were handed over with care.",
            "The programme was shared with {} and three other areas.",
            "Managers had visited {} to see how it was done there.",
        )
    ).format(
        rng.choice(
            [each for each in ("Dorset", "Surrey", "Wiltshire", "Cumbria", "Devon") if each != area_of(material)]
        )
    ),
)
sentence(
    OPERATORS,
    "nationality_or_language",
    "people",
    "a language",
    filled(
        ("Leaflets in {} were at hand in every office.", "Interpreters for {} were booked in good time."),
        "Polish|Urdu|Punjabi|Welsh|Portuguese|Romanian|Kurdish|Bengali|Somali",
    ),
)
sentence(
    OPERATORS,
    "month_that_is_a_name",
    "people",
    "a month",
    one_of(
        "The new form had been in use since May.",
        "Two posts were to be filled in April and June.",
        "A review in March and another in August had found the same.",
        "By May the waiting list had gone.",
    ),
)
sentence(
    OPERATORS,
    "word_that_is_a_name",
    "people",
    "a word",
    one_of(
        "Hope was a word that staff used often.",
        "Grace was shown to those who came late for good reason.",
        "Will and patience were needed in equal measure.",
        "Mark schemes for reports were in use.",
        "There was faith in the new arrangements.",
        "The bill for this had doubled.",
        "Staff took joy in small steps.",
        "Frank discussion was welcomed.",
        "It would be a miracle, as one put it, if the date held.",
    ),
)
sentence(
    OPERATORS,
    "idiom_with_a_name",
    "people",
    "an idiom",
    one_of(
        "This was robbing Peter to pay Paul.",
        "The system was not a Jekyll and Hyde affair.",
        "It was Hobson's choice.",
        "The old forms had gone the way of Guy Fawkes.",
        "Nobody expected Rome to be built in a day.",
        "They were keeping up with the Joneses, as one manager put it.",
        "It was Murphy's law at work.",
    ),
)
sentence(
    OPERATORS,
    "test_or_scale_named_after_a_person",
    "people",
    "an instrument",
    filled(
        ("Assessors used the {} where it was called for.", "Staff had been trained in the {}."),
        "Likert scale|Maslow hierarchy|Gantt chart|Kirkpatrick model|Myers model|Rickter scale|Asperger guidance",
    ),
)


sentence(
    OPERATORS,
    "what_a_service_user_said",
    "people",
    "what somebody said, without a name",
    one_of(
        'One of them wrote: *"I would of gone back inside without them."*',
        'Another said: *"He don\'t judge me."*',
        'A woman told us: *"they was there when my mum werent."*',
        '*"It ain\'t easy but I done it,"* said one.',
    ),
)
sentence(
    OPERATORS,
    "case_spoken_of_without_a_name",
    "people",
    "nobody is named",
    one_of(
        "In the case of a man on licence, no plan had been made.",
        "The person in question had been seen weekly.",
        "A victim told us that she had been kept informed.",
        "One young person had no plan at all.",
        "In case A the plan was late; in case B there was none.",
        "Case managers knew their cases well.",
        "The prisoner had been moved twice.",
        "Staff said that I and we were used freely in reports.",
    ),
)
sentence(
    OPERATORS,
    "role_named_without_a_person",
    "people",
    "a role",
    one_of(
        "The Chief Officer had asked for a review.",
        "The Director of Operations chaired the group.",
        "The Head of Service met staff each quarter.",
        "Senior managers led the work, and the Chair of the Board supported it.",
        "The Lead Member for Children sat on the board.",
        "The Crown Court judge and the Recorder were content.",
    ),
)


@OPERATORS.innocent("people")
def somebody_of_the_team_named(material: Material, rng: random.Random) -> Harmless | None:
    """Somebody whom area.yaml names, in a text."""
    names = [*team_of(material), str(identity_of(material)["chief_inspector"])]
    name = rng.choice(names)
    made = with_sentence(material, rng, f"This part of the work was led by {name} throughout.", name)
    return Harmless(made.files, "area.yaml names the same person", name) if made else None
