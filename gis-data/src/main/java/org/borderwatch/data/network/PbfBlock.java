package org.borderwatch.data.network;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one unpacked block. It walks the bytes by the field numbers of the format
 * instead of building its messages, so that authors, times and tags that nobody asks for cost
 * nothing. One thread.
 */
final class PbfBlock {
  private static final int NANODEGREES_PER_E7 = 100;

  private final byte[] bytes;
  private final Elements elements;
  private final Tags tags = new Tags();

  /** Where each string begins and how long it is. */
  private int[] stringAt = {};

  private int[] stringLength = {};

  private @Nullable TagKey[] keys = {};
  private @Nullable String[] texts = {};
  private int granularity = 100;
  private long lonOffset;
  private long latOffset;
  private long[] refs = new long[256];
  private int[] numbers = new int[64];

  private PbfBlock(byte[] bytes, Elements elements) {
    this.bytes = bytes;
    this.elements = elements;
  }

  /** Reads a block. */
  static Elements read(PbfFile.Block block) {
    Elements elements = new Elements();
    try {
      new PbfBlock(block.unpacked(), elements).block();
    } catch (IOException | IndexOutOfBoundsException e) {
      throw PbfFile.broken(block.at());
    }
    return elements;
  }

  /** A part of {@link #bytes}. */
  private record Span(int from, int length) {}

  private CodedInputStream within(Span span) {
    return CodedInputStream.newInstance(bytes, span.from, span.length);
  }

  /** The bytes that a field consists of; the stream goes on behind them. */
  private static Span span(CodedInputStream in, int base) throws IOException {
    int length = in.readRawVarint32();
    Span span = new Span(base + in.getTotalBytesRead(), length);
    in.skipRawBytes(length);
    return span;
  }

