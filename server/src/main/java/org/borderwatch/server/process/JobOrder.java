package org.borderwatch.server.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A piece of work as it was asked for.
 *
 * @param type id of the process, or {@link #IMPORT}
 * @param requester account that asked
 * @param unit unit of that account
 * @param inputs what was asked for; of a stored job, members that are too long to be shown say only
 *     how long they are
 * @param mediaType the form of the result that was asked for
 * @param asDocument whether the result stands inside a document instead of being the answer itself
 */
public record JobOrder(
    UUID id,
    String type,
    String requester,
    String unit,
    JsonNode inputs,
    String mediaType,
    boolean asDocument) {
  /** The type of jobs that import. Any other is the id of a process. */
  public static final String IMPORT = "import";
}
