"""The fixed parts of an OpenDocument spreadsheet (ODF 1.3)."""

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NS = " ".join(
    [
        *(
            f'xmlns:{short}="{_URN}:{name}:1.0"'
            for short, name in (
                ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
                ("number", "datastyle"), ("meta", "meta"), ("config", "config"),
                ("fo", "xsl-fo-compatible"),
            )
        ),
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'office:version="1.3"',
    ]
)  # fmt: skip

MANIFEST = f"""{_XML}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" \
manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" \
manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="settings.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""

META = f"""{_XML}<office:document-meta {_NS}><office:meta>
<meta:generator>Schakel</meta:generator><dc:title>{{titel}}</dc:title>
<meta:initial-creator>{{door}}</meta:initial-creator>
<meta:creation-date>{{gemaakt}}</meta:creation-date><dc:language>nl-NL</dc:language>
</office:meta></office:document-meta>"""

STYLES = f"""{_XML}<office:document-styles {_NS}><office:styles>
<style:default-style style:family="table-cell"><style:text-properties fo:language="nl" \
fo:country="NL"/></style:default-style>
<style:style style:name="Default" style:family="table-cell"/>
</office:styles></office:document-styles>"""

SETTINGS = f"""{_XML}<office:document-settings {_NS}><office:settings>
<config:config-item-set config:name="ooo:view-settings">
<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>
<config:config-item-map-named config:name="Tables">
<config:config-item-map-entry config:name="{{blad}}">
<config:config-item config:name="VerticalSplitMode" config:type="short">2</config:config-item>
<config:config-item config:name="VerticalSplitPosition" config:type="int">1</config:config-item>
<config:config-item config:name="ActiveSplitRange" config:type="short">2</config:config-item>
<config:config-item config:name="PositionBottom" config:type="int">1</config:config-item>
</config:config-item-map-entry></config:config-item-map-named>
</config:config-item-map-entry></config:config-item-map-indexed>
</config:config-item-set></office:settings></office:document-settings>"""
"""The heading stays in sight while one scrolls."""

CONTENT = f"""{_XML}<office:document-content {_NS}><office:automatic-styles>
<number:date-style style:name="n-dag"><number:day number:style="long"/><number:text>-</number:text>\
<number:month number:style="long"/><number:text>-</number:text>\
<number:year number:style="long"/></number:date-style>
<number:date-style style:name="n-moment"><number:day number:style="long"/>\
<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text>\
<number:year number:style="long"/><number:text> </number:text><number:hours number:style="long"/>\
<number:text>:</number:text><number:minutes number:style="long"/></number:date-style>
<style:style style:name="vet" style:family="table-cell" style:parent-style-name="Default">\
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="dag" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="n-dag"/>
<style:style style:name="moment" style:family="table-cell" style:parent-style-name="Default" \
style:data-style-name="n-moment"/>
"""
KOLOMSTIJL = (
    '<style:style style:name="k{naam}" style:family="table-column">'
    '<style:table-column-properties style:column-width="{breedte}mm"/></style:style>\n'
)
EINDE = "</office:spreadsheet></office:body></office:document-content>"
