package org.borderwatch.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@PostgisTest
class DatabaseLineTest {
  private final TestDatabase database;

  DatabaseLineTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void aCutLineEndsConnectionsAndRefusesNewOnesUntilItIsMended() throws Exception {
    try (DatabaseLine line = DatabaseLine.to(database.owner());
        Connection before = line.address().connect()) {
      assertThat(one(before)).isEqualTo(1);
      line.cut();
      assertThatThrownBy(() -> one(before)).hasCauseInstanceOf(SQLException.class);
      assertThatThrownBy(() -> line.address().connect()).isInstanceOf(SQLException.class);
      line.mend();
      try (Connection after = line.address().connect()) {
        assertThat(one(after)).isEqualTo(1);
      }
    }
  }

  @Test
  void aHeldLineAnswersOnceItIsMended() throws Exception {
    try (DatabaseLine line = DatabaseLine.to(database.owner());
        Connection connection = line.address().connect()) {
      line.hold();
      CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> one(connection));
      assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      line.mend();
      assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(1);
    }
  }

  private static int one(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT 1")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
