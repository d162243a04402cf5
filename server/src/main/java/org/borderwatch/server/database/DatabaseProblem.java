package org.borderwatch.server.database;

import org.jspecify.annotations.Nullable;

/** Something about the database that a person has to put right: what is wrong, and the remedy. */
public final class DatabaseProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String wrong;
  private final String remedy;

  public DatabaseProblem(String wrong, String remedy) {
    this(wrong, remedy, null);
  }

  public DatabaseProblem(String wrong, String remedy, @Nullable Throwable cause) {
    super(wrong + "\n  remedy: " + remedy, cause);
    this.wrong = wrong;
    this.remedy = remedy;
  }

  /** What is wrong, in one sentence. */
  public String wrong() {
    return wrong;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
