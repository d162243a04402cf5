package org.borderwatch.server.hotspot;

import java.util.ArrayList;
import java.util.List;
import org.borderwatch.server.compute.Crew;
import org.borderwatch.server.process.Analysis;
import org.borderwatch.server.process.ProcessResult;
import org.borderwatch.server.process.ProcessResult.Form;
import org.borderwatch.server.study.InlinePlane;
import org.borderwatch.server.study.Refusal;
import org.borderwatch.server.study.ResultWriter;

/**
 * Density of points that came with the request. Cells are written in degrees when the points came
 * in degrees, otherwise in the plane's own metres; a plane without a name has no GeoTIFF.
 *
 * @param weight of each point
 */
record InlineDensity(InlinePlane plane, double[] weight, DensityCells.Method method)
    implements Analysis {
  @Override
  public long mostBytes() {
    return 24_000_000
        + 60L * DensityCells.MOST_CELLS
        + 800L * DensityCells.MOST_FEATURES
        + 72L * weight.length;
  }

  @Override
  public ProcessResult run(Crew crew) {
    if (weight.length == 0) {
      return new ProcessResult("", false, List.of(new Form(StoredDensity.GEOJSON, nothing())));
    }
    DensityCells cells = DensityCells.of(plane.x(), plane.y(), weight, method, crew);
    List<Form> forms = new ArrayList<>();
    if (plane.epsg().isPresent()) {
      forms.add(
          new Form(
              StoredDensity.TIFF,
              DensityTiff.bytes(
                  cells.density(), cells.raster(), plane.epsg().get(), "weight per km2")));
    }
    if (cells.fit()) {
      forms.add(new Form(StoredDensity.GEOJSON, document(cells)));
    }
    if (forms.isEmpty()) {
      throw Refusal.of(
          "cellMetres",
          "Có hơn %d ô đáng kể; hãy chọn ô lớn hơn, hoặc cho biết crs để nhận GeoTIFF."
              .formatted(DensityCells.MOST_FEATURES),
          "More than %d cells are worth showing; take larger cells, or name the crs to have a GeoTIFF."
              .formatted(DensityCells.MOST_FEATURES));
    }
    return new ProcessResult("", false, forms);
  }

  private byte[] nothing() {
    ResultWriter out = ResultWriter.featureCollection();
    return summary(out, 0, 0, 0);
  }

  private byte[] document(DensityCells cells) {
    ResultWriter out = ResultWriter.featureCollection();
    int written =
        cells.write(
            out,
            plane
                .zone()
                .<DensityCells.Placing>map(zone -> corners -> CellWriter.toDegrees(zone, corners))
                .orElse(DensityCells.Placing.PLANE));
    return summary(out, cells.total(), written, cells.least());
  }

  private byte[] summary(ResultWriter out, double total, int written, double least) {
    return out.closeList()
        .open("summary")
        .number("total", total)
        .nothing("days")
        .whole("n", written)
        .number("least_value", least)
        .text("unit", "weight per km2")
        .text("method", method.kernel().code() + " kernel density (Silverman 1986)")
        .number("cell_metres", method.cellMetres())
        .number("bandwidth_metres", method.bandwidthMetres())
        .nothing("period")
        .text("distance", plane.distance())
        .truth("synthetic", false)
        .text("data_version", "")
        .close()
        .finish();
  }
}
