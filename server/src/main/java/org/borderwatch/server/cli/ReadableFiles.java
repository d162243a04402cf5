package org.borderwatch.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.borderwatch.data.detection.UnreadableFileException;

/** The files of a command that takes all of them or none. */
final class ReadableFiles {
  private ReadableFiles() {}

  /** Refuses the command when one can't be read. */
  static void require(List<Path> files) {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new CommandException(file + " cannot be read; check the name and the rights");
      }
    }
  }

  /** Their names without folders. */
  static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }

  /** Tells why nothing was done; gives the exit code. */
  static int tell(UnreadableFileException unreadable, PrintWriter errors) {
    errors.println(unreadable.reason() + ". " + unreadable.remedy() + ".");
    errors.println(unreadable.reasonVi() + ". " + unreadable.remedyVi() + ".");
    errors.flush();
    return ExitCode.NOTHING;
  }
}
