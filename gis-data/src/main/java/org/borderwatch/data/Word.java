package org.borderwatch.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A word of a closed list, as it is written in files, URLs and columns.
 *
 * <p>Constants of the enums that implement this are named after their code: {@code TURNED_BACK} is
 * {@code turned_back}.
 */
public interface Word {
  /** The constant's Java name; enums provide it. */
  String name();

  /** The code: lower case, stable, used in files, URLs and columns. */
  default String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The constant of {@code type} whose code is {@code code}, exactly. */
  static <E extends Enum<E> & Word> Optional<E> byCode(Class<E> type, String code) {
    for (E constant : type.getEnumConstants()) {
      if (constant.code().equals(code)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  /** Every constant by its code, in the order of the codes. */
  static <E extends Enum<E> & Word> Map<String, E> codes(Class<E> type) {
    Map<String, E> codes = new TreeMap<>();
    for (E constant : type.getEnumConstants()) {
      codes.put(constant.code(), constant);
    }
    return codes;
  }
}
