package org.borderwatch.server.patrol.roster;

/** No roster can be drawn, for a reason that whoever asks can change. */
public final class NoRosterException extends Exception {
  private static final long serialVersionUID = 1;

  private final String input;
  private final String vietnamese;

  NoRosterException(String input, String vietnamese, String english) {
    super(english);
    this.input = input;
    this.vietnamese = vietnamese;
  }

  /** The input that would change it. */
  public String input() {
    return input;
  }

  public String vietnamese() {
    return vietnamese;
  }
}
