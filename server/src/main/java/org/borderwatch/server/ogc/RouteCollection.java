package org.borderwatch.server.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.data.border.BorderLocator;
import org.borderwatch.server.detection.DetectionFilter;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.route.RouteFilter;
import org.borderwatch.server.route.RouteFilterQuery;
import org.borderwatch.server.route.RouteKind;
import org.borderwatch.server.route.RouteRepository;
import org.borderwatch.server.route.StoredRoute;
import org.jspecify.annotations.Nullable;

/** The register of trafficking routes as a collection, in the order of the codes. */
final class RouteCollection implements FeatureSource {
  private static final CollectionInfo INFO =
      new CollectionInfo(
          "routes",
          "Trafficking routes",
          "Tuyến trọng điểm",
          "The register of routes: places and ways, never a word about a person",
          Permission.READ_ROUTES,
          CollectionInfo.Licence.INTERNAL,
          5,
          RouteFeature.FIELDS);

  private final RouteKind kind;
  private final BorderLocator border;

  RouteCollection(RouteKind kind, BorderLocator border) {
    this.kind = kind;
    this.border = border;
  }

  @Override
  public CollectionInfo info() {
    return INFO;
  }

  @Override
  public QueryParameters filters() {
    return RouteFilterQuery.PARAMETERS;
  }

  @Override
  public QueryParameters tileFilters() {
    return QueryParameters.of("synthetic");
  }

  @Override
  public DetectionFilter tileFilter(Context ctx) throws SQLException {
    boolean synthetic = kind(ctx, RouteFilterQuery.parse(ctx::queryParam));
    return DetectionFilter.ALL.withSynthetic(synthetic);
  }

  @Override
  public Selection select(Context ctx) throws SQLException {
    RouteFilter asked = RouteFilterQuery.parse(ctx::queryParam);
    return new Rows(asked.withSynthetic(kind(ctx, asked)), border);
  }

  /** The kind that is meant, which the answer says. */
  private boolean kind(Context ctx, RouteFilter asked) throws SQLException {
    boolean synthetic = kind.decide(asked.synthetic());
    ctx.header("Borderwatch-Data", synthetic ? "synthetic" : "real");
    return synthetic;
  }

  @Override
  public Optional<Feature> one(Context ctx, Connection connection, String id) throws SQLException {
    Optional<UUID> uuid = DetectionCollection.uuid(id);
    return uuid.isEmpty()
        ? Optional.empty()
        : new RouteRepository(connection, border).find(uuid.get()).map(RouteFeature::of);
  }

  private record Rows(RouteFilter filter, BorderLocator border) implements Selection {
    @Override
    public long count(Connection connection) throws SQLException {
      return new RouteRepository(connection, border).count(filter);
    }

    @Override
    public Written write(
        Connection connection, @Nullable String after, int limit, JsonGenerator json)
        throws SQLException, IOException {
      PageWriter writer = new PageWriter(limit, json);
      // One more than asked tells whether a next page is needed.
      new RouteRepository(connection, border)
          .page(filter, after == null ? "" : after, limit + 1, writer);
      return writer.written();
    }
  }

  /** Writes routes until the page is full. */
  private static final class PageWriter implements RouteRepository.Sink {
    private final int limit;
    private final JsonGenerator json;
    private int features;
    private String lastCode = "";
    private boolean more;

    PageWriter(int limit, JsonGenerator json) {
      this.limit = limit;
      this.json = json;
    }

    @Override
    public boolean take(StoredRoute route) throws IOException {
      if (features == limit) {
        more = true;
        return false;
      }
      RouteFeature.write(route, json);
      lastCode = route.route().code();
      features++;
      return true;
    }

    Written written() {
      return new Written(features, more ? Optional.of(lastCode) : Optional.empty());
    }
  }
}
