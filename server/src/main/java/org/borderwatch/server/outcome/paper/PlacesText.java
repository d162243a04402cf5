package org.borderwatch.server.outcome.paper;

import java.util.stream.Collectors;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.route.RouteStatus;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.outcome.lines.ReportPlaces;
import org.borderwatch.server.outcome.lines.ReportPlaces.HotPlace;
import org.borderwatch.server.paper.Xhtml;

/** Where it was hot and which routes are on the register: the map, and the same in words. */
final class PlacesText {
  private static final int MOST_HOT = 8;

  /** Hot cells so near along the border are told as one place. */
  private static final double TOGETHER_KM = 5;

  private final Xhtml out;
  private final ReportLanguage say;
  private final ReferenceLayers layers;

  PlacesText(Xhtml out, ReportLanguage language, ReferenceLayers layers) {
    this.out = out;
    this.say = language;
    this.layers = layers;
  }

  void write(ReportPlaces places) {
    out.raw("<table class=\"places\" role=\"presentation\"><tbody><tr><td class=\"picture\">")
        .raw(PlacesFigure.of(places, layers, say))
        .raw("</td><td>");
    out.raw("<p><b>")
        .text(say.say("Điểm nóng", "Hotspots"))
        .raw("</b>. ")
        .text(
            places.hot().isEmpty()
                ? say.say(
                    "Không nơi nào nóng hơn mức ngẫu nhiên.", "No place is hot beyond chance.")
                : say.say(
                    "%d ô cách nhau %s km nóng hơn mức ngẫu nhiên so với toàn tuyến (Gi*, 95 %% sau hiệu chỉnh Benjamini-Hochberg). Nóng nhất:"
                        .formatted(places.hot().size(), say.number(places.cellMetres() / 1000, 0)),
                    "%d cells of %s km are hot beyond chance against the whole border (Gi*, 95 %% after Benjamini-Hochberg). The hottest:"
                        .formatted(places.hot().size(), say.number(places.cellMetres() / 1000, 0))))
        .raw("</p>");
    if (!places.hot().isEmpty()) {
      out.raw("<ul>");
      places.hotPlaces(TOGETHER_KM).stream()
          .filter(place -> place.detections() > 0)
          .limit(MOST_HOT)
          .forEach(this::hotPlace);
      out.raw("</ul>");
    }
    routes(places);
    out.raw("<p class=\"m\">")
        .text(
            say.say(
                "Đỏ: ô nóng. Xanh liền: tuyến đã xác minh; đứt: nghi vấn; chấm: tạm ngưng. Nét đen đứt: đường biên (gần đúng).",
                "Red: hot cells. Green line: confirmed route; dashed: suspected; dotted: dormant. Black dashes: the border (approximate)."))
        .raw("</p></td></tr></tbody></table>");
  }

  private void hotPlace(HotPlace place) {
    long from = Math.round(place.fromKm());
    long to = Math.round(place.toKm());
    out.raw("<li><span class=\"fig\" data-km=\"")
        .text("%s/%d/%d".formatted(place.with().code(), from, to))
        .raw("\">")
        .text("Km " + from + (to > from ? "–" + to : ""))
        .raw("</span> ")
        .text(
            say.say("tuyến ", "with ")
                + country(place.with())
                + say.say(
                    ": %d ô, %s vụ, z cao nhất %s"
                        .formatted(
                            place.cells(), say.plain(place.detections()), say.number(place.z(), 1)),
                    ": %d cells, %s cases, highest z %s"
                        .formatted(
                            place.cells(),
                            say.plain(place.detections()),
                            say.number(place.z(), 1))))
        .raw("</li>");
  }

  private String country(Neighbour neighbour) {
    return switch (neighbour) {
      case CN -> say.say("Trung Quốc", "China");
      case LA -> say.say("Lào", "Laos");
      case KH -> say.say("Cam-pu-chia", "Cambodia");
    };
  }

  private void routes(ReportPlaces places) {
    long confirmed = count(places, RouteStatus.CONFIRMED);
    long suspected = count(places, RouteStatus.SUSPECTED);
    long dormant = count(places, RouteStatus.DORMANT);
    String added =
        places.routes().stream()
            .filter(ReportPlaces.KeyRoute::added)
            .map(ReportPlaces.KeyRoute::code)
            .collect(Collectors.joining(", "));
    out.raw("<p><b>")
        .text(say.say("Tuyến trọng điểm", "Key routes"))
        .raw("</b>. ")
        .text(
            say.say(
                "Toàn sổ: %d đã xác minh, %d nghi vấn, %d tạm ngưng."
                    .formatted(confirmed, suspected, dormant),
                "On the register: %d confirmed, %d suspected, %d dormant."
                    .formatted(confirmed, suspected, dormant)))
        .text(
            added.isEmpty()
                ? say.say(" Không tuyến nào đăng ký trong kỳ.", " None registered in this period.")
                : say.say(" Đăng ký trong kỳ: ", " Registered in this period: ") + added + ".")
        .raw("</p>");
  }

  private static long count(ReportPlaces places, RouteStatus status) {
    return places.routes().stream().filter(route -> route.status() == status).count();
  }
}
