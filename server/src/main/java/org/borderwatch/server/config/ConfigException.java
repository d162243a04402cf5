package org.borderwatch.server.config;

/** A setting that cannot be used. The message names it, where it came from and what is expected. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }
}
