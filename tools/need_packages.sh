#!/bin/sh
# Makes sure that Debian packages are there: installs them as root, or says how and stops.
missing=""
for p in "$@"; do dpkg -s "$p" >/dev/null 2>&1 || missing="$missing $p"; done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ]; then
    apt-get update -q >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q $missing >/dev/null && exit 0
fi
echo "please run: apt-get install$missing" >&2
exit 1
