package org.borderwatch.server.backup;

/** Why a backup or a restore did not happen, in words. Nothing was changed then. */
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BackupException(String message) {
    super(message);
  }
}
