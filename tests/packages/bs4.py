from bs4 import BeautifulSoup
html = "<html><head><title>T &amp; x</title></head><body><p class='a b' id=one>Hi <b>there</b><br/>you</p><p>two<a href='/x'>link</a></p><!-- c --><ul><li>1<li>2</ul></body></html>"
soup = BeautifulSoup(html, "html.parser")
print(soup.title.string, soup.p["class"], soup.find("a")["href"], [p.get_text() for p in soup.find_all("p")], soup.find(id="one").b.text)
print(soup.prettify())
print(soup.select("p.a > b"), soup.select_one("a[href^='/']").text, [t.name for t in soup.find_all(True)], soup.b.parent.name, soup.b.next_sibling)
soup.b.replace_with("now")
soup.p["id"] = "new"
print(soup.p, len(list(soup.descendants)))
