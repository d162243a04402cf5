package org.borderwatch.server.tile;

import java.awt.image.IndexColorModel;
import java.util.List;
import org.borderwatch.data.Word;

/**
 * Seven opaque colours from little to much and the rim that ends the first. Steps of equal
 * lightness in OKLCH, told apart by protan, deutan and tritan eyes and in grey; light ground and
 * dark ground have their own ramp.
 */
enum HeatPalette implements Word {
  LIGHT("#a3822a", "#f8e899", "#f0bb52", "#e58c03", "#cd6000", "#b33000", "#890e15", "#5a041c"),
  DARK("#a8505c", "#6c1e2c", "#9c2a28", "#c6421b", "#e26b1b", "#f39831", "#fbc858", "#fff2a6");

  /** Index of nothing, fully transparent. */
  static final int NOTHING = 0;

  /** Index of the rim, after the seven classes. */
  static final int RIM = HeatScale.CLASSES + 1;

  private final String rim;
  private final List<String> colours;

  HeatPalette(String rim, String... colours) {
    this.rim = rim;
    this.colours = List.of(colours);
  }

  String rim() {
    return rim;
  }

  /** The classes from little to much, as {@code #rrggbb}. */
  List<String> colours() {
    return colours;
  }

  /** Index 0 is nothing, 1 to 7 the classes, 8 the rim. */
  IndexColorModel colourModel() {
    byte[] red = new byte[RIM + 1];
    byte[] green = new byte[RIM + 1];
    byte[] blue = new byte[RIM + 1];
    byte[] alpha = new byte[RIM + 1];
    for (int i = 1; i <= RIM; i++) {
      int rgb = Integer.parseInt((i == RIM ? rim : colours.get(i - 1)).substring(1), 16);
      red[i] = (byte) (rgb >> 16);
      green[i] = (byte) (rgb >> 8);
      blue[i] = (byte) rgb;
      alpha[i] = (byte) 255;
    }
    return new IndexColorModel(4, RIM + 1, red, green, blue, alpha);
  }
}
