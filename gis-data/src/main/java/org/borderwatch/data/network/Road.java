package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/** What the tags of a way say of all its edges. */
record Road(
    WayClass wayClass,
    @Nullable String name,
    @Nullable String ref,
    @Nullable String surface,
    Passage passage) {

  /** As reports name it. */
  String shown() {
    return TagKey.HIGHWAY.text() + "=" + wayClass.code();
  }
}
