package org.borderwatch.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.borderwatch.server.config.ConfigException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty under Javalin, set up once: threads, limits, compression, problems. */
public final class HttpServer implements AutoCloseable {
  private static final int MAX_THREADS = 48;
  private static final int MIN_THREADS = 4;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final long STOP_MILLIS = 5_000;

  /** Slower bodies only hold a thread. */
  private static final long MIN_BYTES_A_SECOND = 1_024;

  /** Bodies that are read whole. Imports are streamed and have their own limit. */
  private static final long MAX_BODY_BYTES = 256 * 1024;

  private static final List<String> COMPRESSED =
      List.of(
          "text/",
          "application/json",
          "application/geo+json",
          "application/problem+json",
          "application/vnd.oai.openapi+json",
          "application/vnd.mapbox-vector-tile",
          "application/javascript",
          "image/svg+xml");

  private final Javalin javalin;

  /**
   * Ready to start.
   *
   * @param bind address to listen on
   * @param port 0 takes a free one
   * @param routes everything that is served
   * @param gate throws when the caller may not use the route
   * @param around further set-up, such as headers on every answer
   */
  public HttpServer(
      String bind,
      int port,
      RouteTable routes,
      BiConsumer<Context, Route> gate,
      Consumer<JavalinConfig> around) {
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = MAX_BODY_BYTES;
              config.http.compressionStrategy = compression();
              config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
              config.jetty.modifyServer(
                  server -> {
                    server.setStopTimeout(STOP_MILLIS);
                    server.setErrorHandler(new UnreadableRequests());
                  });
              config.jetty.addConnector(
                  (server, http) -> {
                    http.setSendServerVersion(false);
                    http.setMinRequestDataRate(MIN_BYTES_A_SECOND);
                    ServerConnector connector =
                        new ServerConnector(server, new HttpConnectionFactory(http));
                    connector.setHost(bind);
                    connector.setPort(port);
                    connector.setIdleTimeout(IDLE.toMillis());
                    return connector;
                  });
              ProblemAnswers.install(config.routes);
              around.accept(config);
              routes.install(config.routes, gate);
            });
  }

  /**
   * Asks whether a server could listen there, before anything is begun that would disturb the one
   * that does.
   *
   * @throws ConfigException when not, such as at a port that is taken
   */
  public static void requireFree(String bind, int port) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(bind, port));
    } catch (IOException refused) {
      throw new ConfigException(
          "cannot listen on %s port %d: %s. Stop what listens there, or give another --port or --bind"
              .formatted(bind, port, refused.getMessage()));
    }
  }

  /** Begins to listen. */
  public void start() {
    javalin.start();
  }

  /** The port that it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Finishes what is being answered, for some seconds, and stops listening. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static CompressionStrategy compression() {
    CompressionStrategy gzip = new CompressionStrategy(null, new io.javalin.compression.Gzip(5));
    gzip.setAllowedMimeTypes(COMPRESSED);
    gzip.setDefaultMinSizeForCompression(600);
    return gzip;
  }
}
