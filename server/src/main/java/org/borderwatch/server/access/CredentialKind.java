package org.borderwatch.server.access;

import org.borderwatch.data.Word;

/** How a request says who asks. */
public enum CredentialKind implements Word {
  /** The page's cookie. */
  SESSION,
  /** {@code Authorization: Bearer}. */
  TOKEN,
  /** {@code Authorization: Basic}. */
  BASIC,
  NONE
}
