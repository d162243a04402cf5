package org.borderwatch.server.patrol.order;

import java.time.LocalDate;
import java.util.Optional;
import org.borderwatch.server.paper.Xhtml;
import org.borderwatch.server.patrol.plan.Plan;

/** What the first page of an order and the pages of teams have in common. */
final class OrderParts {
  /** The type of an {@code object} in whose place a map stands. */
  static final String MAP = "borderwatch/map";

  /** What a page holds besides headings, and a row of a table; millimetres. */
  private static final double PAGE_MM = 146;

  private static final double ROW_MM = 6.5;
  private static final int MOST_MAP_MM = 112;
  private static final int LEAST_MAP_MM = 50;

  private final Xhtml out;
  private final Plan plan;

  OrderParts(Xhtml out, Plan plan) {
    this.out = out;
    this.plan = plan;
  }

  void letterhead() {
    out.raw(
        "<table class=\"plain letterhead\"><tr><td>BỘ ĐỘI BIÊN PHÒNG<div class=\"line\"></div>");
    out.raw(
        "<p class=\"date\">Số: ........../LTT</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br/>");
    out.raw("Độc lập - Tự do - Hạnh phúc<div class=\"line\"></div><p class=\"date\">");
    Optional<LocalDate> day =
        plan.approved() ? plan.approvedAt().map(VietnameseForm::dayOf) : Optional.empty();
    out.text(
        day.map(
                at ->
                    "Ngày %02d tháng %02d năm %d"
                        .formatted(at.getDayOfMonth(), at.getMonthValue(), at.getYear()))
            .orElse("Ngày ...... tháng ...... năm ......"));
    out.raw("</p></td></tr></table>");
  }

  /**
   * A map of a team, or of all for an empty code: as high as the page has room beside {@code rows}
   * of its tables, or a page's width where it has none.
   */
  void map(String team, int rows) {
    double left = PAGE_MM - rows * ROW_MM;
    int height = left < LEAST_MAP_MM ? MOST_MAP_MM : (int) Math.min(MOST_MAP_MM, left);
    out.raw("<object class=\"map\" type=\"" + MAP + "\" data=\"").text(team);
    out.raw("\" style=\"width:176mm;height:" + height + "mm\"></object>");
  }

  void signatures(String left, String right) {
    out.raw("<table class=\"plain signs\"><tr><td><b>");
    out.text(left);
    out.raw("</b><br/>(ký, ghi rõ cấp bậc)<div class=\"room\"></div></td><td><b>");
    out.text(right);
    out.raw("</b><br/>(ký, ghi rõ cấp bậc)<div class=\"room\"></div></td></tr></table>");
  }
}
