"""Word documents made for the tests, part by part."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive with these parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def docx(body: str, **parts: str | bytes) -> bytes:
    """Return a Word document with this body; `parts` are further ones of `word/`, linked by their names."""
    links = "".join(
        f'<Relationship Id="r{at}" Type="{KINDS}/{name}" Target="{name}.xml"/>'
        for at, name in enumerate(parts)
    )
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r" Type="{KINDS}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/document.xml": wrapped("document", f"<w:body>{body}<w:sectPr/></w:body>"),
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{LINKS}">{links}</Relationships>',
            **{f"word/{name}.xml": part for name, part in parts.items()},
        }
    )


def wrapped(root: str, inside: str) -> str:
    """Return a part with this root element."""
    return f'<w:{root} xmlns:w="{W}" xmlns:mc="{MC}">{inside}</w:{root}>'


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(text: str = "", *, style: str = "", properties: str = "", runs: str = "") -> str:
    """Return a paragraph."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{run(text) if text else ''}{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """Return a table of cells, each given as text or as the XML of its paragraphs."""
    cells = (
        "".join(f"<w:tc><w:tcPr/>{c if c.startswith('<') else paragraph(c)}</w:tc>" for c in row)
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


STYLES = wrapped(
    "styles",
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="C"><w:name w:val="caption"/></w:style>'
    '<w:style w:styleId="L"><w:name w:val="List Bullet"/><w:pPr><w:numPr/></w:pPr></w:style>'
    '<w:style w:styleId="Own"><w:name w:val="Our list"/><w:basedOn w:val="L"/></w:style>'
    '<w:style w:styleId="N"><w:name w:val="Numbered"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:styleId="V"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="S"><w:name w:val="Shown"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
)
