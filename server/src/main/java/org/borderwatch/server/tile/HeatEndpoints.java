package org.borderwatch.server.tile;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DatedPeriod;
import org.borderwatch.server.detection.DetectionCounts;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.Weight;
import org.borderwatch.server.detection.column.Box;
import org.borderwatch.server.detection.column.CellGrid;
import org.borderwatch.server.detection.column.FixedMercator;
import org.borderwatch.server.geo.TileCoord;
import org.borderwatch.server.http.ApiException.NotAllowed;
import org.borderwatch.server.http.EntityTag;
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

  private final DetectionCounts counts;
  private final DataKind kind;
  private final DataVersion version;

  public HeatEndpoints(DetectionCounts counts, DataKind kind, DataVersion version) {
    this.counts = counts;
    this.kind = kind;
    this.version = version;
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

  private void picture(Context ctx) throws SQLException {
    TileCoord tile = TileCoord.ofPath(ctx);
    HeatQuery query = HeatQuery.of(ctx, kind);
    mark(ctx, query);
    if (EntityTag.ofData(version.current()).answersNotModified(ctx)) {
      return;
    }
    HeatScale scale = query.scaleOr(counts);
    HeatTile heat = new HeatTile(tile, query.bandwidthMetres());
    byte[] png = heat.png(cells(query, heat.cells()), scale, query.palette());
    ctx.contentType("image/png").result(png);
  }

  private long[] cells(HeatQuery query, CellGrid grid) throws SQLException {
    long[] cells = new long[grid.columns() * grid.rows()];
    long halfWorld = 1L << 31;
    Box box = grid.box();
    LonLatBox degrees =
        new LonLatBox(
            FixedMercator.lon(box.minX()),
            FixedMercator.lat(box.maxY()),
            FixedMercator.lon(box.maxX()),
            FixedMercator.lat(box.minY()));
    counts.points(
        query.filter(),
        degrees,
        query.weight(),
        (lon, lat, weight) -> {
          long column = (FixedMercator.x(lon) + halfWorld >> grid.unitShift()) - grid.westCell();
          long row = (FixedMercator.y(lat) + halfWorld >> grid.unitShift()) - grid.northCell();
          if (column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows()) {
            cells[(int) (row * grid.columns() + column)] += weight;
          }
        });
    return cells;
  }

  private void numbers(Context ctx) throws SQLException {
    TileCoord tile = TileCoord.ofPath(ctx);
    HeatQuery query = HeatQuery.of(ctx, kind);
    if (tile.zoom() > FINEST_ZOOM_FOR_OWN_UNIT && Principal.of(ctx).role().ownUnitOnly()) {
      throw new NotAllowed(
          "Numbers are given down to zoom " + FINEST_ZOOM_FOR_OWN_UNIT + " for this role");
    }
    mark(ctx, query);
    String seen = version.current();
    if (EntityTag.ofData(seen).answersNotModified(ctx)) {
      return;
    }
    HeatNumbers numbers = new HeatNumbers(tile);
    counts.points(query.filter(), numbers.needs(), query.weight(), numbers);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("z", tile.zoom());
    answer.put("row", tile.row());
    answer.put("col", tile.col());
    answer.put("weight", query.weight().code());
    answer.put("width", 256);
    answer.put("height", 256);
    answer.put("sum", numbers.sum());
    answer.put("synthetic", query.synthetic());
    answer.put("dataVersion", seen);
    answer.put("counts", numbers.counts());
    Json.answer(ctx, answer);
  }

  private void legend(Context ctx) throws SQLException {
    HeatQuery query = HeatQuery.of(ctx, kind);
    mark(ctx, query);
    String seen = version.current();
    if (EntityTag.ofData(seen).answersNotModified(ctx)) {
      return;
    }
    DatedPeriod period = DatedPeriod.of(query.filter(), counts);
    DetectionCounts.Totals totals = counts.totals(query.filter());
    HeatScale scale = query.scaleOr(counts);
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
    answer.put("dataVersion", seen);
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

  private static void mark(Context ctx, HeatQuery query) {
    ctx.header("Borderwatch-Data", query.synthetic() ? "synthetic" : "real");
  }
}
