package org.borderwatch.data.network;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat;
import crosby.binary.Osmformat;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** A small file of OpenStreetMap for tests, to be written in each of its forms. */
final class OsmText {
  private static final int ELEMENTS_IN_A_BLOCK = 50;

  private record Node(long id, long lonE7, long latE7, Map<String, String> tags) {}

  private record Way(long id, long[] refs, Map<String, String> tags) {}

  private final List<Node> nodes = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();

  /** Adds a node; tags as {@code key=value}. */
  OsmText node(long id, double lon, double lat, String... tags) {
    nodes.add(new Node(id, Math.round(lon * 1e7), Math.round(lat * 1e7), tags(tags)));
    return this;
  }

  /** Adds a way; {@code refs} are separated by blanks. */
  OsmText way(long id, String refs, String... tags) {
    long[] numbers =
        refs.isEmpty()
            ? new long[0]
            : java.util.Arrays.stream(refs.split(" ")).mapToLong(Long::parseLong).toArray();
    ways.add(new Way(id, numbers, tags(tags)));
    return this;
  }

  private static Map<String, String> tags(String... tags) {
    Map<String, String> map = new LinkedHashMap<>();
    for (String tag : tags) {
      String[] parts = tag.split("=", 2);
      map.put(parts[0], parts[1]);
    }
    return map;
  }

  String xml() {
    StringBuilder xml =
        new StringBuilder("<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n");
    for (Node node : nodes) {
      xml.append(
          "<node id='%d' lat='%s' lon='%s'>"
              .formatted(node.id, node.latE7 / 1e7, node.lonE7 / 1e7));
      tagsTo(xml, node.tags);
      xml.append("</node>\n");
    }
    for (Way way : ways) {
      xml.append("<way id='%d'>".formatted(way.id));
      for (long ref : way.refs) {
        xml.append("<nd ref='").append(ref).append("'/>");
      }
      tagsTo(xml, way.tags);
      xml.append("</way>\n");
    }
    return xml.append(
            "<relation id='1'><member type='way' ref='1' role=''/><tag k='highway' v='path'/></relation></osm>\n")
        .toString();
  }

  private static void tagsTo(StringBuilder xml, Map<String, String> tags) {
    tags.forEach(
        (key, value) ->
            xml.append("<tag k='").append(key).append("' v='").append(value).append("'/>"));
  }

  Path writeXml(Path file) throws IOException {
    return Files.writeString(file, xml());
  }

  Path writeGzip(Path file) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(xml().getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** Dense nodes in zlib, or single nodes unpacked with another granularity. */
  Path writePbf(Path file, boolean dense) throws IOException {
    return Files.write(file, pbf(dense));
  }

  byte[] pbf(boolean dense) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Osmformat.HeaderBlock.Builder header =
        Osmformat.HeaderBlock.newBuilder().addRequiredFeatures("OsmSchema-V0.6");
    if (dense) {
      header.addRequiredFeatures("DenseNodes");
    }
    block("OSMHeader", header.build().toByteString(), dense, out);
    for (int i = 0; i < nodes.size(); i += ELEMENTS_IN_A_BLOCK) {
      List<Node> some = nodes.subList(i, Math.min(nodes.size(), i + ELEMENTS_IN_A_BLOCK));
      Strings strings = new Strings();
      Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
      if (dense) {
        group.setDense(dense(some, strings));
      } else {
        some.forEach(node -> group.addNodes(single(node, strings)));
      }
      block("OSMData", strings.block(group, dense), dense, out);
    }
    for (int i = 0; i < ways.size(); i += ELEMENTS_IN_A_BLOCK) {
      Strings strings = new Strings();
      Osmformat.PrimitiveGroup.Builder group = Osmformat.PrimitiveGroup.newBuilder();
      for (Way way : ways.subList(i, Math.min(ways.size(), i + ELEMENTS_IN_A_BLOCK))) {
        group.addWays(way(way, strings));
      }
      block("OSMData", strings.block(group, dense), dense, out);
    }
    Osmformat.PrimitiveGroup.Builder relations =
        Osmformat.PrimitiveGroup.newBuilder()
            .addRelations(Osmformat.Relation.newBuilder().setId(1));
    block("OSMData", new Strings().block(relations, dense), dense, out);
    return bytes.toByteArray();
  }

