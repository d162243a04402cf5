package org.borderwatch.server.patrol;

import java.util.List;
import org.borderwatch.data.border.Stretch;
import org.borderwatch.server.http.ApiException.BadParameter;
import org.borderwatch.server.patrol.area.Post;
import org.borderwatch.server.study.Refusal;

/** Why there are no areas, and what would change that. */
final class AreaRefusals {
  private AreaRefusals() {}

  static void requireTeams(AreasQuestion question, List<Post> posts) {
    if (posts.isEmpty()) {
      throw Refusal.of(
          "teams",
          "Chưa biết vị trí của đồn nào; hãy nhập các đồn cùng tọa độ.",
          "Nobody knows where any post stands; store posts with their positions.");
    }
    for (String code : question.teamsOfPost().keySet()) {
      if (posts.stream().noneMatch(post -> post.code().equals(code))) {
        throw Refusal.of(
            "teams",
            "Không có đồn %s, hoặc chưa biết vị trí của đồn; các đồn: %s."
                .formatted(code, codes(posts)),
            "There is no post %s, or nobody knows where it stands; posts are %s."
                .formatted(code, codes(posts)));
      }
    }
    if (question.teams() == 0) {
      throw Refusal.of(
          "teams", "Không có tổ nào; hãy đặt số tổ.", "There are no teams; say how many.");
    }
  }

  private static String codes(List<Post> posts) {
    return String.join(", ", posts.stream().map(Post::code).toList());
  }

  static void requireReach(AreasQuestion question, AreaChoice choice, List<Post> posts) {
    if (choice.candidates().isEmpty()) {
      throw Refusal.of(
          "reachMinutes",
          "Không đồn nào đến được đoạn biên giới nào trong %.0f phút mà còn ít nhất nửa giờ tại chỗ; hãy tăng reachMinutes hoặc hours, hoặc đổi weight."
              .formatted(question.terms().reachMinutes()),
          "No post reaches any piece of the border within %.0f minutes with half an hour left on the spot; raise reachMinutes or hours, or change weight."
              .formatted(question.terms().reachMinutes()));
    }
    question
        .teamsOfPost()
        .forEach(
            (code, teams) -> {
              boolean some =
                  choice.candidates().stream()
                      .anyMatch(one -> posts.get(one.post()).code().equals(code));
              if (teams > 0 && !some) {
                throw Refusal.of(
                    "teams",
                    "Đồn %s có %d tổ nhưng không đến được khu vực nào trong tầm với; hãy tăng reachMinutes hoặc chuyển tổ sang đồn khác."
                        .formatted(code, teams),
                    "Post %s has %d teams and reaches no area; raise reachMinutes or give the teams to another post."
                        .formatted(code, teams));
              }
            });
    if (question.teams() > choice.room()) {
      throw Refusal.of(
          "teams",
          "Có %d tổ nhưng trong tầm với chỉ đủ chỗ cho %d; hãy bớt tổ, tăng reachMinutes hoặc mostPerArea."
              .formatted(question.teams(), choice.room()),
          "There are %d teams and within reach is room for %d; take fewer teams, or raise reachMinutes or mostPerArea."
              .formatted(question.teams(), choice.room()));
    }
  }

  static BadParameter noBorder(AreasQuestion question) {
    return Refusal.of(
        "filter",
        "Không có đoạn biên giới nào với %s trong phạm vi lọc.".formatted(question.with().code()),
        "The filter holds no piece of the border with %s.".formatted(question.with().code()));
  }

  static BadParameter atOdds(AreasQuestion question) {
    AreasQuestion.Limits limits = question.limits();
    String input =
        !limits.include().isEmpty()
            ? "include"
            : limits.leastPerStretch() > 0 ? "leastPerStretch" : "teams";
    String named = String.join(", ", limits.include().stream().map(AreaRefusals::name).toList());
    return Refusal.of(
        input,
        "Không phương án nào với %d tổ giữ được mọi điều kiện cùng lúc (bắt buộc: %s; ít nhất mỗi đoạn: %d); hãy thêm tổ, tăng tầm với hoặc bớt điều kiện."
            .formatted(question.teams(), named.isEmpty() ? "–" : named, limits.leastPerStretch()),
        "No plan with %d teams keeps all conditions at once (must: %s; at least on each stretch: %d); add teams, raise the reach or drop conditions."
            .formatted(question.teams(), named.isEmpty() ? "–" : named, limits.leastPerStretch()));
  }

  private static String name(Stretch stretch) {
    return "%s:%s/%s".formatted(stretch.with().code(), stretch.fromKm(), stretch.toKm());
  }
}
