package org.borderwatch.data.detection;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.data.LikelyWord;
import org.borderwatch.data.Word;
import org.jspecify.annotations.Nullable;

/** A closed list of words: exact codes are read, anything else gets the nearest one offered. */
final class WordList<E extends Enum<E> & Word> {
  private static final Map<String, String> VIETNAMESE =
      Map.ofEntries(
          Map.entry("xuất cảnh", "exit"),
          Map.entry("xuất", "exit"),
          Map.entry("ra", "exit"),
          Map.entry("nhập cảnh", "entry"),
          Map.entry("nhập", "entry"),
          Map.entry("vào", "entry"),
          Map.entry("chưa rõ", "unknown"),
          Map.entry("không rõ", "unknown"),
          Map.entry("đường mòn", "trail"),
          Map.entry("đường tắt", "trail"),
          Map.entry("cửa khẩu", "gate"),
          Map.entry("lối mở", "gate"),
          Map.entry("sông", "river"),
          Map.entry("suối", "river"),
          Map.entry("đường bộ", "road"),
          Map.entry("biển", "sea"),
          Map.entry("tuần tra", "patrol"),
          Map.entry("cảm biến", "sensor"),
          Map.entry("tin báo", "report"),
          Map.entry("trao trả", "handover"),
          Map.entry("quan sát thấy", "observed"),
          Map.entry("quan sát", "observed"),
          Map.entry("cho quay lại", "turned_back"),
          Map.entry("ngăn chặn", "intercepted"),
          Map.entry("bắt giữ", "intercepted"),
          Map.entry("bàn giao", "handed_over"),
          Map.entry("không giấy tờ", "no_documents"),
          Map.entry("giấy tờ giả", "false_documents"),
          Map.entry("không biết nơi đến", "unknown_destination"),
          Map.entry("người lớn không thân thích", "unrelated_adult"),
          Map.entry("nợ", "debt"),
          Map.entry("hứa việc làm", "job_offer"),
          Map.entry("hứa hôn", "marriage_offer"),
          Map.entry("bị kiểm soát", "movement_controlled"),
          Map.entry("bị thương", "injury"),
          Map.entry("trẻ em đi một mình", "child_alone"));

  private final Map<String, E> byCode;
  private final LikelyWord nearest;

  WordList(Class<E> type) {
    byCode = new HashMap<>(Word.codes(type));
    Map<String, String> names = new LinkedHashMap<>();
    Word.codes(type).keySet().forEach(code -> names.put(code, code));
    VIETNAMESE.forEach(
        (name, code) -> {
          if (byCode.containsKey(code)) {
            names.put(name, code);
          }
        });
    nearest = new LikelyWord(names);
  }

  /** The constant with exactly this code, or null. */
  @Nullable E exactly(String code) {
    return byCode.get(code);
  }

  Optional<String> nearest(String text) {
    return nearest.find(text);
  }

  /** Every code, for a sentence. */
  String codes() {
    return String.join(", ", byCode.keySet().stream().sorted().toList());
  }
}
