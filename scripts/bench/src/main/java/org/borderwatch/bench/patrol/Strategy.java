package org.borderwatch.bench.patrol;

import java.util.List;
import java.util.SplittableRandom;
import org.borderwatch.server.patrol.roster.Assignment;

/** Says where teams go in a week, from what the planner knows by then. */
interface Strategy {
  String name();

  /** A planner at the begin of a simulation, who may keep what it did. */
  Planner begin(Ground ground);

  /** One planner in one simulation. */
  interface Planner {
    /** Duties of a week, days from 1; same chance for all strategies. */
    List<Assignment> week(int week, Knowledge knowledge, SplittableRandom random);
  }
}
