package org.borderwatch.server.outcome.file;

import java.util.Arrays;
import java.util.Optional;
import org.borderwatch.data.Word;

/** The columns of a file of counts; the last ones are for people and passed over. */
enum CountField implements Word {
  UNIT,
  PERIOD,
  INDICATOR,
  VALUE,
  AT_LEAST,
  PROVISIONAL,
  PARTNER,
  NAME,
  COUNTED_IN;

  static Optional<CountField> of(String header) {
    String code = header.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
    return Word.byCode(CountField.class, code);
  }

  boolean isRequired() {
    return ordinal() <= VALUE.ordinal();
  }

  static String all() {
    return String.join(", ", Arrays.stream(values()).map(Word::code).toList());
  }
}
