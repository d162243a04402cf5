package org.borderwatch.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Dependencies run one way: gis-data, then server; features stand on the floor and never the other
 * way round.
 */
@AnalyzeClasses(packages = "org.borderwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule dataKnowsNoServer =
      noClasses()
          .that()
          .resideInAPackage("org.borderwatch.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.borderwatch.server..", "java.sql..", "io.javalin..");

  @ArchTest
  static final ArchRule noCircles =
      slices().matching("org.borderwatch.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theFloorKnowsNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.borderwatch.server.config..",
              "org.borderwatch.server.database..",
              "org.borderwatch.server.http..",
              "org.borderwatch.server.access..",
              "org.borderwatch.server.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.borderwatch.server.detection..",
              "org.borderwatch.server.ingest..",
              "org.borderwatch.server.ogc..",
              "org.borderwatch.server.summary..",
              "org.borderwatch.server.report..",
              "org.borderwatch.server.tile..",
              "org.borderwatch.server.cli..");

  @ArchTest
  static final ArchRule analysesArePure =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.borderwatch.server.hotspot..",
              "org.borderwatch.server.keyroute..",
              "org.borderwatch.server.patrol..",
              "org.borderwatch.server.report..")
          .and()
          .haveSimpleNameNotEndingWith("Repository")
          .and()
          .haveSimpleNameNotEndingWith("Process")
          .and()
          .haveSimpleNameNotEndingWith("Endpoints")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "com.fasterxml..", "io.javalin..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule sqlStaysOutOfEndpoints =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Endpoints")
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.sql.PreparedStatement");

  @ArchTest
  static final ArchRule namesSayWhatAClassKnows =
      classes()
          .should()
          .haveSimpleNameNotEndingWith("Utils")
          .andShould()
          .haveSimpleNameNotEndingWith("Manager")
          .andShould()
          .haveSimpleNameNotEndingWith("Impl");

  /**
   * It asks the table of mounts, in which a chroot's own root doesn't stand; File asks the disk.
   */
  @ArchTest
  static final ArchRule freeSpaceIsAskedOfTheDisk =
      noClasses().should().callMethod(Files.class, "getFileStore", Path.class);
}
