package org.borderwatch.data.detection;

import java.util.List;

/**
 * What is wrong and how to mend it, in English and Vietnamese; {@code {0}}, {@code {1}}, ... stand
 * for what differs from case to case.
 */
record Wording(String reason, String remedy, String reasonVi, String remedyVi) {

  /** The same with the arguments in their places. */
  Wording with(List<String> arguments) {
    return new Wording(
        filled(reason, arguments),
        filled(remedy, arguments),
        filled(reasonVi, arguments),
        filled(remedyVi, arguments));
  }

  private static String filled(String template, List<String> arguments) {
    String text = template;
    for (int i = 0; i < arguments.size(); i++) {
      text = text.replace("{" + i + "}", arguments.get(i));
    }
    return text;
  }
}
