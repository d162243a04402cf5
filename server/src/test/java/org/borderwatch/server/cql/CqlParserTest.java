package org.borderwatch.server.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.borderwatch.server.database.SqlPart;
import org.borderwatch.server.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CqlParserTest {
  private static final List<Property> PROPERTIES =
      List.of(
          Property.of("name", "string"),
          Property.of("persons", "integer"),
          Property.of("km", "number"),
          Property.of("sure", "boolean"),
          Property.of("seen_at", "string"),
          Property.of("signs", "array"),
          Property.of("end", "string"));

  private static final JsonNode FEATURE =
      Json.tree(
          """
          {"type": "Feature", "geometry": {"type": "Point", "coordinates": [106.7, 21.9]},
           "properties": {"name": "Đèo O'Brien 10%", "persons": 7, "km": -1.5, "sure": true,
             "seen_at": "2024-06-30T23:30:00+07:00", "signs": ["debt"], "end": "2024-07-01T00:00:00Z"}}
          """);

  /** Against the one feature: true, false, or unknown because something isn't there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "persons = 7 | true",
        "persons <> 7 | false",
        "7 <= persons AND persons < 7.5e0 | true",
        "persons > 7 OR km = -1.5 | true",
        "NOT persons = 7 | false",
        "NOT (persons = 7 AND km > 0) | true",
        "persons = 7 OR persons = 8 AND km > 0 | true",
        "(persons = 7 OR persons = 8) AND km > 0 | false",
        "name = 'Đèo O''Brien 10%' | true",
        "name LIKE 'Đèo%' | true",
        "name LIKE '%10\\%' | true",
        "name LIKE '%1_\\%' | true",
        "name NOT LIKE 'Đ_o%' | false",
        "name LIKE 'đèo%' | false",
        "name < 'E' | false",
        "persons BETWEEN 5 AND 7 | true",
        "persons NOT BETWEEN 5 AND 7 | false",
        "persons IN (1, 7) | true",
        "name not in ('a', 'b') | true",
        "sure | true",
        "sure = TRUE | true",
        "NOT sure | false",
        "sure <> false | true",
        "TRUE | true",
        "false OR persons = 7 | true",
        "signs IS NULL | false",
        "signs IS NOT NULL | true",
        "seen_at = DATE('2024-06-30') | true",
        "seen_at > DATE('2024-06-30') | false",
        "seen_at >= TIMESTAMP('2024-06-30T16:30:00Z') | true",
        "seen_at < TIMESTAMP('2024-06-30T23:30:00+07:00') | false",
        "seen_at BETWEEN DATE('2024-06-01') AND DATE('2024-06-30') | true",
        "\"end\" > TIMESTAMP('2024-06-30T23:59:59Z') | true",
        "S_INTERSECTS(geom, BBOX(106, 21, 107, 22)) | true",
        "S_INTERSECTS(geometry, POINT(106.7 21.9)) | true",
        "s_intersects(geom, POLYGON((0 0, 1 0, 1 1, 0 0))) | false",
      })
  void aConditionSaysWhatItSays(String text, boolean expected) {
    assertThat(CqlParser.parse(text, PROPERTIES).test(FEATURE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "persons = 7",
        "persons <> 7",
        "NOT persons = 7",
        "persons = 7 AND TRUE",
        "persons = 7 OR FALSE",
        "name LIKE '%'",
        "seen_at = DATE('2024-06-30')",
        "S_INTERSECTS(geom, POINT(1 1))"
      })
  void whatIsNotThereIsUnknown(String text) {
    JsonNode bare = Json.tree("{\"type\": \"Feature\", \"geometry\": null, \"properties\": {}}");
    assertThat(CqlParser.parse(text, PROPERTIES).test(bare)).isNull();
    assertThat(CqlParser.parse("persons IS NULL", PROPERTIES).test(bare)).isTrue();
    assertThat(CqlParser.parse("FALSE AND persons = 7", PROPERTIES).test(bare)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | at character 1: a property is expected, not the end",
        "person = 7 | at character 1: there is no property person; is persons meant?",
        "persons = '7' | at character 11: persons is a number",
        "persons = 7 AND | at character 16: a property is expected, not the end",
        "(persons = 7 | at character 13: ) is expected, not the end",
        "persons = 7) | at character 12: AND, OR or the end is expected, not )",
        "persons == 7 | at character 10: a number, a text",
        "name = 7 | at character 8: name is a text",
        "name = \"x\" | at character 8: a number, a text in single quotes",
        "name = 'x | at character 8: can't be read: 'x",
        "sure > TRUE | at character 1: sure is true or false",
        "signs = 'debt' | at character 9: signs is a list",
        "seen_at > '2024' | at character 11: seen_at is a time",
        "seen_at > DATE('2024-13-01') | at character 16: '2024-13-01' is no date",
        "persons LIKE 'a' | at character 14: persons is a number",
        "persons BETWEEN 1 OR 2 | at character 19: AND is expected after BETWEEN",
        "persons IS 7 | at character 12: NULL is expected after IS",
        "persons NOT 7 | at character 13: LIKE, BETWEEN or IN is expected after NOT",
        "lower(name) = 'a' | at character 1: lower isn't known here",
        "S_INTERSECTS(name, POINT(1 1)) | at character 14: the geometry is called geom",
        "S_INTERSECTS(geom, CIRCLE(1 1)) | at character 20: BBOX, POINT",
        "S_INTERSECTS(geom, BBOX(1, 2, 3)) | at character 20: BBOX(minLon",
        "S_INTERSECTS(geom, POINT(1 200)) | at character 20: the shape has to be valid",
        "S_INTERSECTS(geom, POLYGON((0 0, 1 1, 1 0, 0 1, 0 0))) | at character 20: the shape has",
        "1 = 1 | at character 5: a property is expected, not 1",
        "persons = 7; DROP TABLE detection | at character 12: can't be read: ; DROP TAB",
      })
  void aMistakeIsToldWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> CqlParser.parse(text, PROPERTIES))
        .isInstanceOf(CqlException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void whatIsTooLongOrTooDeepIsRefused() {
    String deep = "(".repeat(40) + "persons = 7" + ")".repeat(40);
    String many = "persons = 7" + " OR persons = 7".repeat(250);
    assertThatThrownBy(() -> CqlParser.parse(deep, PROPERTIES)).hasMessageContaining("30 deep");
    assertThatThrownBy(() -> CqlParser.parse(many, PROPERTIES)).hasMessageContaining("200 parts");
    assertThatThrownBy(() -> CqlParser.parse("x".repeat(5_000), PROPERTIES))
        .hasMessageContaining("4000 characters");
  }

  @Test
  void everyValueIsBoundAndOnlyOurOwnNamesStandInTheSql() {
    CqlSql.Columns columns =
        new CqlSql.Columns() {
          @Override
          public String of(Property property) {
            return "c." + property.name();
          }

          @Override
          public String geometry() {
            return "c.geom";
          }
        };
    SqlPart part =
        CqlSql.of(
            CqlParser.parse(
                "name = '''; DROP' AND persons IN (1, 2) OR S_INTERSECTS(geom, POINT(1 2))",
                PROPERTIES),
            columns);
    assertThat(part.sql())
        .isEqualTo(
            "((c.name COLLATE \"C\" = ?) AND (c.persons IN (?, ?)))"
                + " OR (ST_Intersects(c.geom, ST_GeomFromText(?, 4326)))");
    assertThat(part.values()).containsExactly("'; DROP", 1.0, 2.0, "POINT (1 2)");
  }
}
