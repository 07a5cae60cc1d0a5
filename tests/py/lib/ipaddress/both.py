# Addresses, networks and interfaces of both versions.
from ipaddress import *
for a in ('192.168.0.1', '8.8.8.8', '127.0.0.1', '0.0.0.0', '224.1.1.1', '::1', '2001:db8::ff00:42:8329', 'fe80::1%eth0', '::ffff:10.0.0.1', '::', '1:2:3:4:5:6:7:8', '2002:c000:204::', '1::'):
    x = ip_address(a)
    print(repr(x), int(x), x.exploded, x.compressed, x.packed, x.is_private, x.is_global, x.is_loopback, x.is_multicast, x.is_link_local, x.is_reserved, x.is_unspecified, '%' in a or x.reverse_pointer[:30], x.version, x + 1 if int(x) else '', hash(x) == hash(ip_address(a)))
n = ip_network('10.0.0.0/29')
print(n, n.num_addresses, [str(h) for h in n.hosts()], n.netmask, n.hostmask, n.broadcast_address, n[1], n[-1], list(n.subnets()), n.supernet(), ip_address('10.0.0.3') in n, n.overlaps(ip_network('10.0.0.4/30')), n.is_private, n.with_netmask, n.with_hostmask, list(n.subnets(new_prefix=31))[:2], n.supernet(new_prefix=8))
print(ip_network('10.0.0.5/24', strict=False), ip_network('10.0.0.0/255.255.255.0'), ip_network('10.0.0.0/0.0.0.255'), ip_network('2001:db8::/126'), ip_network('1.2.3.4'), ip_interface('10.0.0.5/24'), ip_interface('10.0.0.5/24').network, ip_interface('::1/64').ip, ip_network(b'\x01\x02\x03\x04'), ip_network(16909060), IPv4Network(('10.0.0.0', 8)))
print(list(summarize_address_range(ip_address('10.0.0.1'), ip_address('10.0.0.10'))), list(collapse_addresses([ip_network('10.0.0.0/25'), ip_network('10.0.0.128/25'), ip_network('10.0.0.1')])), sorted([ip_address('10.0.0.2'), ip_address('9.0.0.1')]), list(n.address_exclude(ip_network('10.0.0.2/31'))))
print(ip_address('::ffff:1.2.3.4').ipv4_mapped, ip_address('2002:c000:204::').sixtofour, f"{ip_address('1.2.3.4'):#x} {ip_address('1.2.3.4'):s} {ip_address('::1'):_x}", ip_network('10.0.0.0/30').subnet_of(n), n == ip_network('10.0.0.0/29'), ip_address('1.1.1.1') == 5)
for bad in ("ip_address('1.2.3')", "ip_address('256.1.1.1')", "ip_address('01.1.1.1')", "IPv4Address('1.2.3.4.5')", "IPv4Address('a.b.c.d')", "IPv4Address('')", "IPv4Address(-1)", "IPv4Address(2**32)", "IPv4Address(b'abc')", "IPv4Address('1.2.3.4/8')", "IPv6Address('1::2::3')", "IPv6Address(':1:2:3:4:5:6:7')", "IPv6Address('12345::')", "IPv6Address('g::')", "IPv6Address('1:2:3')", "IPv6Address('1:2:3:4:5:6:7:8:9')", "IPv6Address('::1.2.3')", "ip_network('10.0.0.1/24')", "ip_network('10.0.0.0/33')", "IPv4Network('10.0.0.0/x')", "IPv4Network('1.2.3.4/5/6')", "ip_address('1.1.1.1') < ip_address('::1')", "n[99]", "list(n.subnets(new_prefix=20))", "n.supernet(prefixlen_diff=40)", "ip_address(None)", "ip_address('1.1.1.1') + 'x'", "IPv4Address('1.1.1.1') - 2**31"):
    try:
        print(bad, eval(bad))
    except Exception as e:
        print(bad, type(e).__name__, e)
