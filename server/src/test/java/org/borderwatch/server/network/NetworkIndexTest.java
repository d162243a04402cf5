package org.borderwatch.server.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.borderwatch.data.network.NetworkEdge;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgisTest
class NetworkIndexTest {
  private static final Optional<Boolean> EITHER = Optional.empty();

  private final TestDatabase test;
  private final Database database;
  private NetworkIndex index;

  NetworkIndexTest(TestDatabase test) {
    this.test = test;
    this.database = test.database();
  }

  @BeforeEach
  void empty() throws SQLException {
    test.asOwner(
        "DELETE FROM borderwatch.network_edge; DELETE FROM borderwatch.network_node;"
            + " DELETE FROM borderwatch.network_feature");
    index = new NetworkIndex(database);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void whatIsStoredIsRead() throws SQLException {
    Random random = new Random(3);
    Copy copy = new Copy();
    store(false, receiver -> TestEdges.random(random, 100, 400, copy.and(receiver)));
    index.refresh();
    RoadNetwork read = index.network(EITHER);
    RoadNetwork made = copy.builder.build();
    assertThat(read.synthetic()).isFalse();
    assertThat(read.nodes()).isEqualTo(100);
    assertThat(read.edges()).isEqualTo(400);
    assertThat(read.parts()).isEqualTo(made.parts());
    for (int e = 0; e < read.edges(); e++) {
      assertThat(read.edgeOf(read.id(e))).contains(e);
      assertThat(describe(read, e)).isEqualTo(describe(made, e));
    }
    for (int v = 0; v < read.nodes(); v++) {
      assertThat(read.lon(v)).isEqualTo(made.lon(v));
      assertThat(read.lat(v)).isEqualTo(made.lat(v));
      assertThat(read.part(v)).isEqualTo(made.part(v));
    }
  }

  private static String describe(RoadNetwork network, int edge) {
    StringBuilder text = new StringBuilder();
    text.append(network.from(edge)).append(' ').append(network.to(edge)).append(' ');
    text.append(network.wayClass(edge)).append(network.name(edge)).append(network.ref(edge));
    text.append(network.surface(edge)).append(network.lengthMetres(edge));
    for (Weight weight : Weight.values()) {
      text.append(' ').append(network.cost(edge, weight, true));
      text.append(' ').append(network.cost(edge, weight, false));
    }
    for (int v = 0; v < network.vertices(edge); v++) {
      text.append(' ').append(network.vertexLon(edge, v)).append(' ');
      text.append(network.vertexLat(edge, v)).append(' ');
      text.append(network.vertexHeightMetres(edge, v));
    }
    return text.toString();
  }

  @Test
  void theRealNetworkComesFirstUnlessAskedOtherwise() throws SQLException {
    index.refresh();
    assertThat(index.network(EITHER).version()).isEmpty();
    store(true, receiver -> TestEdges.random(new Random(4), 10, 20, receiver));
    index.refresh();
    assertThat(index.network(EITHER).synthetic()).isTrue();
    assertThat(index.network(Optional.of(false)).edges()).isZero();
    store(false, receiver -> TestEdges.random(new Random(5), 10, 30, receiver));
    index.refresh();
    assertThat(index.network(EITHER).synthetic()).isFalse();
    assertThat(index.network(EITHER).edges()).isEqualTo(30);
    assertThat(index.network(Optional.of(true)).edges()).isEqualTo(20);
  }

  @Test
  void nothingIsReadAgainWhileNothingChangesAndAllOfItWhenItDoes() throws SQLException {
    store(false, receiver -> TestEdges.random(new Random(6), 10, 20, receiver));
    index.refresh();
    RoadNetwork first = index.network(EITHER);
    index.refresh();
    assertThat(index.network(EITHER)).isSameAs(first);
    test.asOwner("DELETE FROM borderwatch.network_edge WHERE id % 2 = 0");
    index.refresh();
    assertThat(index.network(EITHER).edges()).isEqualTo(10);
    assertThat(index.network(EITHER).version()).isNotEqualTo(first.version());
  }

  @Test
  void whoFollowsSeesAChangeByItself() throws Exception {
    index.start();
    store(false, receiver -> TestEdges.random(new Random(7), 10, 25, receiver));
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (index.network(EITHER).edges() != 25 && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(index.network(EITHER).edges()).isEqualTo(25);
  }

  private void store(boolean synthetic, NetworkRepository.Reading<RuntimeException> reading)
      throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      new NetworkRepository(connection).replace(synthetic, reading);
      connection.commit();
    }
  }

  /** Builds the same network in memory. */
  private static final class Copy {
    private final RoadNetwork.Builder builder = new RoadNetwork.Builder("v", false);
    private long id;

    NetworkReceiver and(NetworkReceiver other) {
      return new NetworkReceiver() {
        @Override
        public void node(NetworkNode node) {
          builder.node(node.lon(), node.lat());
          other.node(node);
        }

        @Override
        public void edge(NetworkEdge edge) {
          builder.edge(++id, edge);
          other.edge(edge);
        }

        @Override
        public void feature(NetworkFeature feature) {
          other.feature(feature);
        }
      };
    }
  }
}
