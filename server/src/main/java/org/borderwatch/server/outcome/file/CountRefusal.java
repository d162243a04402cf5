package org.borderwatch.server.outcome.file;

/**
 * Why a row isn't taken.
 *
 * @param line number of the row in the file, from 1
 * @param field its column; empty for the file as a whole
 * @param value what stood there, at most 60 characters
 * @param reason in English, with {@code remedy}
 */
public record CountRefusal(
    long line,
    String field,
    String value,
    String reason,
    String remedy,
    String reasonVi,
    String remedyVi) {
  private static final int SHOWN = 60;

  public CountRefusal {
    value = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }
}
