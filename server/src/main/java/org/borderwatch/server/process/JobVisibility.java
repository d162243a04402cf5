package org.borderwatch.server.process;

import java.util.Set;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.access.Role;
import org.borderwatch.server.http.Permission;

/**
 * Which jobs somebody may see: the own ones; of analyses also those of the own unit and below, with
 * the right to run analyses; an administrator sees all.
 *
 * @param units whose analyses are seen; empty for none
 */
record JobVisibility(String account, boolean all, Set<String> units) {
  static JobVisibility of(Principal caller) {
    return new JobVisibility(
        caller.account(),
        caller.role() == Role.ADMIN,
        caller.role().may(Permission.RUN_ANALYSES) ? caller.units() : Set.of());
  }

  boolean sees(Job job) {
    return all
        || job.order().requester().equals(account)
        || (!job.isImport() && units.contains(job.order().unit()));
  }
}
