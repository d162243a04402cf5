package org.borderwatch.server.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.borderwatch.server.database.PostgresTools;

/** Looks at Java, memory, clock, disk, PostgreSQL's programs and the rights on the data folder. */
public final class MachineCheckup {
  private static final long MEGA = 1L << 20;
  private static final long DISK_LOW_MEGABYTES = 10_000;
  private static final long DISK_BAD_MEGABYTES = 1_000;
  private static final long MEMORY_LOW_MEGABYTES = 3_500;
  private static final Instant SOFTWARE_IS_NEWER_THAN = Instant.parse("2026-01-01T00:00:00Z");

  private final Path dataFolder;
  private final boolean privateCluster;

  /**
   * @param privateCluster whether the database is our own, so that PostgreSQL is needed on this
   *     machine
   */
  public MachineCheckup(Path dataFolder, boolean privateCluster) {
    this.dataFolder = dataFolder;
    this.privateCluster = privateCluster;
  }

  /** Everything that was looked at. */
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    findings.add(java());
    findings.add(memory());
    findings.add(clock());
    findings.add(postgresql());
    findings.add(disk());
    findings.addAll(secrets());
    return findings;
  }

  private static Finding java() {
    // An older one does not get as far as this line.
    return Finding.ok("Java " + Runtime.version() + " on " + System.getProperty("os.name"));
  }

  private static Finding memory() {
    var system =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    long megabytes = system.getTotalMemorySize() / MEGA;
    String what =
        megabytes + " MB of memory, " + Runtime.getRuntime().availableProcessors() + " cores";
    return megabytes < MEMORY_LOW_MEGABYTES
        ? Finding.warn(what, "4 GB or more keep large imports and millions of detections quick")
        : Finding.ok(what);
  }

  private static Finding clock() {
    Instant now = Instant.now();
    return now.isBefore(SOFTWARE_IS_NEWER_THAN)
        ? Finding.bad(
            "the clock says " + now, "set the clock: times of detections are checked against it")
        : Finding.ok("the clock says " + now);
  }

  private Finding postgresql() {
    List<PostgresTools> installed = PostgresTools.installed();
    if (!installed.isEmpty()) {
      return Finding.ok(
          "PostgreSQL %d with PostGIS in %s"
              .formatted(installed.get(0).major(), installed.get(0).folder()));
    }
    String what = "PostgreSQL 15 or newer with PostGIS is not installed here";
    String remedy = "apt-get install postgresql-15 postgresql-15-postgis-3";
    return privateCluster
        ? Finding.bad(what, remedy)
        : Finding.warn(what + ", which backup and restore need", remedy);
  }

  private Finding disk() {
    Path existing = dataFolder;
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    long free = existing.toFile().getUsableSpace() / MEGA;
    String what = free + " MB free for " + dataFolder;
    String remedy = "make room, or move the data folder and name it with --data";
    if (free < DISK_BAD_MEGABYTES) {
      return Finding.bad(what, remedy);
    }
    return free < DISK_LOW_MEGABYTES ? Finding.warn(what, remedy) : Finding.ok(what);
  }

  private List<Finding> secrets() {
    if (!Files.isDirectory(dataFolder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dataFolder)) {
      List<Finding> open =
          files.filter(MachineCheckup::readByOthers).map(MachineCheckup::tooOpen).toList();
      return open.isEmpty()
          ? List.of(Finding.ok("passwords in the data folder are readable by their owner only"))
          : open;
    } catch (IOException unreadable) {
      return List.of(
          Finding.bad("cannot read " + dataFolder + ": " + unreadable, "start as its owner"));
    }
  }

  private static boolean readByOthers(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".password") && !name.equals("borderwatch.properties")) {
      return false;
    }
    try {
      Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
      return rights.contains(PosixFilePermission.GROUP_READ)
          || rights.contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException unreadable) {
      return true;
    }
  }

  private static Finding tooOpen(Path file) {
    String remedy = "chmod 600 " + file;
    return file.toString().endsWith(".password")
        ? Finding.bad("others on this machine can read " + file, remedy)
        : Finding.warn(
            "others on this machine can read " + file + ", which may hold secrets", remedy);
  }
}
