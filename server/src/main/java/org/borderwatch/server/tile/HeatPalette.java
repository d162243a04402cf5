package org.borderwatch.server.tile;

import java.util.List;
import java.util.stream.Stream;
import org.borderwatch.data.Word;
import org.borderwatch.server.geo.WebMercator;

/**
 * Seven opaque colours from little to much and the rim that ends the first. Steps of equal
 * lightness in OKLCH, told apart by protan, deutan and tritan eyes and in grey; light ground and
 * dark ground have their own ramp.
 */
public enum HeatPalette implements Word {
  LIGHT("#a3822a", "#f8e899", "#f0bb52", "#e58c03", "#cd6000", "#b33000", "#890e15", "#5a041c"),
  DARK("#a8505c", "#6c1e2c", "#9c2a28", "#c6421b", "#e26b1b", "#f39831", "#fbc858", "#fff2a6");

  /** Index of nothing, fully transparent. */
  static final int NOTHING = 0;

  /** Index of the rim, after the seven classes. */
  static final int RIM = HeatScale.CLASSES + 1;

  private final String rim;
  private final List<String> colours;
  private final IndexedPng writer;
  private final byte[] emptyFile;

  HeatPalette(String rim, String... colours) {
    this.rim = rim;
    this.colours = List.of(colours);
    this.writer = new IndexedPng(WebMercator.TILE_SIZE, WebMercator.TILE_SIZE, indexed());
    this.emptyFile = writer.of(new byte[WebMercator.TILE_SIZE * WebMercator.TILE_SIZE]);
  }

  String rim() {
    return rim;
  }

  /** The classes from little to much, as {@code #rrggbb}. */
  List<String> colours() {
    return colours;
  }

  /** The colours of index 1 to 8: the classes, then the rim. */
  List<String> indexed() {
    return Stream.concat(colours.stream(), Stream.of(rim)).toList();
  }

  /** The PNG of a tile with these pixels, an index each. */
  byte[] file(byte[] pixels) {
    return writer.of(pixels);
  }

  /** The PNG of every tile on which there is nothing; not to be changed. */
  byte[] emptyFile() {
    return emptyFile;
  }
}
