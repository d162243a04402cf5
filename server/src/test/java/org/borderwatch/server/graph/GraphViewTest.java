package org.borderwatch.server.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.junit.jupiter.api.Test;

class GraphViewTest {
  private final TestGraph parts = TestGraph.twoWay(6, 0, 1, 2, 0, 1, 3, 2, 3, 1, 3, 3, 1);

  @Test
  void itSaysWhatTheGraphSays() {
    GraphView view = new GraphView(parts.graph);
    assertThat(view.vertexSet()).hasSize(6).contains(0, 5).doesNotContain(6);
    assertThat(view.edgeSet()).hasSize(8);
    assertThat(view.getAllEdges(0, 1)).hasSize(2);
    assertThat(view.getEdge(0, 2)).isNull();
    for (int arc : view.edgeSet()) {
      assertThat(view.outgoingEdgesOf(view.getEdgeSource(arc))).contains(arc);
      assertThat(view.incomingEdgesOf(view.getEdgeTarget(arc))).contains(arc);
      assertThat(view.getEdgeWeight(arc)).isEqualTo(parts.graph.cost(arc));
    }
    // A loop both ways is two arcs that leave and two that arrive.
    assertThat(view.degreeOf(3)).isEqualTo(6);
    assertThat(view.edgesOf(3)).hasSize(4);
  }

  @Test
  void connectedPartsAreFound() {
    assertThat(new ConnectivityInspector<>(new GraphView(parts.graph)).connectedSets())
        .containsExactlyInAnyOrder(Set.of(0, 1), Set.of(2, 3), Set.of(4), Set.of(5));
  }

  @Test
  void itCannotBeChanged() {
    GraphView view = new GraphView(parts.graph);
    assertThat(view.getType().isModifiable()).isFalse();
    assertThatThrownBy(() -> view.addVertex(7)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> view.setEdgeWeight(0, 1))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
