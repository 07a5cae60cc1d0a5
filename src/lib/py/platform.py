"""What the platform says of itself: the interpreter's names, and nothing of the host."""

import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def system():
    """The operating system that the library follows."""
    return "Linux"


def node():
    """The computer's name, which is not told."""
    return ""


def release():
    """The system's release, which is not told."""
    return ""


def version():
    """The system's version, which is not told."""
    return ""


def machine():
    """The kind of machine, which is not told."""
    return ""


def processor():
    """The processor, which is not told."""
    return ""


def uname():
    """All of these together."""
    return uname_result(system(), node(), release(), version(), machine(), processor())


def architecture(executable=sys.executable, bits="", linkage=""):
    """Bits and format of programs."""
    return bits or "64bit", linkage


def platform(aliased=False, terse=False):
    """System and interpreter in one text."""
    return "Linux"


def python_implementation():
    """The implementation whose behaviour the interpreter has."""
    return "CPython"


def python_version():
    """The version of the language as text."""
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    """The version of the language as three texts."""
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    """Where the interpreter's source comes from, which is not told."""
    return ""


python_revision = python_branch


def python_build():
    """Number and date of the build, which are not told."""
    return "", ""


def python_compiler():
    """The compiler, which is not told."""
    return ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    """The C library: there is none."""
    return lib, version


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    """Of another system: what was given."""
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    """Of another system: what was given."""
    return release, version, csd, ptype


def freedesktop_os_release():
    """There is no such file."""
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
