package org.borderwatch.server.study;

import org.borderwatch.server.http.ApiException.BadParameter;

/** Why an analysis gives no answer, in both languages, and which input would change that. */
public final class Refusal {
  private Refusal() {}

  /** What to throw: the reason and the remedy in Vietnamese and in English. */
  public static BadParameter of(String input, String vietnamese, String english) {
    return new BadParameter(input, vietnamese + " / " + english);
  }
}
