package org.borderwatch.data.detection;

import static org.borderwatch.data.detection.DetectionField.ACCURACY_M;
import static org.borderwatch.data.detection.DetectionField.CHILDREN;
import static org.borderwatch.data.detection.DetectionField.PERSONS;
import static org.borderwatch.data.detection.DetectionField.WOMEN;

import org.jspecify.annotations.Nullable;

/** Reads how many people were seen, and how exact the position is. */
final class CountCheck {
  private static final int MOST_PERSONS = 10_000;
  private static final int LARGEST_ACCURACY_METRES = 100_000;

  private CountCheck() {}

  /** Counts that agree; null where nobody counted. */
  record Counts(int persons, @Nullable Integer women, @Nullable Integer children) {}

  static @Nullable Counts read(RowProblems problems) {
    int before = problems.count();
    Integer persons = count(PERSONS, problems);
    Integer women = count(WOMEN, problems);
    Integer children = count(CHILDREN, problems);
    if (problems.count() > before) {
      return null;
    }
    int all = persons == null ? 1 : persons;
    int parts = (women == null ? 0 : women) + (children == null ? 0 : children);
    if (all < 1) {
      problems.refuse(PERSONS, RefusalReason.BELOW_ONE);
      return null;
    }
    if (parts > all) {
      problems.refuse(
          PERSONS, RefusalReason.PARTS_EXCEED, String.valueOf(parts), String.valueOf(all));
      return null;
    }
    return new Counts(all, women, children);
  }

  /** The accuracy in metres, or null when it is not known or was refused. */
  static @Nullable Double accuracyMetres(RowProblems problems) {
    double metres = number(ACCURACY_M, problems, "15");
    if (Double.isNaN(metres)) {
      return null;
    }
    if (metres < 0) {
      problems.refuse(ACCURACY_M, RefusalReason.NEGATIVE);
    } else if (metres > LARGEST_ACCURACY_METRES) {
      problems.refuse(ACCURACY_M, RefusalReason.TOO_LARGE, String.valueOf(LARGEST_ACCURACY_METRES));
    }
    return metres;
  }

  private static @Nullable Integer count(DetectionField field, RowProblems problems) {
    double number = number(field, problems, "4");
    String text = problems.text(field);
    if (Double.isNaN(number) || text == null) {
      return null;
    }
    if (NumberText.maybeThousands(text)) {
      problems.refuse(field, RefusalReason.THOUSANDS, "4");
    } else if (number < 0) {
      problems.refuse(field, field == PERSONS ? RefusalReason.BELOW_ONE : RefusalReason.NEGATIVE);
    } else if (number > MOST_PERSONS) {
      problems.refuse(field, RefusalReason.TOO_LARGE, String.valueOf(MOST_PERSONS));
    } else if (number != Math.rint(number)) {
      problems.refuse(field, RefusalReason.NOT_WHOLE);
    } else {
      return (int) number;
    }
    return null;
  }

  private static double number(DetectionField field, RowProblems problems, String example) {
    String text = problems.text(field);
    if (text == null) {
      return Double.NaN;
    }
    double number = NumberText.parse(text);
    if (Double.isNaN(number)) {
      problems.refuse(
          field,
          NumberText.hasSeveralMarks(text) ? RefusalReason.THOUSANDS : RefusalReason.BAD_NUMBER,
          example);
    }
    return number;
  }
}
