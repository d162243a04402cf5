package org.borderwatch.server.patrol.solve;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPSolver;

/** OR-Tools, loaded once. A solver belongs to one thread; give it back with its {@code delete}. */
public final class NativeSolver {
  private NativeSolver() {}

  private static final class Loaded {
    static final boolean DONE = load();

    private static boolean load() {
      Loader.loadNativeLibraries();
      return true;
    }
  }

  /** SCIP, for mixed-integer models. */
  public static MPSolver mixedInteger() {
    return create("SCIP");
  }

  /** GLOP, for linear ones. */
  public static MPSolver linear() {
    return create("GLOP");
  }

  private static MPSolver create(String name) {
    MPSolver solver = Loaded.DONE ? MPSolver.createSolver(name) : null;
    if (solver == null) {
      throw new IllegalStateException("OR-Tools came without " + name);
    }
    return solver;
  }
}
