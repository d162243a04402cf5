# Cuts ways into edges the plain way, for scripts/bench/network: an independent count. Reads what osmium writes as OPL, nodes
# before ways, twice (name the file twice). Prints "nodes N", "way_nodes N", and for each class of highway "class ways edges".
# A way is cut at nodes that ways have twice or more, and ends where a node is not in the file; closed ways with area=yes are none.

FNR == 1 { pass++ }

/^n/ { if (pass == 1) known[substr($1, 2)] = 1; next }

/^w/ {
	class = ""; area = 0; count = 0
	for (f = 2; f <= NF; f++) {
		kind = substr($f, 1, 1)
		if (kind == "T") {
			tags = split(substr($f, 2), tag, ",")
			for (t = 1; t <= tags; t++) {
				if (substr(tag[t], 1, 8) == "highway=") class = substr(tag[t], 9)
				if (tag[t] == "area=yes") area = 1
			}
		} else if (kind == "N" && length($f) > 1) {
			count = split(substr($f, 2), ref, ",")
		}
	}
	# With locations a ref reads n1x106.7y21.9.
	for (i = 1; i <= count; i++) { sub(/x.*/, "", ref[i]); ref[i] = substr(ref[i], 2) }
	if (area && count > 2 && ref[1] == ref[count]) next
	from = 1
	pieces = 0
	while (from <= count) {
		pieceLength = 0
		while (from <= count && ref[from] in known) {
			if (pieceLength == 0 || piece[pieceLength] != ref[from]) piece[++pieceLength] = ref[from]
			from++
		}
		from++
		if (pieceLength < 2) continue
		pieces++
		if (pass == 1) {
			end[piece[1]] = 1
			end[piece[pieceLength]] = 1
			for (i = 1; i <= pieceLength; i++) uses[piece[i]]++
		} else {
			for (i = 2; i <= pieceLength; i++) if (uses[piece[i]] > 1 || piece[i] in end) edges[class]++
		}
	}
	if (pass == 2 && pieces > 0) ways[class]++
}

END {
	for (id in uses) {
		wayNodes++
		if (uses[id] > 1 || id in end) nodes++
	}
	print "nodes", nodes + 0
	print "way_nodes", wayNodes + 0
	for (class in ways) print class, ways[class], edges[class]
}
