package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.cql.Condition;
import org.borderwatch.server.cql.CqlSql;
import org.borderwatch.server.cql.Property;
import org.borderwatch.server.database.SqlPart;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DetectionAccess;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.detection.DetectionFilterQuery;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.detection.DetectionRepository;
import org.borderwatch.server.detection.StoredDetection;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.jspecify.annotations.Nullable;

/** Detections as a collection: exact positions, so a recorder reads the own unit and below. */
final class DetectionCollection implements FeatureSource {
  private static final CollectionInfo INFO =
      new CollectionInfo(
          "detections",
          "Detections",
          "Vụ phát hiện",
          "Events seen at a place and time; people are counted, never identified",
          Permission.READ_DETECTIONS,
          CollectionInfo.Licence.INTERNAL,
          9,
          DetectionFeature.FIELDS);

  private final DataKind kind;
  private final DetectionIndex index;

  DetectionCollection(DataKind kind, DetectionIndex index) {
    this.kind = kind;
    this.index = index;
  }

  @Override
  public CollectionInfo info() {
    return INFO;
  }

  @Override
  public QueryParameters filters() {
    return DetectionFilterQuery.PARAMETERS;
  }

  @Override
  public QueryParameters tileFilters() {
    return filters();
  }

  @Override
  public DetectionFilter tileFilter(Context ctx) throws SQLException {
    DetectionFilter asked = kind.decide(DetectionFilterQuery.parse(ctx::queryParam));
    ctx.header("Borderwatch-Data", asked.synthetic().orElse(false) ? "synthetic" : "real");
    return new DetectionAccess(Principal.of(ctx)).narrow(asked);
  }

  @Override
  public Selection select(Context ctx) throws SQLException {
    return new Rows(tileFilter(ctx), Optional.empty(), index);
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id) throws SQLException {
    Optional<UUID> uuid = uuid(id);
    if (uuid.isEmpty()) {
      return Optional.empty();
    }
    return new DetectionRepository(connection)
        .find(uuid.get())
        .filter(new DetectionAccess(Principal.of(ctx))::mayRead)
        .map(DetectionFeature::of);
  }

  static Optional<UUID> uuid(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Properties that aren't columns of their own name. */
  private static final Map<String, String> EXPRESSIONS =
      Map.of("station", "d.responsible_station", "station_derived", "(d.station IS NULL)");

  private static final CqlSql.Columns COLUMNS =
      new CqlSql.Columns() {
        @Override
        public String of(Property property) {
          return EXPRESSIONS.getOrDefault(property.name(), "d." + property.name());
        }

        @Override
        public String geometry() {
          return "d.geom";
        }
      };

  private record Rows(DetectionFilter filter, Optional<SqlPart> condition, DetectionIndex index)
      implements Selection {
    @Override
    public Selection filtered(Condition more) {
      return new Rows(filter, Optional.of(CqlSql.of(more, COLUMNS)), index);
    }

    @Override
    public long count(Connection connection) throws SQLException {
      return condition.isPresent()
          ? new DetectionRepository(connection).count(filter, condition.get())
          : index.count(connection, filter);
    }

    @Override
    public Written write(
        Connection connection, @Nullable String after, int limit, JsonGenerator json)
        throws SQLException, IOException {
      long afterRowNo = after == null ? 0 : rowNo(after);
      PageWriter writer = new PageWriter(limit, json);
      // One more than asked tells whether a next page is needed.
      new DetectionRepository(connection)
          .page(filter, condition.orElse(SqlPart.TRUE), afterRowNo, limit + 1, writer);
      return writer.written();
    }

    private static long rowNo(String after) {
      try {
        return Long.parseLong(after);
      } catch (NumberFormatException e) {
        throw new BadParameter("cursor", "cursor is not one of this collection");
      }
    }
  }

  /** Writes detections until the page is full. */
  private static final class PageWriter implements DetectionRepository.Sink {
    private final int limit;
    private final JsonGenerator json;
    private int features;
    private long lastRowNo;
    private boolean more;

    PageWriter(int limit, JsonGenerator json) {
      this.limit = limit;
      this.json = json;
    }

    @Override
    public boolean take(StoredDetection detection) throws IOException {
      if (features == limit) {
        more = true;
        return false;
      }
      DetectionFeature.write(detection, json);
      lastRowNo = detection.rowNo();
      features++;
      return true;
    }

    Written written() {
      return new Written(features, more ? Optional.of(Long.toString(lastRowNo)) : Optional.empty());
    }
  }
}
