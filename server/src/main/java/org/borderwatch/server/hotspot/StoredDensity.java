package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.hotspot.density.DensityRaster;
import org.borderwatch.server.hotspot.density.Kernel;
import org.borderwatch.server.hotspot.density.KernelDensity;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.process.ProcessResult.Form;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;
import org.borderwatch.server.study.StudySources;

/**
 * Density of what is stored, on a raster whose edges are multiples of its cell in EPSG:32648: it
 * reaches three bandwidths beyond the outermost points. As cells it holds those of at least a
 * thousandth of the peak; when they are more than {@value #MOST_FEATURES} there is a GeoTIFF only.
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
  private static final String GEOJSON = "application/geo+json";
  private static final int MOST_CELLS = 4_000_000;
  private static final int MOST_FEATURES = 50_000;
  private static final double LEAST_SHARE = 0.001;
  private static final LonLatBox WORLD = new LonLatBox(-180, -90, 180, 90);
  private static final UtmZone ZONE = UtmZone.VIET_NAM;

  @Override
  public long mostBytes() {
    return 64_000_000
        + 60L * MOST_CELLS
        + 800L * MOST_FEATURES
        + 72 * sources.detections().get().rows();
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
    double[] x = points.x();
    double[] y = points.y();
    double[] weights = points.weight();
    DensityRaster raster = raster(x, y);
    crew.progress().report(0.4, "Tính mật độ / Computing the density");
    double[] density = KernelDensity.of(x, y, weights, raster, kernel, bandwidthMetres, crew);
    crew.progress().report(0.8, "Ghi kết quả / Writing the result");
    double total = Arrays.stream(weights).sum();
    String version = sources.version(view, sources.effort().get());
    String about = about(period, synthetic, version);
    List<Form> forms = new ArrayList<>();
    forms.add(new Form(TIFF, DensityTiff.bytes(density, raster, ZONE.epsg(), about)));
    cells(density, raster, total, points.count(), period, synthetic, version)
        .ifPresent(content -> forms.add(new Form(GEOJSON, content)));
    return new ProcessResult(version, synthetic, forms);
  }

  private DensityRaster raster(double[] x, double[] y) {
    double around = 3 * bandwidthMetres;
    double west = floor(Arrays.stream(x).min().orElseThrow() - around);
    double east = floor(Arrays.stream(x).max().orElseThrow() + around) + cellMetres;
    double south = floor(Arrays.stream(y).min().orElseThrow() - around);
    double north = floor(Arrays.stream(y).max().orElseThrow() + around) + cellMetres;
    double columns = Math.rint((east - west) / cellMetres);
    double rows = Math.rint((north - south) / cellMetres);
    if (columns * rows > MOST_CELLS) {
      throw Refusal.of(
          "cellMetres",
          "Lưới có %.0f x %.0f ô, nhiều hơn %d; hãy chọn ô lớn hơn hoặc vùng nhỏ hơn trong filter."
              .formatted(columns, rows, MOST_CELLS),
          "The raster has %.0f x %.0f cells, more than %d; take larger cells or a smaller area in filter."
              .formatted(columns, rows, MOST_CELLS));
    }
    return new DensityRaster(west, north, cellMetres, (int) columns, (int) rows);
  }

  private double floor(double metres) {
    return Math.floor(metres / cellMetres) * cellMetres;
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

  private Optional<byte[]> cells(
      double[] density,
      DensityRaster raster,
      double total,
      int detections,
      DatedPeriod period,
      boolean synthetic,
      String version) {
    double least = LEAST_SHARE * Arrays.stream(density).max().orElse(0);
    if (Arrays.stream(density).filter(value -> value >= least).count() > MOST_FEATURES) {
      return Optional.empty();
    }
    ResultWriter out = ResultWriter.featureCollection();
    int written = 0;
    for (int i = 0; i < density.length; i++) {
      if (density[i] >= least) {
        written++;
        out.openFeature()
            .text("id", "d-" + i % raster.columns() + "-" + i / raster.columns())
            .polygon(ring(raster, i % raster.columns(), i / raster.columns()))
            .open("properties")
            .number("value", density[i])
            .closeFeature();
      }
    }
    out.closeList()
        .open("summary")
        .number("total", total)
        .number("days", period.days())
        .whole("detections", detections)
        .whole("n", written)
        .number("least_value", least)
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
    return Optional.of(out.finish());
  }

  private static double[] ring(DensityRaster raster, int column, int row) {
    double half = raster.cellMetres() / 2;
    double x = raster.middleX(column);
    double y = raster.middleY(row);
    double[] corners = {
      x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half, x - half,
      y - half
    };
    for (int i = 0; i < corners.length; i += 2) {
      UtmZone.Degrees at = ZONE.degrees(corners[i], corners[i + 1]);
      corners[i] = at.lon();
      corners[i + 1] = at.lat();
    }
    return corners;
  }
}
