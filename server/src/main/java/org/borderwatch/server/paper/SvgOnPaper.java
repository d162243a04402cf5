package org.borderwatch.server.paper;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Prints the parts of {@link Svg} as lines and outlines; not for SVG of others. Not thread-safe.
 */
final class SvgOnPaper implements SVGDrawer {
  private final PaperFont regular = PaperFont.REGULAR.load();
  private final PaperFont bold = PaperFont.BOLD.load();

  @Override
  public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
    // Words are drawn as outlines of our own font.
  }

  @Override
  public void addFontFile(File file, String family, Integer weight, FontStyle style) {
    // As above.
  }

  @Override
  public SVGImage buildSVGImage(
      Element svg, Box box, CssContext css, double width, double height, double dotsPerPixel) {
    double wide = Double.parseDouble(svg.getAttribute("width"));
    double high = Double.parseDouble(svg.getAttribute("height"));
    return new Picture(svg, wide, high, dotsPerPixel);
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  private final class Picture implements SVGImage {
    private final Element svg;
    private final double width;
    private final double height;
    private final double dotsPerPixel;

    private Picture(Element svg, double width, double height, double dotsPerPixel) {
      this.svg = svg;
      this.width = width;
      this.height = height;
      this.dotsPerPixel = dotsPerPixel;
    }

    @Override
    public int getIntrinsicWidth() {
      return (int) Math.round(width * dotsPerPixel);
    }

    @Override
    public int getIntrinsicHeight() {
      return (int) Math.round(height * dotsPerPixel);
    }

    @Override
    public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
      device.drawWithGraphics(
          (float) x, (float) y, (float) width, (float) height, on -> parts(on, svg));
    }
  }

  private void parts(Graphics2D on, Element svg) {
    for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element part) {
        if (part.getTagName().equals("text")) {
          words(on, part);
        } else {
          shape(on, part, shapeOf(part));
        }
      }
    }
  }

  private static Shape shapeOf(Element part) {
    return switch (part.getTagName()) {
      case "line" ->
          new Line2D.Double(
              number(part, "x1"), number(part, "y1"), number(part, "x2"), number(part, "y2"));
      case "rect" ->
          new Rectangle2D.Double(
              number(part, "x"), number(part, "y"), number(part, "width"), number(part, "height"));
      case "circle" -> {
        double r = number(part, "r");
        yield new Ellipse2D.Double(number(part, "cx") - r, number(part, "cy") - r, 2 * r, 2 * r);
      }
      case "path" -> path(part.getAttribute("d"));
      default -> throw new IllegalArgumentException("can't print " + part.getTagName());
    };
  }

  private static Path2D path(String text) {
    Path2D path = new Path2D.Double();
    String[] words = text.trim().split(" ");
    for (int i = 0; i < words.length; i++) {
      switch (words[i]) {
        case "M" -> path.moveTo(Double.parseDouble(words[++i]), Double.parseDouble(words[++i]));
        case "L" -> path.lineTo(Double.parseDouble(words[++i]), Double.parseDouble(words[++i]));
        case "Z" -> path.closePath();
        default -> throw new IllegalArgumentException("can't print the path " + words[i]);
      }
    }
    return path;
  }

  private static void shape(Graphics2D on, Element part, Shape shape) {
    String fill = part.getAttribute("fill");
    if (!fill.isEmpty() && !fill.equals("none")) {
      on.setColor(Color.decode(fill));
      on.fill(shape);
    }
    String stroke = part.getAttribute("stroke");
    if (!stroke.isEmpty()) {
      on.setColor(Color.decode(stroke));
      float width = (float) number(part, "stroke-width");
      String dashes = part.getAttribute("stroke-dasharray");
      on.setStroke(
          dashes.isEmpty()
              ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
              : new BasicStroke(
                  width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, numbers(dashes), 0));
      on.draw(shape);
    }
  }

  private void words(Graphics2D on, Element part) {
    PaperFont font = part.getAttribute("font-weight").isEmpty() ? regular : bold;
    String words = part.getTextContent();
    double size = number(part, "font-size");
    double width = font.width(words, size);
    double x =
        number(part, "x")
            - switch (part.getAttribute("text-anchor")) {
              case "middle" -> width / 2;
              case "end" -> width;
              default -> 0;
            };
    on.setColor(Color.decode(part.getAttribute("fill")));
    on.fill(font.outline(words, x, number(part, "y"), size));
  }

  private static double number(Element part, String name) {
    return Double.parseDouble(part.getAttribute(name));
  }

  private static float[] numbers(String text) {
    String[] words = text.split(" ");
    float[] numbers = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Float.parseFloat(words[i]);
    }
    return numbers;
  }
}
