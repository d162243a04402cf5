package org.borderwatch.bench.heat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.borderwatch.data.Word;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;

/**
 * A heat tile that is asked for.
 *
 * @param no from 0
 * @param weight what is counted
 * @param first second of the period
 * @param last second of the period, within it
 * @param attributes the rest of the filter
 */
record TileQuestion(
    int no, TileCoord tile, Weight weight, Instant first, Instant last, FilterText attributes) {

  /** Standard deviation of the kernel on the ground. */
  static final double BANDWIDTH_METRES = 500;

  /** The tile of a zoom in which a place lies. */
  static TileCoord tileOf(double lon, double lat, int zoom) {
    return new TileCoord(
        zoom,
        (int) (WebMercator.pixelY(lat, zoom) / WebMercator.TILE_SIZE),
        (int) (WebMercator.pixelX(lon, zoom) / WebMercator.TILE_SIZE));
  }

  /** The whole filter. */
  FilterText filter() {
    return attributes.with("datetime", first + "/" + last);
  }

  /**
   * The same with a period that is {@code seconds} longer: as much work, but no cache has seen it.
   */
  TileQuestion longerBy(int seconds) {
    return new TileQuestion(no, tile, weight, first, last.plusSeconds(seconds), attributes);
  }

  /** Where our server has the picture. */
  String picture(double scale) {
    return path("png") + "&bandwidthMetres=" + (int) BANDWIDTH_METRES + "&scale=" + scale;
  }

  /** Where our server has the numbers. */
  String numbers() {
    return path("json");
  }

  /** Where our server says which scale the picture has. */
  String legend() {
    return "/api/maps/heat/legend?weight=" + weight.code() + "&" + filter().query();
  }

  private String path(String format) {
    return "/api/maps/heat/%d/%d/%d.%s?weight=%s&%s"
        .formatted(tile.zoom(), tile.row(), tile.col(), format, weight.code(), filter().query());
  }

  static void write(Path file, List<TileQuestion> questions) throws IOException {
    Files.write(file, questions.stream().map(TileQuestion::line).toList());
  }

  static List<TileQuestion> read(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(TileQuestion::ofLine)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String line() {
    return String.join(
        "\t",
        Integer.toString(no),
        Integer.toString(tile.zoom()),
        Integer.toString(tile.row()),
        Integer.toString(tile.col()),
        weight.code(),
        first.toString(),
        last.toString(),
        attributes.query());
  }

  private static TileQuestion ofLine(String line) {
    String[] cells = line.split("\t", -1);
    return new TileQuestion(
        Integer.parseInt(cells[0]),
        new TileCoord(
            Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3])),
        Word.byCode(Weight.class, cells[4]).orElseThrow(),
        Instant.parse(cells[5]),
        Instant.parse(cells[6]),
        FilterText.parse(cells[7]));
  }
}
