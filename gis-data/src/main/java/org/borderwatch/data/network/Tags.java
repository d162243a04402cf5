package org.borderwatch.data.network;

import java.util.Arrays;
import org.borderwatch.data.detection.CleanText;
import org.jspecify.annotations.Nullable;

/** The tags of one element, as far as a reading looks at them. Used again for the next. */
final class Tags {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_WORD = 60;

  private final @Nullable String[] values = new String[TagKey.values().length];
  private boolean any;

  void clear() {
    if (any) {
      Arrays.fill(values, null);
      any = false;
    }
  }

  void put(TagKey key, String value) {
    values[key.ordinal()] = value;
    any = true;
  }

  /** Whether there is one. */
  boolean any() {
    return any;
  }

  boolean has(TagKey key) {
    return values[key.ordinal()] != null;
  }

  /** As it stands; null when there is none. */
  @Nullable String get(TagKey key) {
    return values[key.ordinal()];
  }

  boolean is(TagKey key, String value) {
    return value.equals(values[key.ordinal()]);
  }

  /** A name fit to be stored and shown; null when there is none. */
  @Nullable String name(TagKey key) {
    return text(key, LONGEST_NAME);
  }

  /** A coded word fit to be stored and shown; null when there is none. */
  @Nullable String word(TagKey key) {
    return text(key, LONGEST_WORD);
  }

  private @Nullable String text(TagKey key, int longest) {
    String value = values[key.ordinal()];
    String clean = value == null ? null : CleanText.clean(value);
    return clean == null ? null : CleanText.shown(clean, longest);
  }

  /** Key and value, as reports name them. */
  String shown(TagKey key) {
    String word = word(key);
    return key.text() + "=" + (word == null ? "" : word);
  }
}
