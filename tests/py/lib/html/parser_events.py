# What HTMLParser calls for real-world HTML.
from html.parser import HTMLParser
class P(HTMLParser):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.events = []
    def handle_starttag(self, tag, attrs): self.events.append(('start', tag, attrs, self.getpos(), self.get_starttag_text()))
    def handle_endtag(self, tag): self.events.append(('end', tag))
    def handle_startendtag(self, tag, attrs): self.events.append(('both', tag, attrs))
    def handle_data(self, data): self.events.append(('data', data))
    def handle_comment(self, data): self.events.append(('comment', data))
    def handle_decl(self, data): self.events.append(('decl', data))
    def handle_pi(self, data): self.events.append(('pi', data))
    def unknown_decl(self, data): self.events.append(('unknown', data))
    def handle_charref(self, name): self.events.append(('charref', name))
    def handle_entityref(self, name): self.events.append(('entityref', name))
pages = ['<!DOCTYPE html><html lang="en"><body class=a id=\'b\' hidden>Hi &amp; <b>you</b><br/>&eacute;&#65;&#x42;</body></html>',
         '<p>one<p>two<!-- note --><?php x ?><script>if (a < b && c) { "</p>" }</script><style>a>b{}</style>',
         '<a href="x?a=1&copy=2&lt;">l</a><img src=a.png alt="a > b"/><input disabled value="">',
         '<title>a &lt; <b></title><textarea><i>&amp;</textarea>', 'text & more &nosuch; &amp <', '<!-- open', '<div', '</p >x</ bad><1>', '<UL>\n<LI>One\n<li a = b c="d"e>Two</UL>', '<!-->a<!--->b<!--c--!>d', '<a\nb\n=\nc>']
for page in pages:
    for kw in ({}, {'convert_charrefs': False}):
        p = P(**kw)
        p.feed(page)
        p.close()
        print(page[:30], kw, p.events)
p = P()
for letter in pages[0]: p.feed(letter)
p.close()
print([e[:2] for e in p.events if e[0] != 'data'], ''.join(e[1] for e in p.events if e[0] == 'data'))
p.reset()
print(p.rawdata == '', p.lasttag, p.getpos(), HTMLParser.CDATA_CONTENT_ELEMENTS)
