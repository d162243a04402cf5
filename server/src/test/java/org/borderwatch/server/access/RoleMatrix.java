package org.borderwatch.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who gets in where, written down by hand. A column for each caller: nobody, device, recorder,
 * planner, commander, analyst, admin. {@code y} gets in, {@code -} is refused.
 */
final class RoleMatrix {
  static final List<String> CALLERS =
      List.of("nobody", "device", "recorder", "planner", "commander", "analyst", "admin");

  private static final String TABLE =
      """
      GET    /                                                                        y y y y y y y
      GET    /assets/<path>                                                           y y y y y y y
      GET    /webjars/leaflet/1.9.4/dist/<path>                                       y y y y y y y
      GET    /webjars/pbf/4.0.1/<path>                                                y y y y y y y
      GET    /health                                                                  y y y y y y y
      GET    /metrics                                                                 - - - - - - y

      GET    /api/session                                                             y y y y y y y
      POST   /api/session                                                             y y y y y y y
      DELETE /api/session                                                             - y y y y y y
      POST   /api/session/password                                                    - - y y y y y
      GET    /api/accounts                                                            - - - - - - y
      POST   /api/accounts                                                            - - - - - - y
      PUT    /api/accounts/{name}                                                     - - - - - - y
      DELETE /api/accounts/{name}                                                     - - - - - - y
      GET    /api/accounts/{name}/tokens                                              - - - - - - y
      POST   /api/accounts/{name}/tokens                                              - - - - - - y
      DELETE /api/accounts/{name}/tokens                                              - - - - - - y

      GET    /api/maps/heat/legend                                                    - - y y y y y
      GET    /api/maps/heat/{z}/{row}/{col}.png                                       - - y y y y y
      GET    /api/maps/heat/{z}/{row}/{col}.json                                      - - y y y y y
      GET    /api/summary/histogram                                                   - - y y y y y
      GET    /api/summary/profile                                                     - - y y y y y
      GET    /api/summary/totals                                                      - - y y y y y
      GET    /api/summary/extent                                                      - - y y y y y
      GET    /api/summary/effort                                                      - - y y y y y

      GET    /api/data                                                                - - y y y y y

      GET    /api                                                                     - y y y y y y
      GET    /api/conformance                                                         - y y y y y y
      GET    /api/api                                                                 - y y y y y y
      GET    /api/collections                                                         - y y y y y y
      GET    /api/tileMatrixSets                                                      - y y y y y y
      GET    /api/tileMatrixSets/WebMercatorQuad                                      - y y y y y y
      GET    /api/basemap.json                                                        - - y y y y y
      GET    /api/locate                                                              - - y y y y y
      GET    /api/words                                                               - - y y y y y

      GET    /api/collections/detections                                              - - y y y y y
      GET    /api/collections/detections/queryables                                   - - y y y y y
      GET    /api/collections/detections/items                                        - - y y y y y
      GET    /api/collections/detections/items/{featureId}                            - - y y y y y
      POST   /api/collections/detections/items                                        - y y - - - y
      PUT    /api/collections/detections/items/{featureId}                            - - y - - - y
      DELETE /api/collections/detections/items/{featureId}                            - - y - - - y
      POST   /api/collections/detections/items/{featureId}/restore                    - - y - - - y
      POST   /api/collections/detections/import                                       - - y - - - y
      GET    /api/collections/detections/tiles                                        - - y y y y y
      GET    /api/collections/detections/tiles/WebMercatorQuad                        - - y y y y y
      GET    /api/collections/detections/tiles/WebMercatorQuad/{z}/{row}/{col}        - - y y y y y
      GET    /api/collections/detections/export                                       - - - - - y y
      GET    /api/collections/detections/export/preview                               - - - - - y y

      GET    /api/collections/stations                                                - - y y y y y
      GET    /api/collections/stations/queryables                                     - - y y y y y
      GET    /api/collections/stations/items                                          - - y y y y y
      GET    /api/collections/stations/items/{featureId}                              - - y y y y y
      GET    /api/collections/stations/tiles                                          - - y y y y y
      GET    /api/collections/stations/tiles/WebMercatorQuad                          - - y y y y y
      GET    /api/collections/stations/tiles/WebMercatorQuad/{z}/{row}/{col}          - - y y y y y
      GET    /api/collections/stations/export                                         - - - - - y y
      GET    /api/collections/stations/export/preview                                 - - - - - y y

      GET    /api/collections/gates                                                   - - y y y y y
      GET    /api/collections/gates/queryables                                        - - y y y y y
      GET    /api/collections/gates/items                                             - - y y y y y
      GET    /api/collections/gates/items/{featureId}                                 - - y y y y y
      GET    /api/collections/gates/tiles                                             - - y y y y y
      GET    /api/collections/gates/tiles/WebMercatorQuad                             - - y y y y y
      GET    /api/collections/gates/tiles/WebMercatorQuad/{z}/{row}/{col}             - - y y y y y
      GET    /api/collections/gates/export                                            - - - - - y y
      GET    /api/collections/gates/export/preview                                    - - - - - y y

      GET    /api/collections/border                                                  - - y y y y y
      GET    /api/collections/border/queryables                                       - - y y y y y
      GET    /api/collections/border/items                                            - - y y y y y
      GET    /api/collections/border/items/{featureId}                                - - y y y y y
      GET    /api/collections/border/tiles                                            - - y y y y y
      GET    /api/collections/border/tiles/WebMercatorQuad                            - - y y y y y
      GET    /api/collections/border/tiles/WebMercatorQuad/{z}/{row}/{col}            - - y y y y y
      GET    /api/collections/border/export                                           - - - - - y y
      GET    /api/collections/border/export/preview                                   - - - - - y y

      GET    /api/collections/border-sections                                         - - y y y y y
      GET    /api/collections/border-sections/queryables                              - - y y y y y
      GET    /api/collections/border-sections/items                                   - - y y y y y
      GET    /api/collections/border-sections/items/{featureId}                       - - y y y y y
      GET    /api/collections/border-sections/tiles                                   - - y y y y y
      GET    /api/collections/border-sections/tiles/WebMercatorQuad                   - - y y y y y
      GET    /api/collections/border-sections/tiles/WebMercatorQuad/{z}/{row}/{col}   - - y y y y y
      GET    /api/collections/border-sections/export                                  - - - - - y y
      GET    /api/collections/border-sections/export/preview                          - - - - - y y

      GET    /api/collections/places                                                  - - y y y y y
      GET    /api/collections/places/queryables                                       - - y y y y y
      GET    /api/collections/places/items                                            - - y y y y y
      GET    /api/collections/places/items/{featureId}                                - - y y y y y
      GET    /api/collections/places/tiles                                            - - y y y y y
      GET    /api/collections/places/tiles/WebMercatorQuad                            - - y y y y y
      GET    /api/collections/places/tiles/WebMercatorQuad/{z}/{row}/{col}            - - y y y y y
      GET    /api/collections/places/export                                           - - - - - y y
      GET    /api/collections/places/export/preview                                   - - - - - y y

      GET    /api/collections/patrol-tracks                                           - - y y y y y
      GET    /api/collections/patrol-tracks/queryables                                - - y y y y y
      GET    /api/collections/patrol-tracks/items                                     - - y y y y y
      GET    /api/collections/patrol-tracks/items/{featureId}                         - - y y y y y
      POST   /api/collections/patrol-tracks/import                                    - - y - - - y
      GET    /api/collections/patrol-tracks/tiles                                     - - y y y y y
      GET    /api/collections/patrol-tracks/tiles/WebMercatorQuad                     - - y y y y y
      GET    /api/collections/patrol-tracks/tiles/WebMercatorQuad/{z}/{row}/{col}     - - y y y y y
      GET    /api/collections/patrol-tracks/export                                    - - - - - y y
      GET    /api/collections/patrol-tracks/export/preview                            - - - - - y y

      GET    /api/collections/sensor-watches                                          - - y y y y y
      GET    /api/collections/sensor-watches/queryables                               - - y y y y y
      GET    /api/collections/sensor-watches/items                                    - - y y y y y
      GET    /api/collections/sensor-watches/items/{featureId}                        - - y y y y y
      POST   /api/collections/sensor-watches/import                                   - - y - - - y
      GET    /api/collections/sensor-watches/tiles                                    - - y y y y y
      GET    /api/collections/sensor-watches/tiles/WebMercatorQuad                    - - y y y y y
      GET    /api/collections/sensor-watches/tiles/WebMercatorQuad/{z}/{row}/{col}    - - y y y y y
      GET    /api/collections/sensor-watches/export                                   - - - - - y y
      GET    /api/collections/sensor-watches/export/preview                           - - - - - y y

      GET    /api/collections/hotspots                                                - - - y y y y
      GET    /api/collections/hotspots/queryables                                     - - - y y y y
      GET    /api/collections/hotspots/items                                          - - - y y y y
      GET    /api/collections/hotspots/items/{featureId}                              - - - y y y y
      GET    /api/collections/hotspots/export                                         - - - y y y y
      GET    /api/collections/hotspots/export/preview                                 - - - y y y y

      GET    /api/collections/key-segments                                            - - - y y y y
      GET    /api/collections/key-segments/queryables                                 - - - y y y y
      GET    /api/collections/key-segments/items                                      - - - y y y y
      GET    /api/collections/key-segments/items/{featureId}                          - - - y y y y
      GET    /api/collections/key-segments/export                                     - - - y y y y
      GET    /api/collections/key-segments/export/preview                             - - - y y y y
      GET    /api/collections/patrol-areas                                            - - - y y y y
      GET    /api/collections/patrol-areas/queryables                                 - - - y y y y
      GET    /api/collections/patrol-areas/items                                      - - - y y y y
      GET    /api/collections/patrol-areas/items/{featureId}                          - - - y y y y
      GET    /api/collections/patrol-areas/export                                     - - - y y y y
      GET    /api/collections/patrol-areas/export/preview                             - - - y y y y

      GET    /api/collections/routes                                                  - - y y y y y
      GET    /api/collections/routes/queryables                                       - - y y y y y
      GET    /api/collections/routes/items                                            - - y y y y y
      GET    /api/collections/routes/items/{featureId}                                - - y y y y y
      POST   /api/collections/routes/items                                            - - - - - y y
      PUT    /api/collections/routes/items/{featureId}                                - - - - - y y
      DELETE /api/collections/routes/items/{featureId}                                - - - - - y y
      POST   /api/collections/routes/items/{featureId}/restore                        - - - - - y y
      GET    /api/collections/routes/items/{featureId}/history                        - - y y y y y
      POST   /api/collections/routes/import                                           - - - - - y y
      GET    /api/collections/routes/items/{featureId}/evidence                       - - y y y y y
      GET    /api/summary/route-groups                                                - - y y y y y
      POST   /api/network/match                                                       - - y y y y y
      GET    /api/collections/routes/tiles                                            - - y y y y y
      GET    /api/collections/routes/tiles/WebMercatorQuad                            - - y y y y y
      GET    /api/collections/routes/tiles/WebMercatorQuad/{z}/{row}/{col}            - - y y y y y
      GET    /api/collections/routes/export                                           - - - - - y y
      GET    /api/collections/routes/export/preview                                   - - - - - y y

      GET    /api/collections/network                                                 - - y y y y y
      GET    /api/collections/network/queryables                                      - - y y y y y
      GET    /api/collections/network/items                                           - - y y y y y
      GET    /api/collections/network/items/{featureId}                               - - y y y y y
      GET    /api/collections/network/tiles                                           - - y y y y y
      GET    /api/collections/network/tiles/WebMercatorQuad                           - - y y y y y
      GET    /api/collections/network/tiles/WebMercatorQuad/{z}/{row}/{col}           - - y y y y y
      GET    /api/collections/network/export                                          - - - - - y y
      GET    /api/collections/network/export/preview                                  - - - - - y y
      POST   /api/collections/network/import                                          - - - - - y y

      GET    /api/collections/network-features                                        - - y y y y y
      GET    /api/collections/network-features/queryables                             - - y y y y y
      GET    /api/collections/network-features/items                                  - - y y y y y
      GET    /api/collections/network-features/items/{featureId}                      - - y y y y y
      GET    /api/collections/network-features/tiles                                  - - y y y y y
      GET    /api/collections/network-features/tiles/WebMercatorQuad                  - - y y y y y
      GET    /api/collections/network-features/tiles/WebMercatorQuad/{z}/{row}/{col}  - - y y y y y
      GET    /api/collections/network-features/export                                 - - - - - y y
      GET    /api/collections/network-features/export/preview                         - - - - - y y

      POST   /api/collections/elevation/import                                        - - - - - y y
      GET    /api/network/nearest                                                     - - y y y y y
      GET    /api/network/segments/{id}                                               - - y y y y y
      GET    /api/network/way                                                         - - y y y y y

      GET    /api/processes                                                           - y y y y y y
      GET    /api/processes/{id}                                                      - y y y y y y
      POST   /api/processes/{id}/execution                                            - - - y y y y
      GET    /api/jobs                                                                - y y y y y y
      GET    /api/jobs/{id}                                                           - y y y y y y
      GET    /api/jobs/{id}/results                                                   - y y y y y y
      GET    /api/jobs/{id}/export                                                    - - - y y y y
      GET    /api/jobs/{id}/export/preview                                            - - - y y y y
      GET    /api/jobs/{id}/rejects.csv                                               - y y y y y y
      DELETE /api/jobs/{id}                                                           - y y y y y y
      POST   /api/jobs/{id}/restart                                                   - - - y y y y
      GET    /api/plans                                                               - - - y y y y
      POST   /api/plans                                                               - - - - y - -
      GET    /api/plans/{id}                                                          - - - y y y y
      DELETE /api/plans/{id}                                                          - - - - y - -
      GET    /api/plans/{id}/versions                                                 - - - y y y y
      POST   /api/plans/{id}/price                                                    - - - y y y y
      POST   /api/plans/{id}/changes                                                  - - - - y - -
      POST   /api/plans/{id}/undo                                                     - - - - y - -
      POST   /api/plans/{id}/approve                                                  - - - - y - -
      GET    /api/plans/{id}/walked                                                   - - - y y y y
      GET    /api/plans/{id}/order.pdf                                                - - - y y y y
      GET    /api/plans/{id}/tracks.gpx                                               - - - y y y y
      GET    /api/plans/{id}/tracks.kml                                               - - - y y y y
      GET    /api/outcomes                                                            - - y y y y y
      PUT    /api/outcomes                                                            - - y - - - y
      GET    /api/outcomes/indicators                                                 - - y y y y y
      PUT    /api/outcomes/indicators/{code}                                          - - - - - - y
      GET    /api/outcomes/units                                                      - - y y y y y
      GET    /api/outcomes/{id}/history                                               - - y y y y y
      POST   /api/outcomes/import                                                     - - y - - - y
      GET    /api/outcomes/template.xlsx                                              - - y - - - y
      GET    /api/reports/current                                                     - - y y y y y
      GET    /api/reports/current/paper.pdf                                           - - y y y y y
      GET    /api/reports/current/workbook.xlsx                                       - - y y y y y
      GET    /api/reports                                                             - - y y y y y
      GET    /api/reports/{id}                                                        - - y y y y y
      GET    /api/reports/{id}/paper.pdf                                              - - y y y y y
      GET    /api/reports/{id}/workbook.xlsx                                          - - y y y y y
      POST   /api/reports                                                             - - - y y - y
      POST   /api/demo                                                                - - - - - - y
      DELETE /api/demo                                                                - - - - - - y
      """;

  private RoleMatrix() {}

  /** By method and path: whether each of {@link #CALLERS} gets in. */
  static Map<String, List<Boolean>> read() {
    Map<String, List<Boolean>> rows = new TreeMap<>();
    for (String line : TABLE.split("\n")) {
      if (line.isBlank()) {
        continue;
      }
      String[] words = line.strip().split("\\s+");
      List<Boolean> getsIn =
          Arrays.stream(words, 2, words.length).map(word -> word.equals("y")).toList();
      if (getsIn.size() != CALLERS.size()) {
        throw new IllegalStateException("not one word for each caller: " + line);
      }
      rows.put(words[0] + " " + words[1], getsIn);
    }
    return rows;
  }
}
