"""What makes a PDF/UA-1 file a PDF/A-3a file as well (ISO 19005-3), so that archives take it with its data.

Both standards are met by one file: PDF/A asks for nothing that PDF/UA forbids.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

_PROFILE = "sRGB2014.icc"
"""The colours of screens (IEC 61966-2-1), as the International Color Consortium gives them away with WeasyPrint."""

_IDENTIFIED = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
 <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
   <pdfaProperty:name>part</pdfaProperty:name>
   <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
   <pdfaProperty:category>internal</pdfaProperty:category>
   <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property>
 </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
"""The claim (ISO 19005-3, 6.6.4), and what PDF/A does not know by itself: the property in which PDF/UA is claimed."""

_END = b"</rdf:RDF>"


class Rights(NamedTuple):
    """Whose copyright a report is, and the address or name of its licence; empty where nothing is said."""

    copyright: str = ""
    licence: str = ""


NOTHING_SAID = Rights()


def rights_of(said: Mapping[str, str]) -> Rights:
    """Return the rights that a page states in its head, of all that it states there by names of its own."""
    return Rights(said.get("dcterms.rights", ""), said.get("dcterms.license", ""))


def identifier_of(said: Mapping[str, str]) -> str:
    """Return what a page states in its head that it is of: of a draft, the name of the area's folder."""
    return said.get("dcterms.identifier", "")


def make_archival(pdf: Pdf, rights: Rights = NOTHING_SAID, identifier: str = "") -> None:
    """Say of a file that it is PDF/A-3a, and give it what that asks for: a meaning of its colours, a space to blend in.

    Whoever has the file alone, without the page that offers it, finds its rights in it as well. What it is of stands
    there too, since viewers keep that when somebody writes comments into the file and saves it.

    Its files must be attached with a relationship and a media type (``attachments``), and its tree of tags be whole.
    """
    profile = Stream(pdf, _colours(), N=3, Alternate=Name.DeviceRGB)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String(_PROFILE),
        DestOutputProfile=pdf.make_indirect(profile),
    )
    pdf.Root.OutputIntents = Array([intent])
    blending = pdf.make_indirect(Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB))
    for thing in pdf.objects:  # 6.2.8: no viewer is to make up what lies between the dots of a picture
        if isinstance(thing, Stream) and thing.get("/Subtype") == Name.Image and "/Interpolate" in thing:
            del thing["/Interpolate"]
    for page in pdf.pages:  # 6.2.10: where anything may be transparent, the page says in which colours it is blended
        page.obj.Group = blending
    facts = pdf.Root.Metadata.read_bytes()
    assert facts.count(_END) == 1, "WeasyPrint writes one description of the document"
    said = f"{_IDENTIFIED.strip()}\n{_rights(rights)}{_identified(identifier)}"
    pdf.Root.Metadata.write(facts.replace(_END, said.encode() + _END))


def _rights(rights: Rights) -> str:
    """Rights as XMP (ISO 16684-1, 8.3 and 8.5): the words, and the address of the licence if it is one."""
    if not any(rights):
        return ""
    words = ". ".join(each for each in (rights.copyright, rights.licence) if each)
    is_address = rights.licence.startswith(("https://", "http://"))
    statement = f"\n <xmpRights:WebStatement>{escape(rights.licence)}</xmpRights:WebStatement>" if is_address else ""
    return f"""<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{escape(words)}</rdf:li></rdf:Alt></dc:rights>
 <xmpRights:Marked>True</xmpRights:Marked>{statement}
</rdf:Description>
"""


def _identified(identifier: str) -> str:
    """An identifier as XMP (ISO 16684-1, 8.3), which PDF/A knows by itself."""
    if not identifier:
        return ""
    return f"""<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <dc:identifier>{escape(identifier)}</dc:identifier>
</rdf:Description>
"""


@cache
def _colours() -> bytes:
    return files("weasyprint").joinpath("pdf", _PROFILE).read_bytes()
