package org.borderwatch.server.detection.column;

/** A row that should go isn't there: these columns are not those that the change was made for. */
public final class MissingRowException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingRowException(int rowNo) {
    super("row " + Integer.toUnsignedString(rowNo) + " is not in the columns");
  }
}
