package org.borderwatch.server.cli;

import picocli.CommandLine.Command;

/** The files that can be imported: one verb below for each kind. */
@Command(name = "import", description = "Take in files; good rows are stored, bad ones told.")
final class ImportCommand {}
