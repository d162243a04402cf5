package org.borderwatch.server.graph;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A graph in sparse rows as JGraphT's interface has it, for its algorithms: vertices are the
 * numbers of nodes, edges those of arcs, so that an edge that may be used both ways is two. It
 * can't be changed. Thread-safe; every number that it hands out is an object, so it is for what
 * isn't done often.
 */
public final class GraphView extends AbstractGraph<Integer, Integer> {
  private final WeightedGraph graph;
  private final ArrivingArcs arriving;
  private final int[] tail;
  private final Numbers vertices;
  private final Numbers arcs;

  public GraphView(WeightedGraph graph) {
    this.graph = graph;
    this.arriving = new ArrivingArcs(graph);
    this.tail = new int[graph.arcs()];
    for (int v = 0; v < graph.nodes(); v++) {
      for (int a = graph.firstArc(v); a < graph.firstArc(v + 1); a++) {
        tail[a] = v;
      }
    }
    this.vertices = new Numbers(graph.nodes());
    this.arcs = new Numbers(graph.arcs());
  }

  /** 0 to before {@code count}. */
  private static final class Numbers extends AbstractSet<Integer> {
    private final int count;

    Numbers(int count) {
      this.count = count;
    }

    @Override
    public int size() {
      return count;
    }

    @Override
    public boolean contains(@Nullable Object object) {
      return object instanceof Integer number && number >= 0 && number < count;
    }

    @Override
    public Iterator<Integer> iterator() {
      PrimitiveIterator.OfInt numbers = IntStream.range(0, count).iterator();
      return numbers;
    }
  }

  @Override
  public Set<Integer> vertexSet() {
    return vertices;
  }

  @Override
  public Set<Integer> edgeSet() {
    return arcs;
  }

  @Override
  public boolean containsVertex(Integer vertex) {
    return vertices.contains(vertex);
  }

  @Override
  public boolean containsEdge(Integer arc) {
    return arcs.contains(arc);
  }

  @Override
  public Integer getEdgeSource(Integer arc) {
    return tail[arc];
  }

  @Override
  public Integer getEdgeTarget(Integer arc) {
    return graph.head(arc);
  }

  @Override
  public double getEdgeWeight(Integer arc) {
    return graph.cost(arc);
  }

  @Override
  public GraphType getType() {
    return new DefaultGraphType.Builder()
        .directed()
        .weighted(true)
        .allowMultipleEdges(true)
        .allowSelfLoops(true)
        .modifiable(false)
        .build();
  }

  @Override
  public Set<Integer> outgoingEdgesOf(Integer vertex) {
    Set<Integer> leaving = new LinkedHashSet<>();
    for (int a = graph.firstArc(vertex); a < graph.firstArc(vertex + 1); a++) {
      leaving.add(a);
    }
    return leaving;
  }

  @Override
  public Set<Integer> incomingEdgesOf(Integer vertex) {
    Set<Integer> coming = new LinkedHashSet<>();
    for (int place = arriving.first(vertex); place < arriving.first(vertex + 1); place++) {
      coming.add(arriving.arc(place));
    }
    return coming;
  }

  @Override
  public Set<Integer> edgesOf(Integer vertex) {
    Set<Integer> all = outgoingEdgesOf(vertex);
    all.addAll(incomingEdgesOf(vertex));
    return all;
  }

  @Override
  public int outDegreeOf(Integer vertex) {
    return graph.firstArc(vertex + 1) - graph.firstArc(vertex);
  }

  @Override
  public int inDegreeOf(Integer vertex) {
    return arriving.first(vertex + 1) - arriving.first(vertex);
  }

  @Override
  public int degreeOf(Integer vertex) {
    return inDegreeOf(vertex) + outDegreeOf(vertex);
  }

  @Override
  public Set<Integer> getAllEdges(Integer source, Integer target) {
    Set<Integer> between = outgoingEdgesOf(source);
    between.removeIf(arc -> graph.head(arc) != target);
    return between;
  }

  @Override
  public @Nullable Integer getEdge(Integer source, Integer target) {
    return getAllEdges(source, target).stream().findFirst().orElse(null);
  }

  @Override
  public @Nullable Supplier<Integer> getVertexSupplier() {
    return null;
  }

  @Override
  public @Nullable Supplier<Integer> getEdgeSupplier() {
    return null;
  }

  @Override
  public Integer addEdge(Integer source, Integer target) {
    throw unchangeable();
  }

  @Override
  public boolean addEdge(Integer source, Integer target, Integer arc) {
    throw unchangeable();
  }

  @Override
  public Integer addVertex() {
    throw unchangeable();
  }

  @Override
  public boolean addVertex(Integer vertex) {
    throw unchangeable();
  }

  @Override
  public Integer removeEdge(Integer source, Integer target) {
    throw unchangeable();
  }

  @Override
  public boolean removeEdge(Integer arc) {
    throw unchangeable();
  }

  @Override
  public boolean removeVertex(Integer vertex) {
    throw unchangeable();
  }

  @Override
  public void setEdgeWeight(Integer arc, double weight) {
    throw unchangeable();
  }

  private static UnsupportedOperationException unchangeable() {
    return new UnsupportedOperationException("a network is changed where it is stored");
  }
}
