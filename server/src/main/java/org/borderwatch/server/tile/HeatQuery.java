package org.borderwatch.server.tile;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.geo.WebMercator;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryValues;

/**
 * What a heat tile or its legend is asked for.
 *
 * @param filter with its kind of data decided
 * @param weight what is added up
 * @param bandwidthMetres standard deviation of the kernel on the ground
 * @param scale the scale that the page holds, if it passes one
 * @param palette the ramp of the theme
 * @param zoom for which the legend is, if it says so
 */
record HeatQuery(
    DetectionFilter filter,
    Weight weight,
    double bandwidthMetres,
    Optional<HeatScale> scale,
    HeatPalette palette,
    OptionalDouble zoom) {
  static final double DEFAULT_BANDWIDTH_METRES = 1500;
  private static final double MIN_BANDWIDTH_METRES = 100;
  private static final double MAX_BANDWIDTH_METRES = 50_000;

  /** The middle of the land border, where the legend says whether the kernel was widened. */
  private static final double BORDER_LATITUDE = 21.8;

  static HeatQuery of(Context ctx, DetectionView view) {
    return new HeatQuery(
        view.decide(DetectionFilterQuery.parse(ctx::queryParam)),
        QueryValues.word(ctx, "weight", Weight.class).orElse(Weight.DETECTIONS),
        QueryValues.number(ctx, "bandwidthMetres", MIN_BANDWIDTH_METRES, MAX_BANDWIDTH_METRES)
            .orElse(DEFAULT_BANDWIDTH_METRES),
        scale(ctx),
        QueryValues.word(ctx, "theme", HeatPalette.class).orElse(HeatPalette.LIGHT),
        QueryValues.number(ctx, "zoom", 0, TileCoord.MAX_ZOOM));
  }

  boolean synthetic() {
    return filter.synthetic().orElse(false);
  }

  /** The scale that was passed, or the one that unit and length of the period set. */
  HeatScale scaleOr(DetectionView view) {
    return scale.orElseGet(() -> HeatScale.of(weight, DatedPeriod.of(filter, view).days()));
  }

  /** All that the file of {@code tile} depends on. */
  HeatCache.Key key(DetectionView view, TileCoord tile) {
    return new HeatCache.Key(
        view.version(), filter, weight, tile, bandwidthMetres, scaleOr(view), palette);
  }

  /** How the density is made, for the legend. */
  Map<String, Object> method() {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("kernel", "gaussian");
    method.put("bandwidthMetres", bandwidthMetres);
    OptionalDouble widened = widenedToMetres();
    method.put("widened", widened.isPresent());
    method.put("widenedToMetres", widened.isPresent() ? Math.round(widened.getAsDouble()) : null);
    return method;
  }

  /** The standard deviation at the legend's zoom, if that is more than what was asked for. */
  private OptionalDouble widenedToMetres() {
    if (zoom.isEmpty()) {
      return OptionalDouble.empty();
    }
    int level = (int) zoom.getAsDouble();
    double sigmaPx = HeatKernel.sigmaPx(BORDER_LATITUDE, level, bandwidthMetres);
    return sigmaPx > HeatKernel.MIN_SIGMA_PX
        ? OptionalDouble.empty()
        : OptionalDouble.of(sigmaPx * WebMercator.metresPerPixel(BORDER_LATITUDE, level));
  }

  private static Optional<HeatScale> scale(Context ctx) {
    OptionalDouble lowest = QueryValues.number(ctx, "scale", 1e-6, 1e9);
    if (lowest.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new HeatScale(lowest.getAsDouble()));
    } catch (IllegalArgumentException e) {
      throw new BadParameter("scale", e.getMessage() + "; take it from the legend");
    }
  }
}
