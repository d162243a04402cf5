package org.borderwatch.server.paper;

/**
 * What a part of a picture is, and so its colour: on paper as here, on a screen as its style says.
 */
public enum Tint {
  INK("#1b201d"),
  MUTED("#5d655f"),
  PALE("#c9cdc6"),
  ACCENT("#0b6b4d"),
  HOT("#b3261e"),
  PAPER("#ffffff"),
  NONE("none");

  private final String colour;

  Tint(String colour) {
    this.colour = colour;
  }

  String colour() {
    return colour;
  }

  /** Name of its class in markup. */
  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
