# Builds the jar when a source is newer than it. Sourced by the other scripts, in the root of the repository.
# shellcheck shell=sh

jar=server/target/borderwatch.jar

is_built() {
	[ -e "$jar" ] && [ -d server/target/lib ] || return 1
	newer=$(find pom.xml gis-data web server \( -name target -o -name node_modules -o -path '*/src/test' \) -prune \
		-o -newer "$jar" -type f -print -quit)
	[ -z "$newer" ]
}

# Two starts at once must not build into the same folder: the second waits for the first.
build() {
	is_built && return 0
	mkdir -p server/target
	exec 9>server/target/.build.lock
	! have flock || flock 9
	if ! is_built; then
		say 'building (the first time takes some minutes)'
		if ! mvn -B -q -ntp -Dstyle.color=never -Dmaven.test.skip=true -pl server -am package >server/target/build.log 2>&1; then
			grep ERROR server/target/build.log | head -n 40 >&2
			fail "the build failed; all that Maven said is in $PWD/server/target/build.log"
		fi
		# Maven leaves the jar alone when only its time would change.
		touch "$jar"
	fi
	exec 9>&-
}

# java_flags: what java runs with. A quarter of the memory, as the database has the rest.
java_flags() {
	megabytes=$(awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null || echo 4096)
	heap=$((megabytes / 4))
	[ "$heap" -ge 512 ] || heap=512
	[ "$heap" -le 8192 ] || heap=8192
	printf -- '-Xmx%dm -Djava.awt.headless=true -Dfile.encoding=UTF-8' "$heap"
}
