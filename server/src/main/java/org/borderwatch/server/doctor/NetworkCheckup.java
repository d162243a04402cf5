package org.borderwatch.server.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.borderwatch.server.database.SqlText;

/** Looks at the roads and trails: whether there are any, and what is odd about them. */
final class NetworkCheckup {
  /** Below this share of nodes in the largest part, most ways lead nowhere. */
  private static final double WHOLE_SHARE = 0.5;

  private NetworkCheckup() {}

  /** A finding for each kind of network, or that there is none. */
  static List<Finding> look(Connection connection) throws SQLException {
    List<Finding> findings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SqlText.of(NetworkCheckup.class, "network.sql"))) {
      while (row.next()) {
        findings.add(finding(row));
      }
    }
    return findings.isEmpty()
        ? List.of(
            Finding.warn(
                "there is no network of roads and trails",
                "scripts/borderwatch import network EXTRACT.osm.pbf"))
        : findings;
  }

  private static Finding finding(ResultSet row) throws SQLException {
    long nodes = row.getLong("nodes");
    long edges = row.getLong("edges");
    String what =
        String.format(
            Locale.ROOT,
            "the %s network has %,d nodes, %,d edges and %,.0f km in %,d connected parts;"
                + " %,d edges without heights, %,d that nobody may use",
            row.getBoolean("synthetic") ? "synthetic" : "real",
            nodes,
            edges,
            row.getDouble("km"),
            row.getLong("parts"),
            row.getLong("flat"),
            row.getLong("closed"));
    if (row.getLong("loose") > 0) {
      return Finding.bad(
          what + "; " + row.getLong("loose") + " edges end at nodes that are not stored",
          "import the network again");
    }
    if (row.getLong("largest") < WHOLE_SHARE * nodes) {
      return Finding.warn(
          what + "; its largest part holds less than half of the nodes",
          "import an extract that is not cut into pieces");
    }
    return row.getLong("flat") == edges
        ? Finding.warn(what, "scripts/borderwatch import elevation N21E106.hgt ...")
        : Finding.ok(what);
  }
}
