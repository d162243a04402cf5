package org.borderwatch.server.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.borderwatch.data.border.BorderPosition;
import org.borderwatch.data.place.Province;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.LastAnswer;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.geo.Station;
import org.borderwatch.server.geo.StationRepository;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.EntityTag;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;

/** What the page needs beside collections: the base map, where a point lies, lists of words. */
public final class MapEndpoints {
  private final Database database;
  private final ReferenceLayers layers;
  private final Basemap basemap;
  private final LastAnswer<List<Station>> stations;

  /** Begins to prepare the base map. */
  public MapEndpoints(Database database, ReferenceLayers layers) {
    this.database = database;
    this.layers = layers;
    this.basemap = new Basemap(database, layers);
    this.stations = new LastAnswer<>(database.inquiry(), () -> inStations(StationRepository::all));
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/basemap.json",
        Permission.READ_LAYERS,
        QueryParameters.NONE,
        "Border, kilometres, gates, stations and towns as the page draws them",
        this::basemap);
    routes.get(
        "/api/locate",
        Permission.READ_LAYERS,
        QueryParameters.of("lon", "lat"),
        "Where a point lies along the border, on which side, and which station answers for it",
        this::locate);
    routes.get(
        "/api/words",
        Permission.READ_LAYERS,
        QueryParameters.NONE,
        "The words of filters and forms in both languages, provinces and stations",
        this::words);
  }

  private void basemap(Context ctx) throws SQLException, IOException {
    byte[] document = basemap.json();
    if (!EntityTag.ofContent(document).answersNotModified(ctx)) {
      ctx.contentType(MediaTypes.JSON).result(document);
    }
  }

  private void locate(Context ctx) throws SQLException {
    BorderPosition position =
        layers.locator().locate(degrees(ctx, "lon", 180), degrees(ctx, "lat", 90));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("borderWith", position.with().code());
    answer.put("borderKm", Math.rint(position.km() * 1e3) / 1e3);
    answer.put("offsetMetres", Math.rint(position.offsetM() * 10) / 10);
    answer.put("inside", position.offsetM() >= 0);
    answer.put("distanceMetres", Math.rint(Math.abs(position.offsetM()) * 10) / 10);
    answer.put("station", station(position).orElse(null));
    Json.answer(ctx, answer);
  }

  /** The rest of the answer needs no database, and a form goes on without the station. */
  private Optional<Station> station(BorderPosition position) throws SQLException {
    try {
      return database.inquiry().ask(() -> inStations(stations -> stations.at(position)));
    } catch (SQLTransientConnectionException away) {
      return Optional.empty();
    }
  }

  private static double degrees(Context ctx, String name, double max) {
    OptionalDouble value = QueryValues.number(ctx, name, -max, max);
    return value.orElseThrow(
        () -> new BadParameter(name, name + " is missing; expected degrees (OGC:CRS84)"));
  }

  private interface StationQuestion<T> {
    T ask(StationRepository stations) throws SQLException;
  }

  private <T> T inStations(StationQuestion<T> question) throws SQLException {
    return database
        .promptJdbi()
        .withHandle(handle -> question.ask(new StationRepository(handle.getConnection())));
  }

  private void words(Context ctx) throws SQLException {
    Map<String, Object> answer = new LinkedHashMap<>(WordLists.ALL);
    answer.put("provinces", layers.provinces().stream().map(MapEndpoints::province).toList());
    answer.put("stations", stations.get());
    Json.answer(ctx, answer);
  }

  private static Map<String, String> province(Province province) {
    Map<String, String> one = new LinkedHashMap<>();
    one.put("code", province.code());
    one.put("name", province.nameVi());
    one.put("nameEn", province.nameEn());
    return one;
  }
}
