package org.borderwatch.server.cli;

import picocli.CommandLine.IVersionProvider;

/** The version in the jar. */
public final class SoftwareVersion implements IVersionProvider {
  /** Such as 0.1.0; "development" when the classes do not come from the jar. */
  public static String current() {
    String version = SoftwareVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"borderwatch " + current()};
  }
}
