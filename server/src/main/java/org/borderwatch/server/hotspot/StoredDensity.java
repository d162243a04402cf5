package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.grid.SquareGrid;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.process.ProcessResult.Form;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.StudyQuestion;
import org.borderwatch.server.study.StudySize;
import org.borderwatch.server.study.StudySources;

/**
 * Density of what is stored, on a raster of EPSG:32648. As cells it holds those of at least a
 * thousandth of the peak; when they are more than {@value DensityCells#MOST_FEATURES} there is a
 * GeoTIFF only.
 */
record StoredDensity(
    StudySources sources,
    DetectionFilter asked,
    double cellMetres,
    double bandwidthMetres,
    Kernel kernel,
    Weight weight)
    implements Analysis {
  static final String TIFF = "image/tiff; application=geotiff";
  static final String GEOJSON = "application/geo+json";
  private static final LonLatBox WORLD = new LonLatBox(-180, -90, 180, 90);
  private static final UtmZone ZONE = UtmZone.VIET_NAM;

  @Override
  public long mostBytes() {
    StudyQuestion whole =
        new StudyQuestion(asked, new SquareGrid(cellMetres), 3 * bandwidthMetres, Optional.empty());
    StudySize size = StudySize.of(whole, sources);
    // Whichever way the border turns, its stretches fit into a square of their length.
    double side = (1000 * size.borderKm() + 6 * bandwidthMetres) / cellMetres + 1;
    return 24_000_000
        + 60 * (long) Math.min(DensityCells.MOST_CELLS, side * side)
        + 800 * (long) Math.min(DensityCells.MOST_FEATURES, side * side)
        + 72 * size.detections();
  }

  @Override
  public ProcessResult run(Crew crew) {
    DetectionView view = sources.detections().get();
    DetectionFilter filter = view.decide(asked);
    boolean synthetic = filter.synthetic().orElse(false);
    DatedPeriod period = DatedPeriod.of(filter, view);
    crew.progress().report(0, "Đọc các vụ phát hiện / Reading detections");
    WeightedPoints points = new WeightedPoints(ZONE, crew.progress());
    view.points(filter, WORLD, weight, points);
    if (points.count() == 0) {
      throw Refusal.of(
          "filter",
          "Không có vụ phát hiện nào khớp bộ lọc; hãy nới rộng bộ lọc.",
          "No detection fits the filter; widen it.");
    }
    crew.progress().report(0.4, "Tính mật độ / Computing the density");
    DensityCells cells = DensityCells.of(points.x(), points.y(), points.weight(), method(), crew);
    crew.progress().report(0.8, "Ghi kết quả / Writing the result");
    String version = sources.version(view, sources.effort().get());
    String about = about(period, synthetic, version);
    List<Form> forms = new ArrayList<>();
    forms.add(
        new Form(TIFF, DensityTiff.bytes(cells.density(), cells.raster(), ZONE.epsg(), about)));
    if (cells.fit()) {
      forms.add(new Form(GEOJSON, document(cells, points.count(), period, synthetic, version)));
    }
    return new ProcessResult(version, synthetic, forms);
  }

  private DensityCells.Method method() {
    return new DensityCells.Method(cellMetres, bandwidthMetres, kernel);
  }

  private String about(DatedPeriod period, boolean synthetic, String version) {
    return "%s%s per km2, %s to %s; %s kernel, bandwidth %s m; data version %s"
        .formatted(
            synthetic ? "SYNTHETIC (mo phong). " : "",
            weight.code(),
            period.firstDay(),
            period.lastDay(),
            kernel.code(),
            bandwidthMetres,
            version);
  }

  private byte[] document(
      DensityCells cells, int detections, DatedPeriod period, boolean synthetic, String version) {
    ResultWriter out = ResultWriter.featureCollection();
    int written = cells.write(out, StoredDensity::toDegrees);
    out.closeList()
        .open("summary")
        .number("total", cells.total())
        .number("days", period.days())
        .whole("detections", detections)
        .whole("n", written)
        .number("least_value", cells.least())
        .text("unit", weight.code() + " per km2 over the period")
        .text("method", kernel.code() + " kernel density (Silverman 1986)")
        .number("cell_metres", cellMetres)
        .number("bandwidth_metres", bandwidthMetres)
        .open("period")
        .text("from", period.firstDay().toString())
        .text("to", period.lastDay().toString())
        .close()
        .text("distance", ZONE.epsg())
        .truth("synthetic", synthetic)
        .text("data_version", version)
        .close();
    return out.finish();
  }

  private static void toDegrees(double[] corners) {
    CellWriter.toDegrees(ZONE, corners);
  }
}
