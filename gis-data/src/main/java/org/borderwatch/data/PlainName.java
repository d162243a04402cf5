package org.borderwatch.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it is compared: lower case letters without marks, other signs as one space. */
public final class PlainName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER_SIGNS = Pattern.compile("[^a-z0-9]+");

  private PlainName() {}

  public static String of(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replace('đ', 'd').replace('ð', 'd');
    String bare = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    return OTHER_SIGNS.matcher(bare).replaceAll(" ").strip();
  }
}
