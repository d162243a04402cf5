package org.borderwatch.data.network;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The tags of OpenStreetMap that a reading looks at; any other is passed over. */
enum TagKey {
  HIGHWAY("highway"),
  WATERWAY("waterway"),
  BARRIER("barrier"),
  PLACE("place"),
  NAME("name"),
  REF("ref"),
  SURFACE("surface"),
  AREA("area"),
  ACCESS("access"),
  FOOT("foot"),
  VEHICLE("vehicle"),
  MOTOR_VEHICLE("motor_vehicle"),
  MOTORCAR("motorcar"),
  MOTORROAD("motorroad"),
  JUNCTION("junction"),
  ONEWAY("oneway"),
  ONEWAY_FOOT("oneway:foot"),
  ONEWAY_VEHICLE("oneway:vehicle"),
  ONEWAY_MOTOR_VEHICLE("oneway:motor_vehicle"),
  LOCKED("locked"),
  /** Not OpenStreetMap's, but that of layers of our own: the same as {@link #HIGHWAY}. */
  CLASS("class");

  private static final TagKey[][] BY_LENGTH = new TagKey[24][0];

  static {
    for (TagKey key : values()) {
      TagKey[] before = BY_LENGTH[key.utf8.length];
      TagKey[] with = java.util.Arrays.copyOf(before, before.length + 1);
      with[before.length] = key;
      BY_LENGTH[key.utf8.length] = with;
    }
  }

  private final String text;
  private final byte[] utf8;

  TagKey(String text) {
    this.text = text;
    this.utf8 = text.getBytes(StandardCharsets.UTF_8);
  }

  /** As it is written. */
  String text() {
    return text;
  }

  /** The key of that name; null for any other. */
  static @Nullable TagKey of(String text) {
    if (text.length() < BY_LENGTH.length) {
      for (TagKey key : BY_LENGTH[text.length()]) {
        if (key.text.equals(text)) {
          return key;
        }
      }
    }
    return null;
  }

  /** The key whose name stands in {@code bytes}; null for any other. */
  static @Nullable TagKey of(byte[] bytes, int from, int length) {
    if (length < BY_LENGTH.length) {
      for (TagKey key : BY_LENGTH[length]) {
        if (java.util.Arrays.equals(key.utf8, 0, length, bytes, from, from + length)) {
          return key;
        }
      }
    }
    return null;
  }
}
