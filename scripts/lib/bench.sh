# What benchmarks of a running server share. Sourced after need.sh and build.sh, in the root of the repository.
# shellcheck shell=sh
# shellcheck disable=SC2154 # jar comes from build.sh

server=

# bench CLASS WORD...: runs a main class of the bench module, with the flags of the server.
bench() {
	class=$1
	shift
	# shellcheck disable=SC2046 # flags are meant to be split
	java $(java_flags) -cp "scripts/bench/target/classes:$(cat scripts/bench/target/classpath)" "org.borderwatch.bench.$class" "$@"
}

build_bench() {
	mvn -q -B -ntp -Dstyle.color=never -Dmaven.test.skip=true -pl scripts/bench -am \
		package dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
}

# fill DATA ROWS: a data folder with so many detections, unless it is there already.
fill() {
	[ ! -e "$1/bench.filled" ] || return 0
	mkdir -p "$1"
	chmod 711 "$1"
	say "loading $2 detections"
	bench heat.LoadDetections "$1" "$2"
	touch "$1/bench.filled"
}

# start_server DATA: starts it as scripts/run does, beside whatever holds the cluster; sets server, address, password.
start_server() {
	# The first start makes admin with it; it is kept for those that follow.
	[ -s "$1/bench.password" ] || (umask 077 && od -An -N15 -tx1 /dev/urandom | tr -d ' \n' >"$1/bench.password")
	password=$(cat "$1/bench.password")
	# shellcheck disable=SC2046 # flags are meant to be split
	BORDERWATCH_ADMIN_PASSWORD=$password \
		java $(java_flags) -jar "$jar" --data "$1" serve --no-demo --port 0 >"$1/serve.log" 2>&1 &
	server=$!
	address=
	until [ -n "$address" ]; do
		kill -0 "$server" 2>/dev/null || { cat "$1/serve.log" >&2; fail "the server did not start"; }
		sleep 0.05
		address=$(sed -n 's|.*Open http://localhost|http://127.0.0.1|p' "$1/serve.log" | tail -n 1)
	done
}

stop_server() {
	[ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || :; }
	server=
}
