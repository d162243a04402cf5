package org.borderwatch.server.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * A font of ours, as bytes to embed and as outlines to draw: maps are lettered without the fonts of
 * the machine. Source: Noto Sans, SIL Open Font License 1.1. Not thread-safe.
 */
public final class PaperFont {
  public static final PaperFont.Face REGULAR = new Face("NotoSans-Regular.ttf", 400);
  public static final PaperFont.Face BOLD = new Face("NotoSans-Bold.ttf", 700);

  private final TrueTypeFont font;
  private final CmapLookup letters;
  private final double unitsPerEm;
  private final Map<Integer, GeneralPath> outlines = new HashMap<>();

  /**
   * A file of the font.
   *
   * @param file beside this class
   * @param weight as CSS counts it
   */
  public record Face(String file, int weight) {

    InputStream open() {
      InputStream in = PaperFont.class.getResourceAsStream(file);
      if (in == null) {
        throw new IllegalStateException("the font " + file + " is missing");
      }
      return in;
    }

    /** Reads it. */
    public PaperFont load() {
      try (InputStream in = open()) {
        return new PaperFont(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("the font " + file + " can't be read", e);
      }
    }
  }

  private PaperFont(byte[] file) throws IOException {
    this.font = new TTFParser().parseEmbedded(new ByteArrayInputStream(file));
    this.letters = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  /** Width of a text in the unit of {@code size}. */
  public double width(String text, double size) {
    return text.codePoints().mapToDouble(this::advance).sum() * size / unitsPerEm;
  }

  /** Outlines of a text that begins at a point of its base line, y downwards. */
  public Path2D outline(String text, double x, double baseline, double size) {
    Path2D path = new Path2D.Double();
    double scale = size / unitsPerEm;
    double at = x;
    for (int letter : text.codePoints().toArray()) {
      AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, baseline);
      path.append(glyph(letter).getPathIterator(place), false);
      at += advance(letter) * scale;
    }
    return path;
  }

  private double advance(int letter) {
    try {
      return font.getAdvanceWidth(letters.getGlyphId(letter));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GeneralPath glyph(int letter) {
    return outlines.computeIfAbsent(
        letter,
        code -> {
          try {
            GlyphData glyph = font.getGlyph().getGlyph(letters.getGlyphId(code));
            return glyph == null ? new GeneralPath() : glyph.getPath();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
