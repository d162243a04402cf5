package org.borderwatch.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void allThreeWaysOfWritingItMeanTheSame() {
    DatabaseAddress plain =
        DatabaseAddress.parse("postgresql://an:b%40c@db.vn:6432/gis?sslmode=require");
    assertThat(plain.password()).isEqualTo("b@c");
    assertThat(plain.jdbcUrl()).isEqualTo("jdbc:postgresql://db.vn:6432/gis?sslmode=require");
    assertThat(DatabaseAddress.parse("postgres://an:b%40c@db.vn:6432/gis?sslmode=require"))
        .isEqualTo(plain);
    assertThat(
            DatabaseAddress.parse(
                "jdbc:postgresql://db.vn:6432/gis?user=an&password=b%40c&sslmode=require"))
        .isEqualTo(plain);
  }

  @Test
  void thePortIsOptionalAndAnAddressMayBeIpv6() {
    DatabaseAddress address = DatabaseAddress.parse("postgresql://an@[::1]/gis");
    assertThat(address.port()).isEqualTo(5432);
    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://[::1]:5432/gis");
    assertThat(address.password()).isNull();
  }

  @Test
  void itNeverShowsThePassword() {
    assertThat(DatabaseAddress.parse("postgresql://an:secret@h/gis").toString())
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gis",
        "mysql://an:secret@h/gis",
        "postgresql://h/gis",
        "postgresql://an:secret@h",
        "postgresql://an:sec ret@h/g"
      })
  void anUnreadableOneIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> DatabaseAddress.parse(url))
        .isInstanceOf(DatabaseProblem.class)
        .hasMessageContaining("BORDERWATCH_DATABASE_URL")
        .hasMessageNotContaining("secret");
  }
}
