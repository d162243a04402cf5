package org.borderwatch.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.borderwatch.data.Word;
import org.borderwatch.data.border.Neighbour;
import org.borderwatch.data.detection.Direction;
import org.borderwatch.data.detection.Indicator;
import org.borderwatch.data.detection.Outcome;
import org.borderwatch.data.detection.Setting;
import org.borderwatch.data.detection.Source;

/** The closed lists of words with their names in Vietnamese and English. */
final class WordLists {
  private static final Map<Word, String[]> NAMES =
      Map.ofEntries(
          named(Direction.EXIT, "xuất cảnh", "exit"),
          named(Direction.ENTRY, "nhập cảnh", "entry"),
          named(Direction.UNKNOWN, "chưa rõ", "unknown"),
          named(Setting.TRAIL, "đường mòn", "trail"),
          named(Setting.GATE, "cửa khẩu", "gate"),
          named(Setting.RIVER, "sông", "river"),
          named(Setting.ROAD, "đường bộ", "road"),
          named(Setting.SEA, "biển", "sea"),
          named(Source.PATROL, "tuần tra", "patrol"),
          named(Source.SENSOR, "cảm biến", "sensor"),
          named(Source.REPORT, "tin báo", "report"),
          named(Source.HANDOVER, "trao trả", "handover"),
          named(Outcome.OBSERVED, "quan sát thấy", "observed"),
          named(Outcome.TURNED_BACK, "buộc quay lại", "turned back"),
          named(Outcome.INTERCEPTED, "ngăn chặn, bắt giữ", "intercepted"),
          named(Outcome.HANDED_OVER, "bàn giao", "handed over"),
          named(Indicator.NO_DOCUMENTS, "không có giấy tờ", "no documents"),
          named(Indicator.FALSE_DOCUMENTS, "giấy tờ giả", "false documents"),
          named(Indicator.UNKNOWN_DESTINATION, "không biết nơi đến", "unknown destination"),
          named(Indicator.UNRELATED_ADULT, "đi cùng người lạ", "unrelated adult"),
          named(Indicator.DEBT, "mắc nợ", "debt"),
          named(Indicator.JOB_OFFER, "hứa hẹn việc làm", "job offer"),
          named(Indicator.MARRIAGE_OFFER, "hứa hẹn kết hôn", "marriage offer"),
          named(Indicator.MOVEMENT_CONTROLLED, "bị kiểm soát đi lại", "movement controlled"),
          named(Indicator.INJURY, "có thương tích", "injury"),
          named(Indicator.CHILD_ALONE, "trẻ em đi một mình", "child alone"),
          named(Neighbour.CN, "Trung Quốc", "China"),
          named(Neighbour.LA, "Lào", "Laos"),
          named(Neighbour.KH, "Campuchia", "Cambodia"));

  /** Lists by the plural of their name, in the order of the enums. */
  static final Map<String, Object> ALL = all();

  private WordLists() {}

  private static Map<String, Object> all() {
    Map<String, Object> lists = new LinkedHashMap<>();
    lists.put("directions", list(Direction.values()));
    lists.put("settings", list(Setting.values()));
    lists.put("sources", list(Source.values()));
    lists.put("outcomes", list(Outcome.values()));
    lists.put("indicators", list(Indicator.values()));
    lists.put("neighbours", list(Neighbour.values()));
    return lists;
  }

  private static List<Map<String, String>> list(Word[] words) {
    List<Map<String, String>> list = new ArrayList<>();
    for (Word word : words) {
      String[] names = NAMES.getOrDefault(word, new String[] {word.code(), word.code()});
      Map<String, String> one = new LinkedHashMap<>();
      one.put("code", word.code());
      one.put("name", names[0]);
      one.put("nameEn", names[1]);
      list.add(one);
    }
    return List.copyOf(list);
  }

  private static Map.Entry<Word, String[]> named(Word word, String name, String nameEn) {
    return Map.entry(word, new String[] {name, nameEn});
  }
}
