package org.borderwatch.server.ingest;

import java.util.List;
import org.borderwatch.data.detection.Refusal;

/** A row that is not stored: everything that is wrong with it, and how it stood in the file. */
record RejectedRow(List<Refusal> refusals, List<String> cells) {}
