package org.borderwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.borderwatch.server.database.FullDisk;
import org.borderwatch.server.database.Outage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemAnswersTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "57P03", "53300"})
  void aConnectionThatIsLostOrRefusedMeansThatTheDatabaseIsAway(String state) {
    assertThat(Outage.isCauseOf(caused(state))).isTrue();
    assertThat(FullDisk.isCauseOf(caused(state))).isFalse();
  }

  @Test
  void aPoolWithoutAFreeConnectionMeansSoToo() {
    assertThat(
            Outage.isCauseOf(
                new IllegalStateException(new SQLTransientConnectionException("none came free"))))
        .isTrue();
  }

  @Test
  void aFullDiskIsToldApart() {
    assertThat(FullDisk.isCauseOf(caused("53100"))).isTrue();
    assertThat(Outage.isCauseOf(caused("53100"))).isFalse();
  }

  @Test
  void aWrongStatementIsOurFault() {
    assertThat(Outage.isCauseOf(caused("42601"))).isFalse();
    assertThat(Outage.isCauseOf(new SQLException("no state"))).isFalse();
  }

  private static RuntimeException caused(String state) {
    return new IllegalStateException(new SQLException("as PostgreSQL says", state));
  }
}
