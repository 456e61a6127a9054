"""Words in capitals that a reader of an inspection report knows, so that no list need explain them.

A framework adds the capitals of its own programme (``plain_capitals``). The words are those that
the style guide of GOV.UK and dictionaries of British English print without an expansion.
"""

from __future__ import annotations

# Sorted within each group.
PLAIN = frozenset(
    """
    AD AM BC BCE BST CE GMT PM
    EU GB UK UN US USA
    BBC CBI IBM ITV MI5 MI6 NATO NSPCC RAF RSPCA TUC UNESCO UNICEF YMCA YWCA
    BA BSc CBE DBE DPhil GCSE GCSEs HNC HND JP JPs KC LLB MA MBA MBE MEd MP MPs MSc OBE PhD QC QPM
    AIDS CCTV DIY DNA DVD DVDs GP GPs HIV ICT ID IQ IT LSD NHS PAYE PE PIN TB VAT
    CD CDs CEO CV CVs FAQ FAQs HQ HM HMP HMPs HMSO HMYOI HMYOIs ISBN ISO ISSN NB OK PC PCs PO PR PS RSVP SOS TV TVs
    CSV GPS HTML HTTP HTTPS JPEG MP3 PDF PDFs PNG SIM SMS URL URLs USB XML
    """.split()
)

# Words that somebody may put in capitals to stress them.
STRESSED = frozenset(
    """
    ALL ALWAYS AND ANY AS AT BE BOTH BUT BY DO EACH EVERY FOR HAD HAS IF IN IS LESS MORE MUST NEVER NO NONE NOT
    NOTE ON ONE ONLY OR OUR SHALL SHOULD SO THE THIS TO TODO TWO VERY WAS WE WERE WHO WHY WILL YES
    """.split()
)
