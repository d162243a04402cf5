# What the scripts need of the machine: each thing is looked for first, so that a second call costs nothing.
# Sourced by the other scripts, which have set -eu and are in the root of the repository.
# shellcheck shell=sh

say() { printf '%s\n' "$*" >&2; }

fail() {
	say "borderwatch: $*"
	exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

have_jdk() {
	# A newer JDK builds and runs it as well; a JRE has no javac.
	have java && have javac
}

have_postgis() {
	for control in /usr/share/postgresql/*/extension/postgis.control; do
		version=${control#/usr/share/postgresql/}
		version=${version%%/*}
		[ -e "$control" ] && [ "$version" -ge 15 ] && [ -x "/usr/lib/postgresql/$version/bin/initdb" ] && return 0
	done
	return 1
}

have_fonts() { [ -d /usr/share/fonts/truetype/noto ]; }

# The Debian packages that are missing for: run (build and serve) or test (run, and what the tests drive).
missing_packages() {
	have_jdk || printf ' openjdk-17-jdk-headless'
	have mvn || printf ' maven'
	# With a database of somebody else's there is nothing to install for one here, unless tests make their own.
	if [ "$1" = test ] || [ -z "${BORDERWATCH_DATABASE_URL:-}" ]; then
		have_postgis || printf ' postgresql-15 postgresql-15-postgis-3'
	fi
	have setpriv || printf ' util-linux'
	[ "$1" = test ] || return 0
	have chromium || printf ' chromium'
	have node || printf ' nodejs'
	have ogrinfo || printf ' gdal-bin'
	have_fonts || printf ' fonts-noto-core'
}

is_root() { [ "$(id -u)" -eq 0 ]; }

as_root() {
	if is_root; then
		"$@"
	else
		sudo "$@"
	fi
}

# PostgreSQL's package would make a cluster of its own and leave it running; ours is private, so it must not.
forbid_default_cluster() {
	[ -e /etc/postgresql-common/createcluster.conf ] && return 0
	as_root mkdir -p /etc/postgresql-common
	printf 'create_main_cluster = false\n' | as_root tee /etc/postgresql-common/createcluster.conf >/dev/null
}

install_packages() {
	have apt-get || fail "missing here:$1 (names of Debian packages). Install them and call again."
	# Asked before the output goes to the log, where nobody would see the answer.
	is_root || have sudo || fail "missing here:$1. To install needs root and there is no sudo; as root: apt-get install$1"
	say "installing$1"
	case "$1" in *postgresql-*) forbid_default_cluster ;; esac
	log=$(mktemp)
	# shellcheck disable=SC2086 # the list is meant to be split
	if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y --no-install-recommends -o Dpkg::Options::=--force-confold $1; } >"$log" 2>&1; then
		tail -n 20 "$log" >&2
		fail "apt-get could not install$1; its whole output is in $log"
	fi
	rm -f "$log"
}

# A machine without a language, or with one that isn't installed, would have Java turn Vietnamese names of files and
# passwords into question marks.
speak_utf8() {
	[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8
}

# need run|test
need() {
	speak_utf8
	packages=$(missing_packages "$1")
	[ -z "$packages" ] || install_packages "$packages"
	packages=$(missing_packages "$1")
	[ -z "$packages" ] || fail "still missing after the installation:$packages"
}
