package org.borderwatch.server.database;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of the private cluster, computed from the machine. Import, serving and benchmarks
 * run with the same ones.
 *
 * @param values by PostgreSQL's names
 */
public record ClusterSettings(Map<String, String> values) {
  private static final long MEGA = 1L << 20;

  public ClusterSettings {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * For the machine (or container) that we are on. Durable: fsync and synchronous_commit stay on.
   */
  public static ClusterSettings forMachine() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return forMachine(
        system.getTotalMemorySize() / MEGA, Runtime.getRuntime().availableProcessors());
  }

  /**
   * For a machine of this size. A quarter of the memory at most: the columnar index lives on it
   * too.
   */
  static ClusterSettings forMachine(long memoryMegabytes, int cores) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("listen_addresses", "127.0.0.1");
    values.put("unix_socket_directories", "");
    values.put("password_encryption", "scram-sha-256");
    values.put("ssl", "off");
    values.put("max_connections", "60");
    values.put("timezone", "UTC");
    memory(values, memoryMegabytes);
    values.put("max_worker_processes", Integer.toString(Math.max(4, cores)));
    values.put("max_parallel_workers", Integer.toString(cores));
    values.put("max_parallel_workers_per_gather", Integer.toString(Math.max(1, cores / 2)));
    values.put("max_parallel_maintenance_workers", Integer.toString(Math.max(1, cores / 2)));
    durability(values);
    values.put("random_page_cost", "1.1");
    values.put("jit", "off");
    logging(values);
    return new ClusterSettings(values);
  }

  /** The same with one value set otherwise. */
  public ClusterSettings with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new ClusterSettings(changed);
  }

  /** As the text of a file that {@code postgresql.conf} includes. */
  String text() {
    return "# Written at every start; put settings of your own into postgresql.conf, below the include.\n"
        + values.entrySet().stream()
            .map(entry -> entry.getKey() + " = '" + entry.getValue().replace("'", "''") + "'\n")
            .collect(Collectors.joining());
  }

  private static void memory(Map<String, String> values, long megabytes) {
    values.put("shared_buffers", within(megabytes / 8, 128, 4_096) + "MB");
    values.put("effective_cache_size", within(megabytes / 2, 256, 65_536) + "MB");
    values.put("maintenance_work_mem", within(megabytes / 24, 64, 1_024) + "MB");
    values.put("work_mem", within(megabytes / 384, 8, 64) + "MB");
  }

  private static void durability(Map<String, String> values) {
    values.put("fsync", "on");
    values.put("synchronous_commit", "on");
    values.put("wal_level", "minimal");
    values.put("max_wal_senders", "0");
    values.put("wal_compression", "lz4");
    values.put("wal_buffers", "16MB");
    values.put("max_wal_size", "4GB");
    values.put("min_wal_size", "256MB");
    values.put("checkpoint_timeout", "15min");
    values.put("checkpoint_completion_target", "0.9");
  }

  /**
   * Rows that were refused must not reach a log: DETAIL, CONTEXT and failing statements stay out.
   */
  private static void logging(Map<String, String> values) {
    values.put("logging_collector", "on");
    values.put("log_directory", "log");
    values.put("log_filename", "postgresql-%a.log");
    values.put("log_rotation_age", "1d");
    values.put("log_rotation_size", "0");
    values.put("log_truncate_on_rotation", "on");
    values.put("log_error_verbosity", "terse");
    values.put("log_min_error_statement", "panic");
    values.put("log_line_prefix", "%m [%p] %q%u@%d ");
    values.put("log_checkpoints", "off");
  }

  private static long within(long value, long least, long most) {
    return Math.max(least, Math.min(most, value));
  }
}
