package org.borderwatch.server.tile;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.detection.DataAnswer;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionView;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;

/** Heat tiles, the numbers under them, and their legend. */
public final class HeatEndpoints {
  private static final QueryParameters TILE =
      DetectionFilterQuery.PARAMETERS.and("weight", "bandwidthMetres", "scale", "theme");

  /**
   * Finer numbers than those of this zoom (35 m a pixel) would be exact positions of other units.
   */
  private static final int FINEST_ZOOM_FOR_OWN_UNIT = 12;

  private final DetectionIndex index;
  private final HeatCache cache = new HeatCache();

  public HeatEndpoints(DetectionIndex index) {
    this.index = index;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/maps/heat/legend",
        Permission.READ_HEAT,
        TILE.and("zoom"),
        "What the colours of the heat tiles mean for a filter and period",
        this::legend);
    routes.get(
        "/api/maps/heat/{z}/{row}/{col}.png",
        Permission.READ_HEAT,
        TILE,
        "A heat tile: density of detections or persons, 256 pixels square",
        this::picture);
    routes.get(
        "/api/maps/heat/{z}/{row}/{col}.json",
        Permission.READ_HEAT,
        TILE,
        "The unsmoothed counts of a heat tile's own pixels; their sum is the count, exactly",
        this::numbers);
  }

  private void picture(Context ctx) {
    TileCoord tile = TileCoord.ofPath(ctx);
    DetectionView view = index.view();
    HeatQuery query = HeatQuery.of(ctx, view);
    if (DataAnswer.isKnown(ctx, view, query.filter())) {
      return;
    }
    HeatCache.Key key = query.key(view, tile);
    ctx.contentType("image/png").result(cache.get(key, () -> draw(view, key)));
  }

  private static byte[] draw(DetectionView view, HeatCache.Key key) {
    HeatTile heat = new HeatTile(key.tile(), key.bandwidthMetres());
    long[] counts = view.cells(key.filter(), heat.cells(), key.weight());
    return heat.png(counts, key.scale(), key.palette());
  }

  private void numbers(Context ctx) {
    TileCoord tile = TileCoord.ofPath(ctx);
    DetectionView view = index.view();
    HeatQuery query = HeatQuery.of(ctx, view);
    if (tile.zoom() > FINEST_ZOOM_FOR_OWN_UNIT && Principal.of(ctx).role().ownUnitOnly()) {
      throw new NotAllowed(
          "Numbers are given down to zoom " + FINEST_ZOOM_FOR_OWN_UNIT + " for this role");
    }
    if (DataAnswer.isKnown(ctx, view, query.filter())) {
      return;
    }
    CellGrid pixels = CellGrid.ofTile(tile.zoom(), tile.row(), tile.col());
    long[] counts = view.cells(query.filter(), pixels, query.weight());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("z", tile.zoom());
    answer.put("row", tile.row());
    answer.put("col", tile.col());
    answer.put("weight", query.weight().code());
    answer.put("width", pixels.columns());
    answer.put("height", pixels.rows());
    answer.put("sum", Arrays.stream(counts).sum());
    answer.put("synthetic", query.synthetic());
    answer.put("dataVersion", view.version());
    answer.put("counts", counts);
    Json.answer(ctx, answer);
  }

  private void legend(Context ctx) {
    DetectionView view = index.view();
    HeatQuery query = HeatQuery.of(ctx, view);
    if (DataAnswer.isKnown(ctx, view, query.filter())) {
      return;
    }
    DatedPeriod period = DatedPeriod.of(query.filter(), view);
    DetectionView.Totals totals = view.totals(query.filter());
    HeatScale scale = query.scaleOr(view);
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean persons = query.weight() == Weight.PERSONS;
    answer.put(
        "title",
        persons
            ? Map.of("vi", "Mật độ lượt người", "en", "Density of persons")
            : Map.of("vi", "Mật độ vụ phát hiện", "en", "Density of detections"));
    answer.put(
        "unit",
        persons
            ? Map.of("vi", "lượt người/km² trong kỳ", "en", "persons per km² in the period")
            : Map.of("vi", "vụ/km² trong kỳ", "en", "detections per km² in the period"));
    answer.put("weight", query.weight().code());
    answer.put(
        "period",
        Map.of(
            "from", period.firstDay().toString(),
            "to", period.lastDay().toString(),
            "days", Math.round(period.days())));
    answer.put("n", totals.detections());
    answer.put("persons", totals.persons());
    answer.put("method", query.method());
    answer.put("scale", scale.lowest());
    answer.put("classes", classes(scale, query.palette()));
    answer.put("edge", query.palette().rim());
    answer.put("below", scale.lowest());
    answer.put("synthetic", query.synthetic());
    answer.put("dataVersion", view.version());
    answer.put("staleSince", view.staleSince().map(Instant::toString).orElse(null));
    Json.answer(ctx, answer);
  }

  private static List<Map<String, Object>> classes(HeatScale scale, HeatPalette palette) {
    List<Double> bounds = scale.bounds();
    List<Map<String, Object>> classes = new ArrayList<>();
    for (int i = 0; i < bounds.size(); i++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("from", bounds.get(i));
      one.put("to", i + 1 < bounds.size() ? bounds.get(i + 1) : null);
      one.put("colour", palette.colours().get(i));
      classes.add(one);
    }
    return classes;
  }
}
