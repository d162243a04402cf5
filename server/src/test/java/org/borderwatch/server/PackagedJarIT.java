package org.borderwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** Meets the jar as it is shipped: its class path, in our order, and logging through it. */
class PackagedJarIT {
  private static final Path JAR = Path.of("target", "borderwatch.jar");

  private static List<String> classPath() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return Arrays.asList(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" "));
    }
  }

  @Test
  void everyLibraryStandsBesideTheJar() throws IOException {
    assertThat(classPath()).allSatisfy(entry -> assertThat(JAR.resolveSibling(entry)).exists());
    try (var files = Files.list(JAR.resolveSibling("lib"))) {
      assertThat(files.map(file -> "lib/" + file.getFileName())).hasSameElementsAs(classPath());
    }
  }

  @Test
  void theGeoToolsWrapperIsLast() throws IOException {
    List<String> entries = classPath();
    assertThat(entries.get(entries.size() - 1)).startsWith("lib/geotools-wrapper-");
    assertThat(entries.get(0)).startsWith("lib/borderwatch-gis-data-");
  }

  @Test
  void loggingGoesToLogbackAndKnowsTheFluentCalls() throws Exception {
    List<URL> urls = new ArrayList<>(List.of(JAR.toUri().toURL()));
    for (String entry : classPath()) {
      urls.add(new File(JAR.getParent().toFile(), entry).toURI().toURL());
    }
    try (URLClassLoader shipped =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      Class<?> factory = shipped.loadClass("org.slf4j.LoggerFactory");
      Object context = factory.getMethod("getILoggerFactory").invoke(null);
      assertThat(context.getClass().getName()).isEqualTo("ch.qos.logback.classic.LoggerContext");
      Object logger = factory.getMethod("getLogger", String.class).invoke(null, "packaged");
      Object event = shipped.loadClass("org.slf4j.Logger").getMethod("atInfo").invoke(logger);
      assertThat(event).isNotNull();
    }
  }

  @Test
  void theJarAnswersWithItsVersion() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "--version")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("0.1.0");
  }
}