  private void block() throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    Span[] groups = new Span[16];
    int count = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case PrimitiveBlock.STRINGTABLE_FIELD_NUMBER -> strings(span(in, 0));
        case PrimitiveBlock.PRIMITIVEGROUP_FIELD_NUMBER -> {
          if (count == groups.length) {
            groups = Arrays.copyOf(groups, 2 * count);
          }
          groups[count++] = span(in, 0);
        }
        case PrimitiveBlock.GRANULARITY_FIELD_NUMBER -> granularity = in.readInt32();
        case PrimitiveBlock.LON_OFFSET_FIELD_NUMBER -> lonOffset = in.readInt64();
        case PrimitiveBlock.LAT_OFFSET_FIELD_NUMBER -> latOffset = in.readInt64();
        default -> in.skipField(tag);
      }
    }
    for (int i = 0; i < count; i++) {
      group(groups[i]);
    }
  }

  private void strings(Span table) throws IOException {
    CodedInputStream in = within(table);
    int count = 0;
    int[] at = new int[1024];
    int[] length = new int[1024];
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) != StringTable.S_FIELD_NUMBER) {
        in.skipField(tag);
        continue;
      }
      if (count == at.length) {
        at = Arrays.copyOf(at, 2 * count);
        length = Arrays.copyOf(length, 2 * count);
      }
      length[count] = in.readRawVarint32();
      at[count] = table.from + in.getTotalBytesRead();
      in.skipRawBytes(length[count]);
      count++;
    }
    stringAt = Arrays.copyOf(at, count);
    stringLength = Arrays.copyOf(length, count);
    texts = new String[count];
    keys = new TagKey[count];
    for (int i = 0; i < count; i++) {
      keys[i] = TagKey.of(bytes, stringAt[i], stringLength[i]);
    }
  }

  private String text(int number) {
    String text = texts[number];
    if (text == null) {
      text = new String(bytes, stringAt[number], stringLength[number], StandardCharsets.UTF_8);
      texts[number] = text;
    }
    return text;
  }

  private void group(Span group) throws IOException {
    CodedInputStream in = within(group);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case PrimitiveGroup.NODES_FIELD_NUMBER -> node(span(in, group.from));
        case PrimitiveGroup.DENSE_FIELD_NUMBER -> dense(span(in, group.from));
        case PrimitiveGroup.WAYS_FIELD_NUMBER -> way(span(in, group.from));
        case PrimitiveGroup.RELATIONS_FIELD_NUMBER -> {
          elements.tally().foundRelation();
          in.skipField(tag);
        }
        default -> in.skipField(tag);
      }
    }
  }

  private void node(Span node) throws IOException {
    CodedInputStream in = within(node);
    long id = 0;
    long lon = 0;
    long lat = 0;
    Span keyNumbers = new Span(0, 0);
    Span valueNumbers = keyNumbers;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case Node.ID_FIELD_NUMBER -> id = in.readSInt64();
        case Node.LON_FIELD_NUMBER -> lon = in.readSInt64();
        case Node.LAT_FIELD_NUMBER -> lat = in.readSInt64();
        case Node.KEYS_FIELD_NUMBER -> keyNumbers = span(in, node.from);
        case Node.VALS_FIELD_NUMBER -> valueNumbers = span(in, node.from);
        default -> in.skipField(tag);
      }
    }
    elements.tally().foundNodes(1);
    tags(keyNumbers, valueNumbers);
    if (elements.node(id, degreesE7(lonOffset, lon), degreesE7(latOffset, lat)) && tags.any()) {
      elements.nodeTags(id, tags);
    }
  }

  private long degreesE7(long offset, long value) {
    long nanodegrees = offset + granularity * value;
    return granularity == NANODEGREES_PER_E7 && offset == 0
        ? value
        : Math.floorDiv(nanodegrees + NANODEGREES_PER_E7 / 2, NANODEGREES_PER_E7);
  }

  private void dense(Span dense) throws IOException {
    CodedInputStream in = within(dense);
    Span none = new Span(0, 0);
    Span idSpan = none;
    Span lonSpan = none;
    Span latSpan = none;
    Span tagSpan = none;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case DenseNodes.ID_FIELD_NUMBER -> idSpan = span(in, dense.from);
        case DenseNodes.LON_FIELD_NUMBER -> lonSpan = span(in, dense.from);
        case DenseNodes.LAT_FIELD_NUMBER -> latSpan = span(in, dense.from);
        case DenseNodes.KEYS_VALS_FIELD_NUMBER -> tagSpan = span(in, dense.from);
        default -> in.skipField(tag);
      }
    }
    CodedInputStream ids = within(idSpan);
    CodedInputStream lons = within(lonSpan);
    CodedInputStream lats = within(latSpan);
    CodedInputStream tagNumbers = within(tagSpan);
    boolean tagged = tagSpan.length > 0;
    long id = 0;
    long lon = 0;
    long lat = 0;
    long count = 0;
    while (!ids.isAtEnd()) {
      id += ids.readSInt64();
      lon += lons.readSInt64();
      lat += lats.readSInt64();
      count++;
      boolean placed = elements.node(id, degreesE7(lonOffset, lon), degreesE7(latOffset, lat));
      if (tagged) {
        denseTags(tagNumbers);
        if (placed && tags.any()) {
          elements.nodeTags(id, tags);
        }
      }
    }
    elements.tally().foundNodes(count);
  }

  /** The tags of the next node: numbers of key and value by turns, up to a 0. */
  private void denseTags(CodedInputStream in) throws IOException {
    tags.clear();
    for (int key = in.readRawVarint32(); key != 0; key = in.readRawVarint32()) {
      int value = in.readRawVarint32();
      TagKey known = keys[key];
      if (known != null) {
        tags.put(known, text(value));
      }
    }
  }

  private void way(Span way) throws IOException {
    CodedInputStream in = within(way);
    long id = 0;
    Span none = new Span(0, 0);
    Span refSpan = none;
    Span keyNumbers = none;
    Span valueNumbers = none;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case Way.ID_FIELD_NUMBER -> id = in.readInt64();
        case Way.KEYS_FIELD_NUMBER -> keyNumbers = span(in, way.from);
        case Way.VALS_FIELD_NUMBER -> valueNumbers = span(in, way.from);
        case Way.REFS_FIELD_NUMBER -> refSpan = span(in, way.from);
        default -> in.skipField(tag);
      }
    }
    elements.tally().foundWay();
    tags(keyNumbers, valueNumbers);
    if (ElementMeaning.concernsLines(tags)) {
      elements.way(id, refs(refSpan), tags);
    }
  }

  private long[] refs(Span span) throws IOException {
    CodedInputStream in = within(span);
    int count = 0;
    long ref = 0;
    while (!in.isAtEnd()) {
      if (count == refs.length) {
        refs = Arrays.copyOf(refs, 2 * count);
      }
      ref += in.readSInt64();
      refs[count++] = ref;
    }
    return Arrays.copyOf(refs, count);
  }

  /** The tags that packed lists of numbers of keys and of values tell. */
  private void tags(Span keyNumbers, Span valueNumbers) throws IOException {
    tags.clear();
    CodedInputStream in = within(keyNumbers);
    int count = 0;
    while (!in.isAtEnd()) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = in.readRawVarint32();
    }
    in = within(valueNumbers);
    for (int i = 0; i < count; i++) {
      int value = in.readRawVarint32();
      TagKey known = keys[numbers[i]];
      if (known != null) {
        tags.put(known, text(value));
      }
    }
  }
}
