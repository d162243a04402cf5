package org.borderwatch.server.detection;

import java.util.Iterator;
import java.util.List;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.detection.Detection;
import org.borderwatch.server.detection.column.DetectionColumns;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.detection.column.RowBuffer;
import org.borderwatch.server.detection.column.RowWords;
import org.borderwatch.server.detection.column.StationCodes;

/** Detections that stand in no store, as a view: of a simulation that is measured, or of a test. */
public final class UnstoredDetections {
  private static final double MM_PER_KM = 1e6;

  private UnstoredDetections() {}

  /** A view of them, each with its place along the border. */
  public static DetectionView view(
      String version, Iterator<Detection> detections, boolean synthetic, BorderLocator locator) {
    StationCodes stations = new StationCodes();
    RowBuffer rows = new RowBuffer();
    while (detections.hasNext()) {
      add(rows, detections.next(), synthetic, locator, stations);
    }
    return new DetectionView(
        rows.size() == 0 ? DetectionColumns.EMPTY : DetectionColumns.of(List.of(rows)),
        stations,
        version,
        Freshness.CURRENT);
  }

  private static void add(
      RowBuffer rows,
      Detection seen,
      boolean synthetic,
      BorderLocator locator,
      StationCodes stations) {
    BorderPosition border = locator.locate(seen.lon(), seen.lat());
    rows.add(
        rows.size() + 1,
        FixedMercator.x(seen.lon()),
        FixedMercator.y(seen.lat()),
        (int) RowFilters.second(seen.observedAt()),
        RowWords.bit(seen.direction())
            | RowWords.bit(seen.setting())
            | RowWords.bit(seen.source())
            | RowWords.bit(seen.outcome())
            | RowWords.bit(border.with())
            | RowWords.kind(synthetic)
            | RowWords.bits(seen.indicators()),
        (int) Math.round(border.km() * MM_PER_KM),
        stations.of(seen.station()),
        seen.persons(),
        seen.women() == null ? 0 : seen.women(),
        seen.children() == null ? 0 : seen.children());
  }
}
