package org.borderwatch.bench.heat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.borderwatch.bench.heat.SqlAnswers.Pair;
import org.borderwatch.bench.heat.SqlAnswers.Totals;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;

/**
 * One question that is put to our server and to SQL; both answers in a form that can be compared.
 */
interface Comparison {
  /** Where our server has the answer. */
  String path();

  /** What our server says. */
  Object ours(JsonNode answer);

  /** What SQL says. */
  Object truth(SqlAnswers sql) throws SQLException;

  /** One of the four kinds, with a random filter. */
  static Comparison draw(Draw draw, RandomFilters filters, double lon, double lat) {
    FilterText filter = filters.next();
    return switch (draw.below(4)) {
      case 0 -> new OfTotals(filter);
      case 1 -> new OfHistogram(filter, draw.oneOf(List.of("day", "week", "month")));
      case 2 -> new OfProfile(filter, draw.oneOf(List.of(1_000, 5_000, 250)));
      default ->
          new OfTile(
              filter,
              TileQuestion.tileOf(lon, lat, 5 + draw.below(13)),
              draw.oneOf(List.of(Weight.values())));
    };
  }

  /** What our server says now. */
  default Object ask(Visitor visitor) throws IOException, InterruptedException {
    return ours(visitor.json(path()));
  }

  /** Events and people. */
  record OfTotals(FilterText filter) implements Comparison {
    @Override
    public String path() {
      return "/api/summary/totals?" + filter.query();
    }

    @Override
    public Object ours(JsonNode answer) {
      return new Totals(
          answer.path("detections").asLong(-1),
          answer.path("persons").asLong(-1),
          answer.path("women").asLong(-1),
          answer.path("children").asLong(-1));
    }

    @Override
    public Object truth(SqlAnswers sql) throws SQLException {
      return sql.totals(filter.filter());
    }
  }

  /** By day, week or month. */
  record OfHistogram(FilterText filter, String step) implements Comparison {
    @Override
    public String path() {
      return filter.after("/api/summary/histogram?step=" + step);
    }

    @Override
    public Object ours(JsonNode answer) {
      SortedMap<String, Pair> steps = new TreeMap<>();
      for (JsonNode bin : answer.path("bins")) {
        putUnlessEmpty(steps, bin.path("from").asText().substring(0, 10), bin);
      }
      return steps;
    }

    @Override
    public Object truth(SqlAnswers sql) throws SQLException {
      return sql.bySteps(filter.filter(), step);
    }
  }

  /** By section of the border with China. */
  record OfProfile(FilterText filter, int sectionMetres) implements Comparison {
    @Override
    public String path() {
      return all().after("/api/summary/profile?sectionMetres=" + sectionMetres);
    }

    private FilterText all() {
      return filter.with("borderWith", "CN");
    }

    @Override
    public Object ours(JsonNode answer) {
      SortedMap<String, Pair> sections = new TreeMap<>();
      for (JsonNode section : answer.path("sections")) {
        long number = Math.round(section.path("fromKm").asDouble() * 1_000 / sectionMetres);
        putUnlessEmpty(sections, Long.toString(number), section);
      }
      return sections;
    }

    @Override
    public Object truth(SqlAnswers sql) throws SQLException {
      return sql.bySections(all().filter(), sectionMetres);
    }
  }

  /** Each pixel of a tile. */
  record OfTile(FilterText filter, TileCoord tile, Weight weight) implements Comparison {
    @Override
    public String path() {
      return filter.after(
          "/api/maps/heat/%d/%d/%d.json?weight=%s"
              .formatted(tile.zoom(), tile.row(), tile.col(), weight.code()));
    }

    @Override
    public Object ours(JsonNode answer) {
      JsonNode counts = answer.path("counts");
      long[] pixels = new long[counts.size()];
      Arrays.setAll(pixels, i -> counts.get(i).asLong());
      long sum = Arrays.stream(pixels).sum();
      if (answer.path("sum").asLong(-1) != sum) {
        return "a sum that its own pixels don't have";
      }
      return new Pixels(pixels);
    }

    @Override
    public Object truth(SqlAnswers sql) throws SQLException {
      return new Pixels(sql.pixels(filter.filter(), tile, weight));
    }
  }

  /** Arrays that are equal when their elements are; shown as where they begin to be filled. */
  record Pixels(long[] counts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Pixels pixels && Arrays.equals(counts, pixels.counts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
      return "a sum of " + Arrays.stream(counts).sum();
    }
  }

  private static void putUnlessEmpty(SortedMap<String, Pair> into, String key, JsonNode one) {
    if (one.path("detections").asLong(-1) != 0) {
      into.put(key, new Pair(one.path("detections").asLong(-1), one.path("persons").asLong(-1)));
    }
  }
}
