package org.borderwatch.server.outcome.file;

import java.util.List;

/**
 * What came of a file.
 *
 * @param rows below the header
 * @param fresh counts that were not there
 * @param corrected counts that replace others
 * @param same counts that are there already
 * @param refusals rows that can't be taken; nothing is stored while there is one
 * @param stored whether it was stored
 */
public record CountImport(
    int rows, int fresh, int corrected, int same, List<CountRefusal> refusals, boolean stored) {
  public CountImport {
    refusals = List.copyOf(refusals);
  }
}
