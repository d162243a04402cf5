package org.borderwatch.bench.extract;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Writes a seeded extract of OpenStreetMap for whoever has no real one at hand: winding roads and
 * trails in a mesh, houses, streams, villages. A third of its nodes are on roads; real extracts of
 * hilly land have from a tenth to a half.
 *
 * <p>Usage: {@code SyntheticExtract OUT.osm.pbf}
 */
public final class SyntheticExtract {
  private static final int SIDE = 60;
  private static final int BENDS = 5;
  private static final int HOUSES = 9_000;
  private static final int ELEMENTS_IN_A_BLOCK = 8_000;
  private static final String[] CLASSES = {
    "primary", "secondary", "tertiary", "unclassified", "residential", "residential", "service",
    "track", "track", "footway", "path", "path", "construction", "steps"
  };
  private static final String[] SURFACES = {"asphalt", "unpaved", "dirt", "gravel"};

  private final Random random = new Random(17);
  private final List<long[]> positions = new ArrayList<>();
  private final List<Map<String, String>> nodeTags = new ArrayList<>();
  private final List<long[]> ways = new ArrayList<>();
  private final List<Map<String, String>> wayTags = new ArrayList<>();

  private SyntheticExtract() {}

  /** See the class. */
  public static void main(String[] arguments) throws IOException {
    SyntheticExtract extract = new SyntheticExtract();
    extract.mesh();
    extract.houses();
    try (PbfWriter out = new PbfWriter(Path.of(arguments[0]))) {
      extract.write(out);
    }
  }

  /** Adds a node; ids begin at 1. */
  private long node(double lon, double lat, Map<String, String> tags) {
    positions.add(new long[] {Math.round(lon * 1e7), Math.round(lat * 1e7)});
    nodeTags.add(tags);
    return positions.size();
  }

  private void way(long[] refs, Map<String, String> tags) {
    ways.add(refs);
    wayTags.add(tags);
  }

  /** Every node of a square grid is joined to the next two by a winding way, or is not. */
  private void mesh() {
    long[][] corners = new long[SIDE][SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        Map<String, String> tags =
            random.nextInt(40) == 0
                ? Map.of("place", "village", "name", "Bản " + random.nextInt(1000))
                : random.nextInt(30) == 0 ? Map.of("barrier", "gate") : Map.of();
        corners[row][column] =
            node(106 + 0.005 * (column + jitter()), 21 + 0.005 * (row + jitter()), tags);
      }
    }
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        if (column + 1 < SIDE) {
          road(corners[row][column], corners[row][column + 1]);
        }
        if (row + 1 < SIDE) {
          road(corners[row][column], corners[row + 1][column]);
        }
      }
    }
  }

  private double jitter() {
    return 0.6 * random.nextDouble() - 0.3;
  }

  private void road(long from, long to) {
    if (random.nextInt(10) < 3) {
      return;
    }
    long[] refs = new long[BENDS + 2];
    refs[0] = from;
    refs[BENDS + 1] = to;
    long[] begin = positions.get((int) from - 1);
    long[] end = positions.get((int) to - 1);
    for (int bend = 1; bend <= BENDS; bend++) {
      double share = bend / (BENDS + 1.0);
      refs[bend] =
          node(
              (begin[0] + share * (end[0] - begin[0]) + 3_000 * jitter()) / 1e7,
              (begin[1] + share * (end[1] - begin[1]) + 3_000 * jitter()) / 1e7,
              Map.of());
    }
    Map<String, String> tags = new LinkedHashMap<>();
    if (random.nextInt(25) == 0) {
      tags.put("waterway", "stream");
    } else {
      tags.put("highway", CLASSES[random.nextInt(CLASSES.length)]);
      tags.put("surface", SURFACES[random.nextInt(SURFACES.length)]);
      tags.put("source", "simulated");
      if (random.nextInt(4) == 0) {
        tags.put("name", "Đường " + random.nextInt(400));
      }
      if (random.nextInt(10) == 0) {
        tags.put("oneway", "yes");
      }
    }
    way(refs, tags);
  }

  private void houses() {
    for (int i = 0; i < HOUSES; i++) {
      double lon = 106 + 0.3 * random.nextDouble();
      double lat = 21 + 0.3 * random.nextDouble();
      long first = node(lon, lat, Map.of());
      node(lon + 1e-4, lat, Map.of());
      node(lon + 1e-4, lat + 1e-4, Map.of());
      node(lon, lat + 1e-4, Map.of());
      way(
          new long[] {first, first + 1, first + 2, first + 3, first},
          Map.of("building", "yes", "addr:housenumber", String.valueOf(random.nextInt(300))));
    }
  }

  /** The strings of a block; the first is empty. */
  private static final class Strings {
    private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("", 0));

    int number(String text) {
      return numbers.computeIfAbsent(text, key -> numbers.size());
    }

    Osmformat.PrimitiveBlock block(Osmformat.PrimitiveGroup group) {
      Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
      numbers.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
      return Osmformat.PrimitiveBlock.newBuilder()
          .setStringtable(table)
          .addPrimitivegroup(group)
          .build();
    }
  }

  private void write(PbfWriter out) throws IOException {
    for (int from = 0; from < positions.size(); from += ELEMENTS_IN_A_BLOCK) {
      out.block(nodes(from, Math.min(positions.size(), from + ELEMENTS_IN_A_BLOCK)));
    }
    for (int from = 0; from < ways.size(); from += ELEMENTS_IN_A_BLOCK) {
      out.block(ways(from, Math.min(ways.size(), from + ELEMENTS_IN_A_BLOCK)));
    }
  }

  private Osmformat.PrimitiveBlock nodes(int from, int until) {
    Strings strings = new Strings();
    Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
    Osmformat.DenseInfo.Builder info = Osmformat.DenseInfo.newBuilder();
    long[] before = {0, 0};
    for (int i = from; i < until; i++) {
      long[] here = positions.get(i);
      dense.addId(i == from ? i + 1 : 1).addLon(here[0] - before[0]).addLat(here[1] - before[1]);
      info.addVersion(1)
          .addTimestamp(i == from ? 1_700_000_000 : 1)
          .addChangeset(i == from ? 1 : 0)
          .addUid(0)
          .addUserSid(0);
      nodeTags
          .get(i)
          .forEach(
              (key, value) ->
                  dense.addKeysVals(strings.number(key)).addKeysVals(strings.number(value)));
      dense.addKeysVals(0);
      before = here;
    }
    return strings.block(
        Osmformat.PrimitiveGroup.newBuilder().setDense(dense.setDenseinfo(info)).build());
  }

  private Osmformat.PrimitiveBlock ways(int from, int until) {
    Strings strings = new Strings();
    Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
    for (int i = from; i < until; i++) {
      Osmformat.Way.Builder way = Osmformat.Way.newBuilder().setId(i + 1L);
      long before = 0;
      for (long ref : ways.get(i)) {
        way.addRefs(ref - before);
        before = ref;
      }
      wayTags
          .get(i)
          .forEach((key, value) -> way.addKeys(strings.number(key)).addVals(strings.number(value)));
      group.addWays(way);
    }
    return strings.block(group.build());
  }
}
