package org.borderwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {
  private static final List<String> OFFERED =
      List.of("application/geo+json", "text/csv", "image/tiff; application=geotiff");

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      delimiter = '|',
      value = {
        "null                                  | application/geo+json",
        "''                                    | application/geo+json",
        "*/*                                   | application/geo+json",
        "text/csv                              | text/csv",
        "TEXT/CSV; charset=utf-8               | text/csv",
        "text/*                                | text/csv",
        "image/tiff                            | image/tiff; application=geotiff",
        "text/csv;q=0.3, image/*;q=0.8         | image/tiff; application=geotiff",
        "*/*, application/geo+json;q=0         | text/csv",
        "text/html, application/json, */*;q=.1 | application/geo+json",
        "image/png                             | null",
        "text/csv;q=0                          | null",
        "text/csv;q=much                       | null",
      })
  void theBestFormThatTheCallerTakes(String header, String expected) {
    assertThat(AcceptHeader.best(header, OFFERED).orElse(null)).isEqualTo(expected);
  }
}
