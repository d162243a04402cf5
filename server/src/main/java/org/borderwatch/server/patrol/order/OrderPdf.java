package org.borderwatch.server.patrol.order;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.border.BorderLine;
import org.borderwatch.data.place.Place;
import org.borderwatch.server.paper.PaperPdf;
import org.w3c.dom.Element;

/**
 * Prints orders: A4, fonts embedded, maps drawn as lines. Nothing is loaded from anywhere but our
 * own fonts. Thread-safe.
 */
public final class OrderPdf {
  private final List<BorderLine> border;
  private final List<Place> towns;

  /**
   * For maps of a border.
   *
   * @param border lines of all neighbours
   * @param towns for orientation, the most important first
   */
  public OrderPdf(List<BorderLine> border, List<Place> towns) {
    this.border = List.copyOf(border);
    this.towns = List.copyOf(towns);
  }

  /** Writes the PDF of an order. */
  public void write(PatrolOrder order, Instant printed, OutputStream out) throws IOException {
    PaperPdf.write(
        OrderHtml.of(order, printed),
        Optional.of(new Maps(order, new OrderMap(border, towns))),
        out);
  }

  private record Maps(PatrolOrder order, OrderMap map)
      implements FSObjectDrawerFactory, FSObjectDrawer {
    @Override
    public FSObjectDrawer createDrawer(Element element) {
      return this;
    }

    @Override
    public boolean isReplacedObject(Element element) {
      return element.getAttribute("type").equals(OrderParts.MAP);
    }

    @Override
    public Map<Shape, String> drawObject(
        Element element,
        double x,
        double y,
        double width,
        double height,
        OutputDevice device,
        RenderingContext context,
        int dotsPerPixel) {
      String code = element.getAttribute("data");
      OrderMap.Subject subject =
          order.teams().stream()
              .filter(team -> team.team().code().equals(code))
              .findFirst()
              .map(OrderMap.Subject::of)
              .orElseGet(() -> OrderMap.Subject.of(order));
      double wide = width / dotsPerPixel;
      double high = height / dotsPerPixel;
      device.drawWithGraphics(
          (float) x,
          (float) y,
          (float) wide,
          (float) high,
          graphics -> map.draw(graphics, subject, wide, high));
      return Map.of();
    }
  }
}
