package org.borderwatch.data.route;

import org.borderwatch.data.Word;

/** What kind of record speaks for a route, where it is kept elsewhere: never its content. */
public enum EvidenceKind implements Word {
  /** Reports of patrols. */
  PATROL,
  /** Recordings of sensors. */
  SENSOR,
  /** Reports by people. */
  REPORT,
  /** People handed over or received at the border. */
  HANDOVER,
  /** The file of a case. */
  CASE_FILE,
  /** What an authority of the neighbour told. */
  PARTNER
}
