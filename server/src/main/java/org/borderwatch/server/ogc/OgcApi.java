package org.borderwatch.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.route.RouteKind;
import org.borderwatch.server.route.RouteMatching;
import org.borderwatch.server.tile.VectorTileEndpoints;
import org.borderwatch.server.tile.VectorTileLayer;

/** Every route of OGC API Features and Tiles, and what the page needs beside them. */
public final class OgcApi {
  private final Database database;
  private final PublicUrl publicUrl;
  private final ReferenceLayers layers;
  private final List<FeatureSource> sources;
  private final RouteKind routeKind;
  private final RouteMatching matching;
  private final String version;
  private final Runnable changed;

  /**
   * Serves what is in {@code database}.
   *
   * @param version of the software, for the API document
   * @param index counts detections, and is told of each change before it is answered
   * @param network says which network is meant
   */
  public OgcApi(
      Database database,
      PublicUrl publicUrl,
      ReferenceLayers layers,
      DataKind kind,
      String version,
      DetectionIndex index,
      NetworkSource network) {
    this.database = database;
    this.publicUrl = publicUrl;
    this.layers = layers;
    this.version = version;
    this.changed = index::refresh;
    this.sources = new ArrayList<>();
    sources.add(new DetectionCollection(kind, index));
    sources.addAll(EffortCollection.all(kind));
    sources.addAll(NetworkCollection.all(network));
    sources.addAll(Layers.all());
    this.routeKind = new RouteKind(database, kind);
    this.matching = new RouteMatching(network);
    sources.add(new RouteCollection(routeKind, layers.locator()));
  }

  /** Serves {@code more} collections too; before {@link #register}. */
  public OgcApi with(List<? extends FeatureSource> more) {
    sources.addAll(more);
    return this;
  }

  /** Every collection. */
  public List<FeatureSource> sources() {
    return List.copyOf(sources);
  }

  /** Adds the routes; the API document describes all routes of {@code routes}, also later ones. */
  public void register(RouteTable routes) {
    new CollectionsEndpoints(database, publicUrl, sources).register(routes);
    new ItemsEndpoints(database, publicUrl).register(routes, sources);
    new DetectionEndpoints(database, publicUrl, layers, changed).register(routes);
    new RouteEndpoints(new RouteChanges(database, layers.locator(), routeKind, matching), publicUrl)
        .register(routes);
    new MapEndpoints(database, layers).register(routes);
    List<VectorTileLayer> tiled =
        sources.stream().filter(FeatureSource::isTiled).map(OgcApi::tiled).toList();
    new VectorTileEndpoints(database, publicUrl, tiled).register(routes);
    new OpenApiEndpoints(publicUrl, version).register(routes);
  }

  private static VectorTileLayer tiled(FeatureSource source) {
    CollectionInfo info = source.info();
    Map<String, String> fields = new LinkedHashMap<>();
    info.fields().forEach(field -> fields.put(field.name(), field.type()));
    return new VectorTileLayer(
        info.id(),
        info.title(),
        info.permission(),
        source.tileFilters(),
        source::tileFilter,
        source.tileMaker(),
        info.minZoom(),
        fields);
  }
}
