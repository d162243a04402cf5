/*
 * Edge betweenness by igraph, as the peer of scripts/bench/keysegments.
 *
 * Usage: edge_betweenness <GRAPH
 * GRAPH is text: the numbers of nodes and edges, then "from to cost" for each edge, both ways alike. Prints the seconds
 * that igraph took, reading not counted, then the load of each edge, each pair of nodes counted once.
 */
#include <igraph/igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
	struct timespec at;
	clock_gettime(CLOCK_MONOTONIC, &at);
	return (double) at.tv_sec + 1e-9 * (double) at.tv_nsec;
}

static void require(int holds, const char *what) {
	if (!holds) {
		fprintf(stderr, "edge_betweenness: %s\n", what);
		exit(2);
	}
}

int main(void) {
	int nodes, edges;
	igraph_vector_int_t ends;
	igraph_vector_t costs, loads;
	igraph_t graph;
	double began, took;

	require(scanf("%d %d", &nodes, &edges) == 2, "the numbers of nodes and edges are missing");
	igraph_vector_int_init(&ends, 2 * edges);
	igraph_vector_init(&costs, edges);
	for (int edge = 0; edge < edges; edge++) {
		int from, to;
		require(scanf("%d %d %lf", &from, &to, &VECTOR(costs)[edge]) == 3, "an edge is missing");
		VECTOR(ends)[2 * edge] = from;
		VECTOR(ends)[2 * edge + 1] = to;
	}
	igraph_create(&graph, &ends, nodes, IGRAPH_UNDIRECTED);
	igraph_vector_init(&loads, 0);

	began = now();
	igraph_edge_betweenness(&graph, &loads, IGRAPH_UNDIRECTED, &costs);
	took = now() - began;
	printf("%.6f\n", took);
	for (int edge = 0; edge < edges; edge++) {
		printf("%.17g\n", VECTOR(loads)[edge]);
	}
	return 0;
}
