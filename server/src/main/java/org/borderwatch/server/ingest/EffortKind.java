package org.borderwatch.server.ingest;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.borderwatch.data.detection.DetectionFormat;
import org.borderwatch.data.effort.EffortGeoJson;
import org.borderwatch.data.effort.EffortReader;
import org.borderwatch.data.effort.EffortRules.EffortOptions;
import org.borderwatch.data.effort.PatrolTrack;
import org.borderwatch.data.effort.TrackGpx;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.QueryValues;

/** The collections of effort that files are imported into. */
public enum EffortKind {
  TRACKS("patrol-tracks", "Import patrol tracks from GPX or GeoJSON"),
  WATCHES("sensor-watches", "Import sensor watches from GeoJSON");

  private final String collection;
  private final String importTitle;

  EffortKind(String collection, String importTitle) {
    this.collection = collection;
    this.importTitle = importTitle;
  }

  public String collection() {
    return collection;
  }

  String importTitle() {
    return importTitle;
  }

  /** The formats that its files have. */
  public Set<DetectionFormat> formats() {
    return this == TRACKS
        ? Set.of(DetectionFormat.GPX, DetectionFormat.GEOJSON)
        : Set.of(DetectionFormat.GEOJSON);
  }

  EffortReader open(InputStream in, DetectionFormat format) throws IOException {
    if (this == WATCHES) {
      return EffortGeoJson.ofWatches(in);
    }
    return format == DetectionFormat.GPX ? new TrackGpx(in) : EffortGeoJson.ofTracks(in);
  }

  /** The query parameters of an import, beside those of every import. */
  String[] parameters() {
    return this == TRACKS
        ? new String[] {"team", "station", "maxSpeedKmh"}
        : new String[] {"station"};
  }

  /** What the query tells. */
  EffortOptions options(Context ctx) {
    Optional<String> team = Optional.ofNullable(ctx.queryParam("team"));
    if (team.isPresent() && !PatrolTrack.isTeam(team.get())) {
      throw new BadParameter("team", "team has to be a code, [A-Za-z0-9._-]{1,32}; never a name");
    }
    return new EffortOptions(
        team.orElse(null),
        ctx.queryParam("station"),
        QueryValues.number(ctx, "maxSpeedKmh", 1, 1_000).orElse(EffortOptions.USUAL_MAX_SPEED_KMH));
  }
}
