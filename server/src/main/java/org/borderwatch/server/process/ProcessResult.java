package org.borderwatch.server.process;

import java.util.List;

/**
 * What came of an analysis: one document in each of the forms that it may be taken away in.
 *
 * @param dataVersion version of the stored data that it saw; empty when all came with the inputs
 * @param synthetic whether it was made of simulated rows
 * @param forms the same result in each form, the usual one first
 */
public record ProcessResult(String dataVersion, boolean synthetic, List<Form> forms) {
  public ProcessResult {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a result has at least one form");
    }
  }

  /** A document; whoever makes it gives it away. */
  public record Form(String mediaType, byte[] content) {}
}
