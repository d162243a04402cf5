package org.borderwatch.server.patrol.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.borderwatch.server.geo.UtmZone;
import org.borderwatch.server.paper.Xhtml;

/** The pages of one team: duties with their times, a map, waypoints. */
final class TeamPages {
  private final Xhtml out;
  private final OrderParts parts;
  private final PatrolOrder order;
  private final TeamOrder team;

  TeamPages(Xhtml out, OrderParts parts, PatrolOrder order, TeamOrder team) {
    this.out = out;
    this.parts = parts;
    this.order = order;
    this.team = team;
  }

  /** Writes them. */
  void write() {
    boolean breaks = order.whole();
    out.raw("<div id=\"team" + order.teams().indexOf(team) + "\"");
    out.raw(breaks ? " class=\"team-page\">" : ">");
    if (!breaks) {
      parts.letterhead();
      out.raw("<h1>LỆNH TUẦN TRA</h1>");
    }
    out.raw("<h2 class=\"team\">");
    out.text(team.title());
    out.raw("</h2><p>");
    UtmZone.Metres at = UtmZone.VIET_NAM.metres(team.post().lon(), team.post().lat());
    out.text(
        "Mã tổ %s. Xuất phát từ %s (%s; UTM 48N %s)."
            .formatted(
                team.team().code(),
                team.post().nameVi(),
                VietnameseForm.position(team.post().lon(), team.post().lat()),
                utm(at)));
    out.raw("</p><p>");
    out.text(
        "Từ %s đến %s: %d ca, %d ngày nghỉ."
            .formatted(
                VietnameseForm.day(order.plan().areas().from()),
                VietnameseForm.day(order.until()),
                team.duties(),
                team.days().stream().filter(day -> day.duty().isEmpty()).count()));
    out.raw("</p>");
    if (team.duties() == 0) {
      out.raw("<p><b>Tổ nghỉ trong cả thời gian này.</b></p></div>");
      return;
    }
    duties();
    out.raw("<h2>Bản đồ</h2>");
    parts.map(team.team().code(), team.days().size() + team.waypoints().size());
    out.raw("<p class=\"note\">");
    out.text(
        "Khung xanh: khu vực. Đường chấm: đường tới từ đồn. Tam giác: điểm mốc, nơi đường mòn ra đường biên. Lưới UTM 48N, WGS 84, tính bằng ki-lô-mét.");
    out.raw("</p>");
    waypoints();
    parts.signatures("Người giao lệnh", "Tổ trưởng nhận lệnh");
    out.raw("</div>");
  }

  private void duties() {
    out.raw("<table><thead><tr><th>Ngày</th><th>Khu vực</th><th class=\"c\">Xuất phát</th>");
    out.raw("<th class=\"c\">Có mặt</th><th class=\"c\">Rời</th><th class=\"c\">Về tới đồn</th>");
    out.raw("</tr></thead><tbody>");
    for (DutyLine line : team.days()) {
      out.raw("<tr><td class=\"w\">");
      out.text(VietnameseForm.weekday(line.day()) + " " + VietnameseForm.day(line.day()));
      out.raw("</td>");
      if (line.duty().isEmpty()) {
        out.raw("<td colspan=\"5\" class=\"rest\">nghỉ</td></tr>");
        continue;
      }
      DutyLine.Duty duty = line.duty().get();
      out.raw("<td class=\"w\"><b>");
      out.text(PatrolOrder.shortName(duty.area()));
      out.raw("</b> ");
      out.text(VietnameseForm.stretch(duty.area()));
      out.raw("</td>");
      for (Instant at :
          List.of(duty.time().from(), duty.onSiteFrom(), duty.onSiteUntil(), duty.time().until())) {
        out.raw("<td class=\"c\">");
        out.text(clock(at, line.day()));
        out.raw("</td>");
      }
      out.raw("</tr>");
    }
    out.raw("</tbody></table>");
  }

  /** A time of a later day says so. */
  private static String clock(Instant at, LocalDate day) {
    LocalDate date = VietnameseForm.dayOf(at);
    String time = VietnameseForm.time(at);
    return date.equals(day) ? time : time + " (" + VietnameseForm.day(date).substring(0, 5) + ")";
  }

  private void waypoints() {
    out.raw("<div class=\"keep\"><h2>Điểm mốc</h2>");
    out.raw("<table><thead><tr><th>Điểm</th><th>Khu vực</th><th class=\"n\">Vĩ độ</th>");
    out.raw(
        "<th class=\"n\">Kinh độ</th><th class=\"n\">UTM 48N, Đ</th><th class=\"n\">UTM 48N, B</th>");
    out.raw("</tr></thead><tbody>");
    for (Waypoint waypoint : team.waypoints()) {
      UtmZone.Metres metres = waypoint.metres();
      out.raw("<tr><td><b>");
      out.text(waypoint.name());
      out.raw("</b></td><td>");
      out.text(PatrolOrder.shortName(waypoint.area()));
      for (String figure :
          List.of(
              VietnameseForm.number(waypoint.at().lat(), 5),
              VietnameseForm.number(waypoint.at().lon(), 5),
              VietnameseForm.number(metres.east(), 0),
              VietnameseForm.number(metres.north(), 0))) {
        out.raw("</td><td class=\"n\">");
        out.text(figure);
      }
      out.raw("</td></tr>");
    }
    out.raw("</tbody></table></div>");
  }

  private static String utm(UtmZone.Metres at) {
    return VietnameseForm.number(at.east(), 0)
        + " Đ, "
        + VietnameseForm.number(at.north(), 0)
        + " B";
  }
}
