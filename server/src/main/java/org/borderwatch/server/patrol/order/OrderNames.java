package org.borderwatch.server.patrol.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.borderwatch.server.patrol.area.PatrolArea;
import org.borderwatch.server.patrol.plan.Plan;

/** What files for handhelds and maps call the parts of an order. */
final class OrderNames {
  private OrderNames() {}

  static String title(PatrolOrder order) {
    Plan plan = order.plan();
    String of = order.whole() ? "" : ", " + order.teams().get(0).title();
    String mark = plan.synthetic() ? " (mô phỏng / synthetic)" : "";
    return "Lệnh tuần tra " + plan.name() + of + mark;
  }

  /** What has to be known before anybody goes by it. */
  static String note(PatrolOrder order) {
    Plan plan = order.plan();
    return "Phiên bản %d, %s – %s. %s%sĐường biên, vị trí đồn và khu vực là gần đúng."
        .formatted(
            plan.version(),
            VietnameseForm.day(plan.areas().from()),
            VietnameseForm.day(order.until()),
            plan.approved() ? "Đã phê duyệt. " : "Bản nháp, chưa phê duyệt. ",
            plan.synthetic() ? "Dữ liệu mô phỏng / synthetic data. " : "");
  }

  static String area(PatrolArea area) {
    return VietnameseForm.stretch(area) + ", biên giới " + VietnameseForm.border(area.with());
  }

  static String way(TeamOrder team, PatrolArea area) {
    return team.post().nameVi() + " – " + PatrolOrder.shortName(area);
  }

  /** Seven decimals, about a centimetre, without a tail of zeros. */
  static String degrees(double degrees) {
    BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * The name of a file, such as {@code patrol-order-2024-07-01-v2-LS-04-1-draft-synthetic.pdf}.
   *
   * @param kind {@code patrol-order} or {@code patrol-tracks}
   */
  static String file(PatrolOrder order, String kind, String type) {
    Plan plan = order.plan();
    String team =
        order.whole() ? "" : "-" + order.teams().get(0).team().code().replaceAll("[^\\w-]", "-");
    return "%s-%s-v%d%s%s%s.%s"
        .formatted(
            kind,
            plan.areas().from(),
            plan.version(),
            team,
            plan.approved() ? "" : "-draft",
            plan.synthetic() ? "-synthetic" : "",
            type);
  }
}
