package org.borderwatch.data.network;

import org.jspecify.annotations.Nullable;

/** What the tags say of a river, a barrier or a settlement. */
record Beside(NetworkFeature.Kind kind, String type, @Nullable String name) {

  /** As reports name it. */
  String shown() {
    TagKey key =
        switch (kind) {
          case RIVER -> TagKey.WATERWAY;
          case BARRIER -> TagKey.BARRIER;
          case SETTLEMENT -> TagKey.PLACE;
        };
    return key.text() + "=" + type;
  }
}
