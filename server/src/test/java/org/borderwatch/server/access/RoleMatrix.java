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
