package org.borderwatch.data.border;

import org.borderwatch.data.Word;

/** A country on the other side of the land border, by its ISO 3166-1 code. */
public enum Neighbour implements Word {
  CN,
  LA,
  KH;

  /** The ISO code in capitals, as columns and URLs have it. */
  @Override
  public String code() {
    return name();
  }
}
