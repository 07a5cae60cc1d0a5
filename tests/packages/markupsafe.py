import markupsafe
from markupsafe import Markup, escape
print(escape("<b> & 'q' \"z\""), Markup("<em>%s</em>") % "<x>", Markup("a").join(["<", ">"]), Markup("&lt;b&gt;").unescape(), Markup("<p>hi <b>there</b></p>").striptags())
print(repr(Markup("x") + "<"), Markup("{0} {n}").format("<", n="&"), escape(None), escape(5), markupsafe.escape_silent(None), Markup("<a>").upper(), Markup("a,b").split(","))
class H:
    def __html__(self): return "<h/>"
print(escape(H()), Markup(H()), Markup("%s %r") % (H(), "'"), type(Markup("a") * 2).__name__, Markup.escape("<"))
