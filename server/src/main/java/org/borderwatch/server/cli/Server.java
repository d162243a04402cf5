package org.borderwatch.server.cli;

import org.borderwatch.server.config.ServerConfig;

/** Starts serving; what it gives back stops everything again when closed. */
@FunctionalInterface
public interface Server {
  AutoCloseable start(ServerConfig config) throws Exception;
}
