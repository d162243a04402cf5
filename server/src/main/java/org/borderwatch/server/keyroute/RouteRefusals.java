package org.borderwatch.server.keyroute;

import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.study.Refusal;

/** Why no way can be looked for. */
final class RouteRefusals {
  private RouteRefusals() {}

  static BadParameter nothingNear(String input, double maxSnapMetres) {
    return Refusal.of(
        input,
        "Không có đường nào trong vòng %.0f m quanh điểm %s; hãy chọn điểm gần đường hơn."
            .formatted(maxSnapMetres, input),
        "No way lies within %.0f m of %s; choose a place nearer to one."
            .formatted(maxSnapMetres, input));
  }

  static BadParameter noNetwork(String input) {
    return Refusal.of(
        input,
        "Chưa có mạng đường; hãy nhập mạng (import network) hoặc gửi features.",
        "There is no network yet; import one (import network), or send features.");
  }
}
