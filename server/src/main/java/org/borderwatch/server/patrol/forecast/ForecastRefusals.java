package org.borderwatch.server.patrol.forecast;

import org.borderwatch.data.detection.Source;
import org.borderwatch.server.patrol.forecast.Observed.Span;
import org.borderwatch.server.study.Refusal;

/** Why there is no forecast, and what helps. Stateless. */
final class ForecastRefusals {
  /** With fewer nothing could be said of seasons and hours. */
  static final int LEAST_DETECTIONS = 50;

  private ForecastRefusals() {}

  static void requireFilter(ForecastQuestion question) {
    if (question.filter().bbox().isPresent()) {
      throw Refusal.of(
          "filter",
          "Dự báo tính theo lý trình biên giới; hãy dùng borderKm hoặc station thay cho bbox.",
          "The forecast is by border chainage; use borderKm or station instead of bbox.");
    }
    if (!question.filter().sources().isEmpty()
        && !question.filter().sources().contains(Source.PATROL)) {
      throw Refusal.of(
          "filter",
          "Dự báo dựa trên phát hiện của tuần tra và giờ tuần tra; hãy thêm source patrol hoặc bỏ source.",
          "The forecast rests on what patrols saw and patrol hours; add source patrol or leave source out.");
    }
  }

  static void requireEffort(boolean any) {
    if (!any) {
      throw Refusal.of(
          "filter",
          "Chưa có vết tuần tra nào nên không biết ở đâu đã có người quan sát; hãy nhập patrol-tracks.",
          "There are no patrol tracks, so nobody knows where somebody looked; import patrol-tracks.");
    }
  }

  static void requireBorder(boolean any) {
    if (!any) {
      throw Refusal.of(
          "filter",
          "Bộ lọc không có đoạn biên giới nào của tuyến này; hãy nới rộng borderKm hoặc station.",
          "The filter holds no border along this line; widen borderKm or station.");
    }
  }

  /** Refuses what is too short to be tested. */
  static void requireDays(Observed observed, Span whole) {
    if (!ForecastBacktest.isLongEnough(observed, whole)) {
      throw Refusal.of(
          "filter",
          "Cần ít nhất %d ngày để ước lượng và %d ngày sau đó để kiểm định, mà chỉ có %d ngày; hãy chọn thời kỳ dài hơn trong filter."
              .formatted(
                  ForecastBacktest.LEAST_DAYS, ForecastBacktest.LEAST_DAYS, observed.days(whole)),
          "It takes at least %d days to learn from and %d after them to test, and there are %d; take a longer period in filter."
              .formatted(
                  ForecastBacktest.LEAST_DAYS, ForecastBacktest.LEAST_DAYS, observed.days(whole)));
    }
  }

  /** Refuses what is too little to learn from in the first part. */
  static void requireDetections(Observed observed, Span whole) {
    Span train = new Span(0, ForecastBacktest.last(observed, whole).from());
    int seen = observed.watchedDetections(train);
    if (seen < LEAST_DETECTIONS) {
      throw Refusal.of(
          "filter",
          "Tuần tra chỉ phát hiện %d vụ nơi có vết tuần tra trong phần để ước lượng; cần ít nhất %d. Hãy nới rộng bộ lọc hoặc thời kỳ."
              .formatted(seen, LEAST_DETECTIONS),
          "Patrols saw only %d events where they have tracks in the part to learn from; it takes at least %d. Widen the filter or the period."
              .formatted(seen, LEAST_DETECTIONS));
    }
  }
}
