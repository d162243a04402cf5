package org.borderwatch.server.keyroute;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.borderwatch.server.graph.Way;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.http.ApiException.NotFound;
import org.borderwatch.server.http.Permission;
import org.borderwatch.server.http.QueryParameters;
import org.borderwatch.server.http.QueryValues;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.network.NetworkSource;
import org.borderwatch.server.network.RoadNetwork;
import org.borderwatch.server.network.Weight;
import org.borderwatch.server.study.ResultWriter;
import org.jspecify.annotations.Nullable;

/** The cheapest way between places of the network, at once: for whoever draws a line. */
public final class WayEndpoints {
  private static final int MOST_VIA = 50;

  private final NetworkSource source;

  public WayEndpoints(NetworkSource source) {
    this.source = source;
  }

  public void register(RouteTable routes) {
    routes.get(
        "/api/network/way",
        Permission.READ_LAYERS,
        QueryParameters.of("from", "to", "via", "weight", "snapMetres", "synthetic"),
        "The cheapest way over roads and trails between two places, by way of others",
        this::way);
  }

  private void way(Context ctx) {
    Weight weight = QueryValues.word(ctx, "weight", Weight.class).orElse(Weight.TRAVEL_SECONDS);
    double maxSnapMetres =
        QueryValues.number(ctx, "snapMetres", 0, SnappedEnd.MOST_METRES)
            .orElse(SnappedEnd.USUAL_METRES);
    List<double[]> places = new ArrayList<>();
    places.add(place("from", ctx.queryParam("from")));
    places.addAll(via(ctx.queryParam("via")));
    places.add(place("to", ctx.queryParam("to")));
    RoadNetwork network = source.network(synthetic(ctx));
    List<SnappedEnd> nearest = new ArrayList<>();
    for (double[] at : places) {
      nearest.add(snapped(network, weight, at, maxSnapMetres));
    }
    List<SnappedEnd> ends =
        SnappedEnd.joined(network, weight, nearest, places, maxSnapMetres, new BitSet());
    List<Way> legs = new ArrayList<>();
    for (int i = 1; i < ends.size(); i++) {
      legs.add(leg(network, weight, ends.get(i - 1), ends.get(i), places.get(i)));
    }
    ctx.contentType("application/geo+json").result(document(network, legs, ends, weight));
  }

  private static byte[] document(
      RoadNetwork network, List<Way> legs, List<SnappedEnd> ends, Weight weight) {
    WayDescription way = WayDescription.of(network, legs, ends.get(0));
    ResultWriter out =
        new ResultWriter()
            .text("type", "Feature")
            .line(way.lonLat())
            .open("properties")
            .number("cost", way.cost());
    WayWriter.properties(out, network, way);
    out.text("weight", weight.code())
        .number("from_snapped_m", WayWriter.tenth(ends.get(0).at().distanceMetres()))
        .number("to_snapped_m", WayWriter.tenth(ends.get(ends.size() - 1).at().distanceMetres()))
        .text("network", network.version())
        .close();
    return out.finish();
  }

  private static SnappedEnd snapped(
      RoadNetwork network, Weight weight, double[] at, double maxSnapMetres) {
    return SnappedEnd.nearest(network, weight, at[0], at[1], maxSnapMetres, new BitSet())
        .orElseThrow(
            () ->
                new NotFound(
                    "Không có đường nào trong vòng %.0f m quanh %s, %s. / No way lies within %.0f m of %s, %s."
                        .formatted(maxSnapMetres, at[0], at[1], maxSnapMetres, at[0], at[1])));
  }

  private static Way leg(
      RoadNetwork network, Weight weight, SnappedEnd from, SnappedEnd to, double[] goal) {
    return network
        .finder(weight)
        .shortest(from.end(), to.end(), new BitSet())
        .orElseThrow(
            () ->
                new NotFound(
                    "Không có đường đi đến %s, %s. / No way leads to %s, %s."
                        .formatted(goal[0], goal[1], goal[0], goal[1])));
  }

  private static List<double[]> via(@Nullable String text) {
    List<double[]> places = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return places;
    }
    String[] words = text.split(";", -1);
    if (words.length > MOST_VIA) {
      throw new BadParameter(
          "via", "via has %d places; at most %d".formatted(words.length, MOST_VIA));
    }
    for (String word : words) {
      places.add(place("via", word));
    }
    return places;
  }

  private static double[] place(String name, @Nullable String text) {
    String[] numbers = text == null ? new String[0] : text.split(",", -1);
    if (numbers.length == 2) {
      try {
        double lon = Double.parseDouble(numbers[0].strip());
        double lat = Double.parseDouble(numbers[1].strip());
        if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) {
          return new double[] {lon, lat};
        }
      } catch (NumberFormatException word) {
        // Told below.
      }
    }
    throw new BadParameter(
        name,
        "%s is %s; expected lon,lat in degrees".formatted(name, text == null ? "missing" : text));
  }

  private static Optional<Boolean> synthetic(Context ctx) {
    String text = ctx.queryParam("synthetic");
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return switch (text.strip()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          throw new BadParameter("synthetic", "synthetic is " + text + "; expected true or false");
    };
  }
}
