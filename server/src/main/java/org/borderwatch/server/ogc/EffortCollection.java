package org.borderwatch.server.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.database.SqlText;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DetectionAccess;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilter.LonLatBox;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.jspecify.annotations.Nullable;

/**
 * Patrol tracks or sensor watches as a collection. They tell where patrols go, so they are guarded
 * as exact positions are: a recorder reads those of the own unit and below.
 */
final class EffortCollection implements FeatureSource {
  /** What chooses among the features of its tiles. */
  private static final QueryParameters TILE_FILTERS =
      QueryParameters.of("datetime", "station", "synthetic");

  private static final CollectionInfo TRACKS =
      new CollectionInfo(
          "patrol-tracks",
          "Patrol tracks",
          "Vết tuần tra",
          "Where patrols went and when; a team is a coded word",
          Permission.READ_DETECTIONS,
          CollectionInfo.Licence.INTERNAL,
          11,
          List.of(
              new Field("source_ref", "string"),
              new Field("team", "string"),
              new Field("station", "string"),
              new Field("start", "string"),
              new Field("end", "string"),
              new Field("km", "number"),
              new Field("hours", "number"),
              new Field("synthetic", "boolean")));

  private static final CollectionInfo WATCHES =
      new CollectionInfo(
          "sensor-watches",
          "Sensor watches",
          "Phiên trực cảm biến",
          "Where sensors stood, how far they see, and when they worked",
          Permission.READ_DETECTIONS,
          CollectionInfo.Licence.INTERNAL,
          9,
          List.of(
              new Field("source_ref", "string"),
              new Field("station", "string"),
              new Field("radius_metres", "number"),
              new Field("from", "string"),
              new Field("to", "string"),
              new Field("synthetic", "boolean")));

  private final CollectionInfo info;
  private final DataKind kind;
  private final String matching;

  private EffortCollection(CollectionInfo info, DataKind kind) {
    this.info = info;
    this.kind = kind;
    this.matching = SqlText.of(EffortCollection.class, info.id() + ".sql");
  }

  /** Tracks and watches; {@code kind} decides which kind of data is meant. */
  static List<FeatureSource> all(DataKind kind) {
    return List.of(new EffortCollection(TRACKS, kind), new EffortCollection(WATCHES, kind));
  }

  @Override
  public CollectionInfo info() {
    return info;
  }

  @Override
  public QueryParameters filters() {
    return TILE_FILTERS.and("bbox");
  }

  @Override
  public QueryParameters tileFilters() {
    return TILE_FILTERS;
  }

  @Override
  public DetectionFilter tileFilter(Context ctx) throws SQLException {
    DetectionFilter asked = kind.decide(DetectionFilterQuery.parse(ctx::queryParam));
    ctx.header("Borderwatch-Data", asked.synthetic().orElse(false) ? "synthetic" : "real");
    return new DetectionAccess(Principal.of(ctx)).narrow(asked);
  }

  @Override
  public Selection select(Context ctx) throws SQLException {
    return new Rows(tileFilter(ctx), null);
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id)
      throws SQLException, IOException {
    Optional<UUID> uuid = DetectionCollection.uuid(id);
    if (uuid.isEmpty()) {
      return Optional.empty();
    }
    DetectionFilter own = new DetectionAccess(Principal.of(ctx)).narrow(DetectionFilter.ALL);
    return new Rows(own, uuid.get()).first(connection);
  }

  /** The features that a filter means, or the one with an id. */
  private final class Rows extends MatchingFeatures {
    private final DetectionFilter filter;
    private final @Nullable UUID id;

    Rows(DetectionFilter filter, @Nullable UUID id) {
      super(matching, "row_no");
      this.filter = filter;
      this.id = id;
    }

    @Override
    void bindAfter(PreparedStatement statement, int index, @Nullable String after)
        throws SQLException {
      statement.setLong(index, after == null ? 0 : rowNo(after));
    }

    private static long rowNo(String after) {
      try {
        return Long.parseLong(after);
      } catch (NumberFormatException e) {
        throw new BadParameter("cursor", "cursor is not one of this collection");
      }
    }

    @Override
    int bind(PreparedStatement statement) throws SQLException {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(filter.bbox().map(LonLatBox::minLon).orElse(null));
      values.add(filter.bbox().map(LonLatBox::minLat).orElse(null));
      values.add(filter.bbox().map(LonLatBox::maxLon).orElse(null));
      values.add(filter.bbox().map(LonLatBox::maxLat).orElse(null));
      values.add(filter.period().from().map(Rows::utc).orElse(null));
      values.add(filter.period().until().map(Rows::utc).orElse(null));
      values.add(filter.stations().isEmpty() ? null : texts(statement, filter.stations()));
      values.add(filter.within().isEmpty() ? null : texts(statement, filter.within().get()));
      values.add(filter.synthetic().orElse(null));
      values.add(id);
      int index = 1;
      for (Object value : values) {
        if (value == null) {
          statement.setNull(index++, Types.NULL);
        } else {
          statement.setObject(index++, value);
        }
      }
      return index;
    }

    private static OffsetDateTime utc(Instant time) {
      return time.atOffset(ZoneOffset.UTC);
    }

    private static Object texts(PreparedStatement statement, Collection<String> texts)
        throws SQLException {
      return statement.getConnection().createArrayOf("text", texts.toArray(String[]::new));
    }
  }
}
