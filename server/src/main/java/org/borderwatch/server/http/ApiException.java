package org.borderwatch.server.http;

import java.util.List;
import java.util.Map;

/**
 * Something that the caller did or meets, told as a {@link Problem}. Anything else that is thrown
 * is our fault.
 */
public abstract sealed class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private ApiException(Problem problem) {
    super(problem.status() + " " + problem.type() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  /** A query or path parameter that can't be understood. */
  public static final class BadParameter extends ApiException {
    private static final long serialVersionUID = 1L;

    public BadParameter(String parameter, String detail) {
      super(
          new Problem(
              "bad-parameter",
              "Bad parameter",
              400,
              detail,
              Map.of("parameter", parameter),
              Map.of()));
    }
  }

  /** What is asked for is still being read into memory. */
  public static final class Loading extends ApiException {
    private static final long serialVersionUID = 1L;

    public Loading(long loaded, long total) {
      super(
          new Problem(
              "loading",
              "Loading",
              503,
              "The detections are being read into memory: %d of about %d".formatted(loaded, total),
              Map.of("loaded", loaded, "total", total),
              Map.of("Retry-After", "1")));
    }
  }

  /** One thing that is wrong with a body. */
  public record FieldError(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {}

  /** A body that can't be understood, with everything that is wrong with it. */
  public static final class BadBody extends ApiException {
    private static final long serialVersionUID = 1L;

    public BadBody(String detail, List<FieldError> errors) {
      super(
          new Problem(
              "bad-body",
              "Bad body",
              400,
              detail,
              Map.of("errors", List.copyOf(errors)),
              Map.of()));
    }

    public BadBody(String detail) {
      this(detail, List.of());
    }
  }

  /** Nobody is signed in, or the credential is wrong. */
  public static final class NotSignedIn extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotSignedIn(String detail, Map<String, String> headers) {
      super(new Problem("not-signed-in", "Not signed in", 401, detail, Map.of(), headers));
    }
  }

  /** The account may not do this. */
  public static final class NotAllowed extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String detail) {
      super(new Problem("not-allowed", "Not allowed", 403, detail));
    }
  }

  /** There is no such thing, or the caller may not know of it. */
  public static final class NotFound extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
      super(new Problem("not-found", "Not found", 404, detail));
    }
  }

  /** It exists already, with other content. */
  public static final class Conflict extends ApiException {
    private static final long serialVersionUID = 1L;

    public Conflict(String detail, Map<String, Object> members) {
      super(new Problem("conflict", "Conflict", 409, detail, members, Map.of()));
    }
  }

  /** Somebody else changed it since it was read. */
  public static final class Stale extends ApiException {
    private static final long serialVersionUID = 1L;

    public Stale(String detail) {
      super(new Problem("stale", "Changed since it was read", 412, detail));
    }
  }

  /** It is understood, and can't be done; the members say why. */
  public static final class Impossible extends ApiException {
    private static final long serialVersionUID = 1L;

    public Impossible(String detail, Map<String, Object> members) {
      super(new Problem("impossible", "Impossible", 422, detail, members, Map.of()));
    }
  }

  /** The body is larger than is taken. */
  public static final class TooLarge extends ApiException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
      super(new Problem("too-large", "Too large", 413, detail));
    }
  }

  /** The body has a media type that isn't read here. */
  public static final class UnsupportedMediaType extends ApiException {
    private static final long serialVersionUID = 1L;

    public UnsupportedMediaType(String detail) {
      super(new Problem("unsupported-media-type", "Unsupported media type", 415, detail));
    }
  }

  /** None of the forms that the caller takes is offered. */
  public static final class NotAcceptable extends ApiException {
    private static final long serialVersionUID = 1L;

    public NotAcceptable(String detail) {
      super(new Problem("not-acceptable", "Not acceptable", 406, detail));
    }
  }

  /** The answer isn't there in the time that a caller is kept waiting; the work goes on. */
  public static final class TakesLonger extends ApiException {
    private static final long serialVersionUID = 1L;

    public TakesLonger(String detail, Map<String, Object> members, Map<String, String> headers) {
      super(new Problem("takes-longer", "Takes longer", 504, detail, members, headers));
    }
  }

  /** Something failed here, and the log knows it. */
  public static final class Internal extends ApiException {
    private static final long serialVersionUID = 1L;

    public Internal(String detail) {
      super(new Problem("internal", "Internal error", 500, detail));
    }
  }

  /** If-Match is missing. */
  public static final class PreconditionRequired extends ApiException {
    private static final long serialVersionUID = 1L;

    public PreconditionRequired(String detail) {
      super(new Problem("precondition-required", "If-Match required", 428, detail));
    }
  }

  /** Too many attempts in too short a time. */
  public static final class TooManyAttempts extends ApiException {
    private static final long serialVersionUID = 1L;

    public TooManyAttempts(String detail, long retryAfterSeconds) {
      super(
          new Problem(
              "too-many-attempts",
              "Too many attempts",
              429,
              detail,
              Map.of("retryAfterSeconds", retryAfterSeconds),
              Map.of("Retry-After", Long.toString(retryAfterSeconds))));
    }
  }

  /** The database can't be reached, or all its connections are taken. Nothing was stored. */
  public static final class DatabaseAway extends ApiException {
    private static final long serialVersionUID = 1L;

    public DatabaseAway() {
      super(
          new Problem(
              "database-away",
              "Database away",
              503,
              "The database can't be reached now; nothing was stored. Try again in a few seconds.",
              Map.of(),
              Map.of("Retry-After", "5")));
    }
  }

  /** The disk has no room for it. Nothing was stored. */
  public static final class NoRoom extends ApiException {
    private static final long serialVersionUID = 1L;

    public NoRoom(String detail) {
      super(new Problem("no-room", "No room on the disk", 507, detail));
    }
  }
}
