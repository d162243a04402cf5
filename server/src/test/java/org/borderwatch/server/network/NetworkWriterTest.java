package org.borderwatch.server.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.borderwatch.data.network.NetworkFeature;
import org.borderwatch.data.network.NetworkNode;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.testing.PostgisTest;
import org.borderwatch.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgisTest
class NetworkWriterTest {
  private final TestDatabase test;
  private final Database database;

  NetworkWriterTest(TestDatabase test) {
    this.test = test;
    this.database = test.database();
  }

  @BeforeEach
  void empty() throws SQLException {
    test.asOwner(
        "DELETE FROM borderwatch.network_edge; DELETE FROM borderwatch.network_node;"
            + " DELETE FROM borderwatch.network_feature");
  }

  @Test
  void whatIsWrittenStandsThere() throws SQLException {
    StoredNetwork stored = replace(false, NetworkWriterTest::small);
    assertThat(stored).isEqualTo(new StoredNetwork(5, 3, 2, 2, 3));
    assertThat(
            text(
                "SELECT string_agg(concat_ws(' ', e.class, e.name, e.ref, e.surface, e.length_m,"
                    + " e.walk_s, e.walk_back_s, e.drive_s, coalesce(e.drive_back_s::text, '-'),"
                    + " e.ascent_m, e.descent_m, e.heights_m::text, f.part, ST_AsText(e.geom)), ';"
                    + " ' ORDER BY e.id) FROM network_edge AS e JOIN network_node AS f ON f.id ="
                    + " e.from_node WHERE NOT e.synthetic"))
        .isEqualTo(
            "primary Đường 4B QL.4B asphalt 1000 700 710 60 - 10 10 {100,110,100} 0"
                + " LINESTRING(106.7 21.9,106.7000001 21.95,106.8 21.9);"
                + " path 10000 10000 10000 - 0 LINESTRING(106.8 21.9,106.9 21.9);"
                + " path 5000 5000 5000 - 1 LINESTRING(107 22,107.05 22)");
    assertThat(
            text(
                "SELECT string_agg(concat_ws(' ', part, height_m, barrier, ST_AsText(geom)), '; '"
                    + " ORDER BY id) FROM network_node"))
        .isEqualTo(
            "0 12.5 gate POINT(106.7 21.9); 0 POINT(106.8 21.9); 0 POINT(106.9 21.9);"
                + " 1 POINT(107 22); 1 POINT(107.05 22)");
    assertThat(
            text(
                "SELECT string_agg(concat_ws(' ', kind, type, name, source_ref, ST_AsText(geom)),"
                    + " '; ' ORDER BY id) FROM network_feature"))
        .isEqualTo(
            "settlement village Bản Tài node/7 POINT(106.71 21.91);"
                + " river stream way/8 LINESTRING(106.7 21.9,106.8 22)");
  }

  @Test
  void anotherNetworkTakesTheOldOnesPlaceAndLeavesTheOtherKind() throws SQLException {
    replace(false, NetworkWriterTest::small);
    replace(true, NetworkWriterTest::small);
    String first = text("SELECT min(id) FROM network_edge");
    StoredNetwork stored =
        replace(false, receiver -> TestEdges.random(new Random(1), 200, 5_000, receiver));
    assertThat(stored.edges()).isEqualTo(5_000);
    assertThat(text("SELECT count(*) FROM network_edge WHERE NOT synthetic")).isEqualTo("5000");
    assertThat(text("SELECT count(*) FROM network_edge WHERE synthetic")).isEqualTo("3");
    assertThat(text("SELECT count(*) FROM network_feature WHERE NOT synthetic")).isEqualTo("0");
    assertThat(text("SELECT min(id) > " + first + " FROM network_edge")).isEqualTo("t");
    assertThat(
            text(
                "SELECT count(*) FROM network_edge AS e LEFT JOIN network_node AS f ON f.id ="
                    + " e.from_node AND f.synthetic = e.synthetic LEFT JOIN network_node AS t ON"
                    + " t.id = e.to_node AND t.synthetic = e.synthetic WHERE f IS NULL OR t IS NULL"
                    + " OR f.part <> t.part"))
        .isEqualTo("0");
  }

  @Test
  void aReaderThatFailsLeavesTheOldNetwork() throws SQLException {
    replace(false, NetworkWriterTest::small);
    assertThatThrownBy(
            () ->
                replace(
                    false,
                    receiver -> {
                      TestEdges.random(new Random(2), 50, 20_000, receiver);
                      throw new IllegalStateException("the file ends in the middle");
                    }))
        .hasMessage("the file ends in the middle");
    assertThat(text("SELECT count(*) FROM network_edge")).isEqualTo("3");
  }

  @Test
  void whatTheDatabaseRefusesComesOut() {
    assertThatThrownBy(
            () ->
                replace(
                    false,
                    receiver -> {
                      receiver.node(new NetworkNode(0, 106.7, 21.9, Float.NaN, null));
                      receiver.edge(TestEdges.trail(0, 0, 106.7, 21.9, 106.7, 21.9));
                    }))
        .isInstanceOf(NetworkWriter.WriteException.class)
        .hasMessageContaining("network_edge_length_m_check");
    assertThatThrownBy(
            () -> replace(false, receiver -> receiver.edge(TestEdges.trail(0, 1, 1, 1, 2, 2))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an edge joins 0 and 1 of 0 nodes");
  }

  @Test
  void anEmptyNetworkIsStoredToo() throws SQLException {
    replace(false, NetworkWriterTest::small);
    assertThat(replace(false, receiver -> {})).isEqualTo(new StoredNetwork(0, 0, 0, 0, 0));
    assertThat(text("SELECT count(*) FROM network_edge")).isEqualTo("0");
  }

  private static void small(NetworkReceiver receiver) {
    receiver.node(new NetworkNode(0, 106.7, 21.9, 12.5f, "gate"));
    receiver.node(new NetworkNode(1, 106.8, 21.9, Float.NaN, null));
    receiver.feature(
        new NetworkFeature(
            NetworkFeature.Kind.SETTLEMENT,
            "village",
            "Bản Tài",
            new double[] {106.71, 21.91},
            "node/7"));
    receiver.edge(TestEdges.road(0, 1, 106.7, 21.9, 106.70000012, 21.95, 106.8, 21.9));
    receiver.node(new NetworkNode(2, 106.9, 21.9, Float.NaN, null));
    receiver.edge(TestEdges.trail(1, 2, 106.8, 21.9, 106.9, 21.9));
    receiver.feature(
        new NetworkFeature(
            NetworkFeature.Kind.RIVER,
            "stream",
            null,
            new double[] {106.7, 21.9, 106.8, 22},
            "way/8"));
    receiver.node(new NetworkNode(3, 107, 22, Float.NaN, null));
    receiver.node(new NetworkNode(4, 107.05, 22, Float.NaN, null));
    receiver.edge(TestEdges.trail(3, 4, 107, 22, 107.05, 22));
  }

  private StoredNetwork replace(
      boolean synthetic, NetworkRepository.Reading<RuntimeException> reading) throws SQLException {
    try (Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      try {
        StoredNetwork stored = new NetworkRepository(connection).replace(synthetic, reading);
        connection.commit();
        return stored;
      } finally {
        connection.rollback();
      }
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
