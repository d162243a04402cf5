package org.borderwatch.server.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.borderwatch.data.SpreadsheetCell;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.WKTWriter;

/**
 * CSV of RFC 4180 in UTF-8, with the mark by which Excel knows that it is.
 *
 * <ul>
 *   <li>{@code id}, where features have one.
 *   <li>{@code lon}, {@code lat} of the point, or of the centroid; {@code x}, {@code y} in metres.
 *   <li>The attributes. Texts that a spreadsheet would run as formulas are made harmless.
 *   <li>{@code export_attribution}, {@code export_note} and {@code export_crs} in every row: the
 *       first line has to stay the header, and rows get cut out and put together.
 *   <li>{@code WKT}, the geometry; GDAL and QGIS take a column of this name for it.
 * </ul>
 */
final class CsvFile implements ExportFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int CENTROID_DECIMALS = 7;

  @Override
  public void write(ExportLayer layer, FeatureSpool features, Path file) throws IOException {
    boolean degrees = layer.crs().isDegrees();
    List<String> before = List.of(degrees ? "lon" : "x", degrees ? "lat" : "y");
    List<String> after = List.of("export_attribution", "export_note", "export_crs", "WKT");
    ColumnNames columns =
        ColumnNames.of(
            layer, before.get(0), before.get(1), after.get(0), after.get(1), after.get(2), "WKT");
    try (Writer out = new BufferedWriter(Files.newBufferedWriter(file), 1 << 16)) {
      out.write(BYTE_ORDER_MARK);
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
      List<String> header = new ArrayList<>();
      if (layer.hasIds()) {
        header.add(columns.id());
      }
      header.addAll(before);
      header.addAll(columns.attributes());
      header.addAll(after);
      csv.writeRecord(header);
      String attribution = layer.provenance().attribution();
      String note = layer.provenance().note();
      WKTWriter wkt = new WKTWriter();
      features.forEach(
          feature -> {
            List<String> cells = new ArrayList<>(header.size());
            if (layer.hasIds()) {
              cells.add(text(feature.id()));
            }
            addPosition(feature.geometry(), cells);
            feature.values().forEach(value -> cells.add(text(value)));
            cells.add(SpreadsheetCell.harmless(attribution));
            cells.add(SpreadsheetCell.harmless(note));
            cells.add(layer.crs().code());
            Geometry geometry = feature.geometry();
            cells.add(geometry == null ? "" : wkt.write(geometry));
            csv.writeRecord(cells);
          });
      csv.flush();
    }
  }

  private static void addPosition(@Nullable Geometry geometry, List<String> cells) {
    if (geometry instanceof Point point) {
      cells.add(plain(BigDecimal.valueOf(point.getX())));
      cells.add(plain(BigDecimal.valueOf(point.getY())));
    } else if (geometry == null) {
      cells.add("");
      cells.add("");
    } else {
      Point middle = geometry.getCentroid();
      cells.add(rounded(middle.getX()));
      cells.add(rounded(middle.getY()));
    }
  }

  private static String rounded(double coordinate) {
    return plain(
        BigDecimal.valueOf(coordinate).setScale(CENTROID_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    boolean number = value instanceof Number || value instanceof Boolean;
    return number ? value.toString() : SpreadsheetCell.harmless(value.toString());
  }
}
