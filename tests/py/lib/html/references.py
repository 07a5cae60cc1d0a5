# escape, unescape and the tables of named characters.
import html
import html.entities
from html.entities import codepoint2name, entitydefs, html5, name2codepoint

print(html.escape("<a href=\"x\">'&amp;</a>"), html.escape("<\"'>", False), html.escape("plain", quote=True))
print(len(html5), len(name2codepoint), len(codepoint2name), len(entitydefs), html.__all__, html.entities.__all__)
checksum = 0
for name in sorted(html5):
    for char in name + html5[name]:
        checksum = (checksum * 31 + ord(char)) % 1000000007
print(checksum, sum(name2codepoint.values()), sorted(codepoint2name.items())[:3], name2codepoint["lang"], entitydefs["AElig"])
print(all(html.unescape("&" + name) == html5[name] for name in html5))
for text in ("", "a", "&", "&;", "&#", "&#;", "&#x", "&#xg", "&amp", "&amp;", "&ampx", "&notit;", "&notin;", "&lt&gt",
             "&" + "a" * 40, "&amp;lt;", "&nosuch;", "&#00000000065;", "&\n", "& amp;", "&#x41;&#X42&#67x", "&eacute x",
             "&fjlig;", "&NotEqualTilde;", "&CounterClockwiseContourIntegral;", "&#1234567890123;"):
    print(ascii(text), ascii(html.unescape(text)))
points = [*range(0xA1), 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1FFFF,
          0x10FFFD, 0x10FFFF, 0x110000]
print(ascii([html.unescape(f"&#{point};&#x{point:x}") for point in points]))
for function in (html.escape, html.unescape):
    for value in (1, None, b"&"):
        try:
            print(function(value))
        except (TypeError, AttributeError) as e:
            print(type(e).__name__, e)
try:
    html.entities.other
except AttributeError as e:
    print(e)
