package org.borderwatch.server.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.borderwatch.data.network.NetworkReceiver;
import org.borderwatch.server.database.SqlText;

/** The stored network, on a connection that is in a transaction. */
public final class NetworkRepository {
  private static final String VERSION = SqlText.of(NetworkRepository.class, "network_version.sql");

  private final Connection connection;

  public NetworkRepository(Connection connection) {
    this.connection = connection;
  }

  /** Hands a network out to a receiver. */
  @FunctionalInterface
  public interface Reading<E extends Exception> {
    void into(NetworkReceiver receiver) throws E;
  }

  /** The numbers that the next node and the next edge get. */
  record NextNumbers(long node, long edge) {}

  /**
   * Puts another network in place of all that is stored of its kind. Nobody sees anything of it
   * before the transaction is committed; when it throws, that has to be undone.
   */
  public <E extends Exception> StoredNetwork replace(boolean synthetic, Reading<E> reading)
      throws SQLException, E {
    lock();
    delete(synthetic);
    NetworkWriter writer = new NetworkWriter(connection, synthetic);
    boolean read = false;
    try {
      reading.into(writer);
      read = true;
      return writer.finish();
    } finally {
      if (!read) {
        writer.abandon();
      }
    }
  }

  /**
   * Deletes the network of a kind, with what lies beside it.
   *
   * @return how many edges were deleted
   */
  public long delete(boolean synthetic) throws SQLException {
    long edges = delete("network_edge", synthetic);
    delete("network_node", synthetic);
    delete("network_feature", synthetic);
    return edges;
  }

  private long delete(String table, boolean synthetic) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM " + table + " WHERE synthetic = ?")) {
      statement.setBoolean(1, synthetic);
      return statement.executeLargeUpdate();
    }
  }

  /**
   * Writes an import down.
   *
   * @param what network or elevation
   * @param file name of the file, without its folder
   * @param licence odbl or internal
   */
  void remember(
      String what, String account, String file, String licence, JsonNode report, boolean synthetic)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO network_import (what, imported_by, file_name, licence, report, synthetic)"
                + " VALUES (?, ?, ?, ?, ?::jsonb, ?)")) {
      statement.setString(1, what);
      statement.setString(2, account);
      statement.setString(3, file);
      statement.setString(4, licence);
      statement.setString(5, report.toString());
      statement.setBoolean(6, synthetic);
      statement.executeUpdate();
    }
  }

  /** Keeps other writers out until the transaction ends. */
  NextNumbers lock() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT next_node, next_edge FROM network_state FOR UPDATE")) {
      row.next();
      return new NextNumbers(row.getLong(1), row.getLong(2));
    }
  }

  /** That many numbers were given. */
  void count(long nodes, long edges) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE network_state SET next_node = next_node + ?, next_edge = next_edge + ?")) {
      statement.setLong(1, nodes);
      statement.setLong(2, edges);
      statement.executeUpdate();
    }
  }

  /** What is visible, as a word that changes with it. */
  String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(VERSION)) {
      row.next();
      return row.getString(1);
    }
  }
}
