from packaging.markers import Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag, parse_tag
from packaging.utils import canonicalize_name, parse_wheel_filename
from packaging.version import InvalidVersion, Version
print(sorted(map(Version, ["1.0", "1.0a1", "1.0.post1", "1.0.dev1", "2!0.1", "1.0rc1+local"])), Version("1.2.3rc1").is_prerelease, Version("1.2").release)
r = Requirement('requests[security]>=2.8.1,==2.8.* ; python_version < "2.7"')
print(r, r.name, r.extras, r.specifier, r.marker, r.marker.evaluate({"python_version": "2.6"}))
print(list(SpecifierSet("~=1.4,!=1.4.5").filter(["1.4", "1.4.5", "1.5", "2.0"])), "1.0b1" in SpecifierSet(">=1.0b1"), canonicalize_name("Foo_Bar.baz"))
print(parse_wheel_filename("foo_bar-1.0-1-py3-none-any.whl"), sorted(map(str, parse_tag("py2.py3-none-any"))), Marker("os_name == 'posix' and extra == 'x'"))
for bad in (lambda: Version("1.x"), lambda: Requirement("name @@"), lambda: SpecifierSet("=>1")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