  /** The strings of a block; the first is empty. */
  private static final class Strings {
    private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("", 0));

    int number(String text) {
      return numbers.computeIfAbsent(text, key -> numbers.size());
    }

    ByteString block(Osmformat.PrimitiveGroup.Builder group, boolean dense) {
      Osmformat.StringTable.Builder table = Osmformat.StringTable.newBuilder();
      numbers.keySet().forEach(text -> table.addS(ByteString.copyFromUtf8(text)));
      Osmformat.PrimitiveBlock.Builder block =
          Osmformat.PrimitiveBlock.newBuilder().setStringtable(table).addPrimitivegroup(group);
      if (!dense) {
        block.setGranularity(50).setLonOffset(1_000).setLatOffset(-2_000);
      }
      return block.build().toByteString();
    }
  }

  private static Osmformat.DenseNodes dense(List<Node> some, Strings strings) {
    Osmformat.DenseNodes.Builder dense = Osmformat.DenseNodes.newBuilder();
    Osmformat.DenseInfo.Builder info = Osmformat.DenseInfo.newBuilder();
    Node before = new Node(0, 0, 0, Map.of());
    for (Node node : some) {
      dense.addId(node.id - before.id);
      dense.addLon(node.lonE7 - before.lonE7);
      dense.addLat(node.latE7 - before.latE7);
      info.addVersion(7).addTimestamp(1).addChangeset(1).addUid(1).addUserSid(0);
      node.tags.forEach(
          (key, value) ->
              dense.addKeysVals(strings.number(key)).addKeysVals(strings.number(value)));
      dense.addKeysVals(0);
      before = node;
    }
    return dense.setDenseinfo(info).build();
  }

  private static Osmformat.Node single(Node node, Strings strings) {
    Osmformat.Node.Builder single =
        Osmformat.Node.newBuilder()
            .setId(node.id)
            .setLon(2 * node.lonE7 - 20)
            .setLat(2 * node.latE7 + 40);
    node.tags.forEach(
        (key, value) -> single.addKeys(strings.number(key)).addVals(strings.number(value)));
    return single.build();
  }

  private static Osmformat.Way way(Way way, Strings strings) {
    Osmformat.Way.Builder builder = Osmformat.Way.newBuilder().setId(way.id);
    long before = 0;
    for (long ref : way.refs) {
      builder.addRefs(ref - before);
      before = ref;
    }
    way.tags.forEach(
        (key, value) -> builder.addKeys(strings.number(key)).addVals(strings.number(value)));
    return builder.build();
  }

  static void block(String type, ByteString bytes, boolean packed, DataOutputStream out)
      throws IOException {
    Fileformat.Blob.Builder blob = Fileformat.Blob.newBuilder();
    if (packed) {
      Deflater deflater = new Deflater();
      deflater.setInput(bytes.toByteArray());
      deflater.finish();
      byte[] deflated = new byte[bytes.size() + 100];
      blob.setRawSize(bytes.size())
          .setZlibData(ByteString.copyFrom(deflated, 0, deflater.deflate(deflated)));
      deflater.end();
    } else {
      blob.setRaw(bytes);
    }
    Fileformat.Blob built = blob.build();
    Fileformat.BlobHeader header =
        Fileformat.BlobHeader.newBuilder()
            .setType(type)
            .setDatasize(built.getSerializedSize())
            .build();
    out.writeInt(header.getSerializedSize());
    header.writeTo(out);
    built.writeTo(out);
  }
}
