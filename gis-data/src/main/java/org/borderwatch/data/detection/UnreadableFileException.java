package org.borderwatch.data.detection;

import java.util.List;

/** A file from which no row can be taken: what is wrong with it as a whole, and how to mend it. */
public final class UnreadableFileException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_SHOWN = 240;

  private final FileProblem problem;
  private final transient Wording wording;

  /** A file with that problem; {@code arguments} are what its sentences name. */
  public UnreadableFileException(FileProblem problem, String... arguments) {
    this(
        problem,
        problem
            .wording()
            .with(List.of(arguments).stream().map(UnreadableFileException::shown).toList()));
  }

  private UnreadableFileException(FileProblem problem, Wording wording) {
    super(wording.reason() + ". " + wording.remedy() + ".");
    this.problem = problem;
    this.wording = wording;
  }

  private static String shown(String argument) {
    return CleanText.shown(argument, LONGEST_SHOWN);
  }

  public FileProblem problem() {
    return problem;
  }

  /** What is wrong, in English. */
  public String reason() {
    return wording.reason();
  }

  /** How to mend it, in English. */
  public String remedy() {
    return wording.remedy();
  }

  /** What is wrong, in Vietnamese. */
  public String reasonVi() {
    return wording.reasonVi();
  }

  /** How to mend it, in Vietnamese. */
  public String remedyVi() {
    return wording.remedyVi();
  }
}
