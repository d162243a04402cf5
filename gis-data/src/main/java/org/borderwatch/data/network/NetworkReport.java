package org.borderwatch.data.network;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * What stood in the files of a network, what was taken and what was left out. Which count of osmium
 * and of ogr2ogr each of these equals is in {@code docs/decisions/0017-reading-networks.md}.
 *
 * @param found what stood in the files
 * @param nodes junctions and ends that were handed out
 * @param edges pieces of ways between them
 * @param km of all edges
 * @param wayNodes different vertices of the ways that were taken, before they are split
 * @param classes by class of way, those that occur
 * @param features how many, by kind
 * @param leftOut by reason and what it was
 */
public record NetworkReport(
    Found found,
    int nodes,
    int edges,
    double km,
    long wayNodes,
    Map<WayClass, ClassCount> classes,
    Map<NetworkFeature.Kind, Integer> features,
    List<LeftOut> leftOut) {

  /**
   * What stood in the files, whatever it was. Features of GeoJSON count as ways when they are
   * lines, and as nodes when they are points.
   */
  public record Found(long nodes, long ways, long relations) {}

  /**
   * A class of ways.
   *
   * @param found ways of this class in the files, taken or not
   * @param ways taken, in whole or in part
   * @param edges made of them
   * @param km of those edges
   * @param closedKm the part of it that nobody may use, on foot or by vehicle
   */
  public record ClassCount(long found, long ways, long edges, double km, double closedKm) {}

  /** The same as a document, names in snake_case. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("found")
        .put("nodes", found.nodes)
        .put("ways", found.ways)
        .put("relations", found.relations);
    json.put("nodes", nodes).put("edges", edges).put("km", rounded(km)).put("way_nodes", wayNodes);
    ObjectNode byClass = json.putObject("classes");
    classes.forEach(
        (wayClass, count) ->
            byClass
                .putObject(wayClass.code())
                .put("found", count.found)
                .put("ways", count.ways)
                .put("edges", count.edges)
                .put("km", rounded(count.km))
                .put("closed_km", rounded(count.closedKm)));
    ObjectNode byKind = json.putObject("features");
    features.forEach((kind, count) -> byKind.put(kind.code(), count));
    var left = json.putArray("left_out");
    for (LeftOut one : leftOut) {
      ObjectNode entry =
          left.addObject()
              .put("reason", one.why().code())
              .put("what", one.what())
              .put("counted", one.why().counted())
              .put("count", one.count())
              .put("text", one.why().text())
              .put("text_vi", one.why().textVi());
      one.examples().forEach(entry.putArray("examples")::add);
    }
    return json;
  }

  /** To the metre. */
  private static double rounded(double km) {
    return Math.rint(km * 1000) / 1000;
  }
}
