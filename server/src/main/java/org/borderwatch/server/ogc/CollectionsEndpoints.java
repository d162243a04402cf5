package org.borderwatch.server.ogc;

import static org.borderwatch.server.ogc.MediaTypes.GEOJSON;
import static org.borderwatch.server.ogc.MediaTypes.JSON;
import static org.borderwatch.server.ogc.MediaTypes.MVT;

import io.javalin.http.Context;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.cql.Property;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DetectionRepository;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.RouteTable;
import org.jspecify.annotations.Nullable;

/** The landing page of the API, what it conforms to, and its collections. */
final class CollectionsEndpoints {
  /** Only what is held: see the tests of each. */
  private static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
          "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/optimistic-locking-etags",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
          "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/ogc-process-description",
          "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/json",
          "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/job-list",
          "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/dismiss");

  /** Viet Nam's land and the strip around it for which detections are taken, in degrees. */
  private static final List<Double> BOX = List.of(98.5, 5.0, 113.0, 26.5);

  private final Database database;
  private final PublicUrl publicUrl;
  private final List<FeatureSource> sources;

  CollectionsEndpoints(Database database, PublicUrl publicUrl, List<FeatureSource> sources) {
    this.database = database;
    this.publicUrl = publicUrl;
    this.sources = List.copyOf(sources);
  }

  void register(RouteTable routes) {
    routes.get(
        "/api",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "Where everything is",
        ctx -> Json.answer(ctx, landing()));
    routes.get(
        "/api/conformance",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "The conformance classes of OGC standards that are held",
        ctx -> Json.answer(ctx, Map.of("conformsTo", CONFORMANCE)));
    routes.get(
        "/api/collections",
        Permission.SIGNED_IN,
        QueryParameters.NONE,
        "The collections that the caller may read",
        this::collections);
    for (FeatureSource source : sources) {
      CollectionInfo info = source.info();
      routes.get(
          "/api/collections/" + info.id(),
          info.permission(),
          QueryParameters.NONE,
          "What the collection " + info.id() + " is",
          ctx -> Json.answer(ctx, collection(source)));
      routes.get(
          "/api/collections/" + info.id() + "/queryables",
          info.permission(),
          QueryParameters.NONE,
          "The properties of " + info.id() + " that a filter may name",
          ctx -> Json.answer(ctx, queryables(info), MediaTypes.SCHEMA));
    }
  }

  private Map<String, Object> landing() {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("title", "Borderwatch");
    page.put(
        "description",
        "Detections of crossings along the land border of Viet Nam, and the layers around them");
    page.put(
        "links",
        List.of(
            link("/api", "self", JSON, "This document"),
            link("/api/api", "service-desc", MediaTypes.OPENAPI, "The API in OpenAPI 3.0"),
            link("/api/conformance", "conformance", JSON, "Conformance classes"),
            link("/api/collections", "data", JSON, "Collections"),
            link(
                "/api/tileMatrixSets",
                "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes",
                JSON,
                "Tile matrix sets"),
            link(
                "/api/processes",
                "http://www.opengis.net/def/rel/ogc/1.0/processes",
                JSON,
                "Analyses"),
            link("/api/jobs", "http://www.opengis.net/def/rel/ogc/1.0/job-list", JSON, "Jobs"),
            link("/", "alternate", "text/html", "The map")));
    return page;
  }

  private void collections(Context ctx) throws SQLException {
    Principal principal = Principal.of(ctx);
    List<Map<String, Object>> readable = new ArrayList<>();
    for (FeatureSource source : sources) {
      if (principal.role().may(source.info().permission())) {
        readable.add(collection(source));
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("links", List.of(link("/api/collections", "self", JSON, "This document")));
    document.put("collections", readable);
    Json.answer(ctx, document);
  }

  private Map<String, Object> collection(FeatureSource source) throws SQLException {
    CollectionInfo info = source.info();
    String path = "/api/collections/" + info.id();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", info.id());
    document.put("title", info.title());
    document.put("titleVi", info.titleVi());
    document.put("description", info.description());
    document.put("attribution", info.licence().title());
    document.put("itemType", "feature");
    document.put("crs", List.of(MediaTypes.CRS84));
    document.put("storageCrs", MediaTypes.CRS84);
    document.put("extent", extent(info));
    List<Link> links = new ArrayList<>();
    links.add(link(path, "self", JSON, "This document"));
    links.add(link(path + "/items", "items", GEOJSON, info.title()));
    links.add(
        link(
            path + "/queryables",
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            MediaTypes.SCHEMA,
            "Properties for filters"));
    if (source.isTiled()) {
      links.add(
          link(
              path + "/tiles",
              "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
              JSON,
              "Vector tiles (" + MVT + ")"));
    }
    if (!info.licence().href().isEmpty()) {
      links.add(new Link(info.licence().href(), "license", "text/html", info.licence().title()));
    }
    document.put("links", links);
    return document;
  }

  /** A JSON schema; lists can be asked for being there only. */
  private Map<String, Object> queryables(CollectionInfo info) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("geom", Map.of("format", "geometry-any", "x-ogc-role", "primary-geometry"));
    for (CollectionInfo.Field field : info.fields()) {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", field.type());
      if (Property.of(field.name(), field.type()).kind() == Property.Kind.TIME) {
        schema.put("format", "date-time");
      }
      properties.put(field.name(), schema);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", publicUrl.to("/api/collections/" + info.id() + "/queryables"));
    schema.put("type", "object");
    schema.put("title", info.title());
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> extent(CollectionInfo info) throws SQLException {
    Map<String, Object> extent = new LinkedHashMap<>();
    extent.put("spatial", Map.of("bbox", List.of(BOX), "crs", MediaTypes.CRS84));
    if (info.fields().stream().anyMatch(field -> field.name().equals("observed_at"))) {
      extent.put(
          "temporal",
          Map.of(
              "interval",
              List.of(observed()),
              "trs",
              "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
    }
    return extent;
  }

  private List<@Nullable String> observed() throws SQLException {
    try (Connection connection = database.connection()) {
      return new DetectionRepository(connection).timeExtent();
    }
  }

  private Link link(String path, String rel, String type, String title) {
    return new Link(publicUrl.to(path), rel, type, title);
  }
}
