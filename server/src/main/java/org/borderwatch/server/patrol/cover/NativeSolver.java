package org.borderwatch.server.patrol.cover;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** OR-Tools, loaded once. */
final class NativeSolver {
  private NativeSolver() {}

  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      Loader.loadNativeLibraries();
      return true;
    }
  }

  /**
   * A solver for mixed-integer models; give it back with {@link MPSolver#delete}.
   *
   * @throws IllegalStateException when OR-Tools has it not
   */
  static MPSolver mixedInteger() {
    MPSolver solver = Loaded.DONE ? MPSolver.createSolver("SCIP") : null;
    if (solver == null) {
      throw new IllegalStateException("OR-Tools came without SCIP");
    }
    return solver;
  }
}
