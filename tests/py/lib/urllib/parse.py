# Taking URLs apart, joining and quoting.
from urllib.parse import *
import urllib.parse, urllib.error
for url in ('http://user:pa:ss@Host.COM:8080/p/a/t;h?q=1&r=2#frag', 'mailto:x@y.z', '//net/path', 'path/only?x', 'http://[::1%eth0]:80/', 'HTTP://a', 'x:y', 'file:///etc/passwd', '', 'http://a:99999/', 'tel:+1;p=2', 'http://a?b?c#d#e', 'ht\ttp://a\n/b', '  http://x ', 'http:/only', '?q', '#f', 'svn+ssh://h/x', 'http://a/b;c/d;e'):
    p = urlparse(url)
    print(p, p.geturl(), urlsplit(url).geturl())
    for name in ('username', 'password', 'hostname', 'port'):
        try:
            print(name, repr(getattr(p, name)), end=' ')
        except ValueError as e:
            print(name, e, end=' ')
    print()
print(urlparse(b'http://h:1/p?q'), urlsplit(b'http://h').hostname, urlparse('http://h/p').encode(), urlsplit(b'x:/y').decode())
for link in ('g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', ';x', '', '.', './', '..', '../', '../g', '../../g', '../../../g', '/./g', '/../g', 'g.', '..g', './../g', 'g/../h', 'http:g', 'http://x/y/../z', 'mailto:a'):
    print(link, urljoin('http://a/b/c/d;p?q', link))
print(quote('a b/ü&~?'), quote('a/b', safe=''), quote_plus('a b+c'), unquote('%61%C3%BC%zz%'), unquote_plus('a+b%2B'), quote(b'\xff\x00'), unquote_to_bytes('%ff%41'), quote('ü', encoding='latin-1'), unquote('%FC', 'latin-1'), unquote('%ff'), unquote(b'%41'))
print(parse_qs('a=1&a=2&b=&c=x+y%20z'), parse_qsl('a=1&b=&c', keep_blank_values=True), parse_qs('a;b=1', separator=';'), parse_qs(b'a=%41'))
print(urlencode({'a': 1, 'b c': 'ü&'}), urlencode([('x', [1, 2])], doseq=True), urlencode({'k': (1, 'z')}), urlencode({'s': 'a b'}, quote_via=quote), urldefrag('http://a/b#c'), urldefrag('http://a/b').geturl())
print(urlunparse(('http', 'h', 'p', 'x', 'q', 'f')), urlunsplit(('', '', '//x', '', '')), urlparse('a', scheme='http'), urlsplit('x#y', allow_fragments=False), urlparse('http://a/b')._replace(path='/c').geturl())
for bad in (lambda: urlsplit('http://[::1'), lambda: urlsplit('http://[v1.x]a/'), lambda: urlsplit('http://[1.2.3'), lambda: urljoin('a', b'b'), lambda: parse_qs('a', strict_parsing=True), lambda: parse_qs('a=1&b=2', max_num_fields=1), lambda: urlencode(5), lambda: quote(5), lambda: quote_from_bytes('x'), lambda: urlencode(['a']), lambda: quote(b'x', encoding='u'), lambda: urlsplit('http://\u2100/')):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(urllib.error.URLError('why'), repr(urllib.error.HTTPError('u', 404, 'Not Found', {}, None)))
