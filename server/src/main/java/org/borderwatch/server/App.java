package org.borderwatch.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import org.borderwatch.server.access.Access;
import org.borderwatch.server.access.FirstAccount;
import org.borderwatch.server.analysis.ProcessCatalogue;
import org.borderwatch.server.cli.CommandLineTool;
import org.borderwatch.server.cli.SoftwareVersion;
import org.borderwatch.server.compute.Courtesy;
import org.borderwatch.server.config.ServerConfig;
import org.borderwatch.server.database.Database;
import org.borderwatch.server.database.DatabaseProblem;
import org.borderwatch.server.database.Storage;
import org.borderwatch.server.demo.Demo;
import org.borderwatch.server.demo.DemoEndpoints;
import org.borderwatch.server.detection.DataEndpoints;
import org.borderwatch.server.detection.DataKind;
import org.borderwatch.server.detection.DataVersion;
import org.borderwatch.server.detection.DetectionIndex;
import org.borderwatch.server.effort.EffortIndex;
import org.borderwatch.server.export.ExportApi;
import org.borderwatch.server.geo.ReferenceLayerStore;
import org.borderwatch.server.geo.ReferenceLayers;
import org.borderwatch.server.http.HealthEndpoints;
import org.borderwatch.server.http.HttpServer;
import org.borderwatch.server.http.PageEndpoints;
import org.borderwatch.server.http.PublicUrl;
import org.borderwatch.server.http.RequestMetrics;
import org.borderwatch.server.http.RouteTable;
import org.borderwatch.server.http.SecurityHeaders;
import org.borderwatch.server.ingest.ImportApi;
import org.borderwatch.server.keyroute.WayEndpoints;
import org.borderwatch.server.network.NetworkEndpoints;
import org.borderwatch.server.network.NetworkIndex;
import org.borderwatch.server.ogc.OgcApi;
import org.borderwatch.server.outcome.OutcomeApi;
import org.borderwatch.server.outcome.OutcomeChangeRepository;
import org.borderwatch.server.outcome.file.CountFileEndpoints;
import org.borderwatch.server.outcome.file.CountImportRepository;
import org.borderwatch.server.outcome.issue.ReportApi;
import org.borderwatch.server.outcome.lines.RegisterRepository;
import org.borderwatch.server.outcome.lines.ReportOutcomesRepository;
import org.borderwatch.server.outcome.lines.ReportSources;
import org.borderwatch.server.patrol.order.OrderApi;
import org.borderwatch.server.patrol.plan.PlanApi;
import org.borderwatch.server.process.AnalysisProcesses;
import org.borderwatch.server.process.JobsApi;
import org.borderwatch.server.process.ServerId;
import org.borderwatch.server.route.EdgeRoutes;
import org.borderwatch.server.route.RouteApi;
import org.borderwatch.server.study.StudySources;
import org.borderwatch.server.summary.EffortSummaryEndpoints;
import org.borderwatch.server.summary.SummaryEndpoints;
import org.borderwatch.server.tile.HeatEndpoints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts together by hand, in one screen: settings, database, features, HTTP. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);

  private final ServerConfig config;
  private final Storage storage;
  private final DetectionIndex index;
  private final EffortIndex effort;
  private final NetworkIndex network;
  private final HealthEndpoints health;
  private final JobsApi jobs;
  private final ReportApi reports;
  private final HttpServer http;
  private final Courtesy courtesy = new Courtesy();
  private final RouteTable routes = new RouteTable(courtesy);

  private App(ServerConfig config, Storage storage) {
    this.config = config;
    this.storage = storage;
    Database database = storage.database();
    ReferenceLayers layers = ReferenceLayers.load();
    storeLayers(database, layers);
    FirstAccount.make(database.jdbi(), config.adminPassword()).ifPresent(App::printFirstPassword);

    Demo demo = addDemo(config, database);
    this.index = new DetectionIndex(database);
    this.effort = new EffortIndex(database, layers.locator());
    this.network = new NetworkIndex(database);
    DataVersion version = new DataVersion(database);
    DataKind kind = new DataKind(database, version);
    new HeatEndpoints(index).register(routes);
    new SummaryEndpoints(index).register(routes);
    new EffortSummaryEndpoints(index, effort, layers.border()).register(routes);
    new DataEndpoints(index, Clock.systemUTC()).register(routes);
    new WayEndpoints(network).register(routes);
    new RouteApi(database, layers.locator(), kind, index, network).register(routes);
    new NetworkEndpoints(network, index, new EdgeRoutes(database, layers.locator()))
        .register(routes);
    PublicUrl publicUrl = new PublicUrl(this::url);
    OgcApi ogc =
        new OgcApi(database, publicUrl, layers, kind, SoftwareVersion.current(), index, network)
            .with(ExportApi.collections(database));
    ogc.register(routes);
    StudySources study = ProcessCatalogue.study(database, index, effort::view, layers);
    ReportSources report =
        new ReportSources(
            study,
            new ReportOutcomesRepository(database),
            new RegisterRepository(database, layers.locator()));
    AnalysisProcesses processes = ProcessCatalogue.of(database, study, network, report);
    this.jobs =
        new JobsApi(
            database,
            publicUrl,
            processes,
            config.processes(),
            courtesy,
            ServerId.of(config.dataFolder()),
            SoftwareVersion.current());
    jobs.register(routes);
    PlanApi plans = new PlanApi(database, publicUrl, Clock.systemUTC());
    plans.register(routes);
    new OrderApi(plans.address(), layers.border(), Clock.systemUTC()).register(routes);
    new OutcomeApi(database).register(routes);
    new CountFileEndpoints(
            new OutcomeChangeRepository(database), new CountImportRepository(database))
        .register(routes);
    this.reports = new ReportApi(database, report, Clock.systemUTC());
    reports.register(routes);
    new ExportApi(
            database,
            ogc.sources(),
            processes,
            jobs.endpoints(),
            config.dataFolder(),
            SoftwareVersion.current())
        .register(routes);
    new ImportApi(
            database,
            layers.locator(),
            jobs,
            network,
            config.dataFolder(),
            config.importMaxBytes(),
            this::changed)
        .register(routes);

    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    database.measure(registry);
    index.measure(registry);
    jobs.measure(registry);
    effort.measure(registry);
    network.measure(registry);
    Access access =
        new Access(database, config.publicUrl(), SoftwareVersion.current(), Clock.systemUTC());
    access.addTo(routes);
    this.health = new HealthEndpoints(database.jdbi(), registry, index::rows);
    health.addTo(routes);
    new DemoEndpoints(demo, this::changed).addTo(routes);
    new PageEndpoints().addTo(routes);
    this.http =
        new HttpServer(
            config.bind(),
            config.port(),
            routes,
            access.gate(),
            around -> {
              new SecurityHeaders(config.publicUrl()).install(around.routes);
              access.install(around.routes);
              new RequestMetrics(registry).install(around);
            });
  }

  public static void main(String... words) {
    System.exit(CommandLineTool.run(App::startAndWarmUp, words));
  }

  private static App startAndWarmUp(ServerConfig config) {
    App app = start(config);
    app.reports.warmUp();
    return app;
  }

  /** Opens the database, migrates it, and serves until closed. */
  public static App start(ServerConfig config) {
    HttpServer.requireFree(config.bind(), config.port());
    Storage storage = Storage.open(config.dataFolder(), config.databaseUrl(), config.poolSize());
    try {
      App app = new App(config, storage);
      app.serve();
      LOG.info("Open {}", app.url());
      if (config.sendsPasswordsInTheOpen()) {
        LOG.warn(
            "Listens on {} for other machines, without HTTPS: passwords can be read on their way."
                + " Put a proxy with TLS before it, and give --public-url https://...",
            config.bind());
      }
      return app;
    } catch (RuntimeException failed) {
      storage.close();
      throw failed;
    }
  }

  /** Whoever imported sees what was imported. */
  private void changed() {
    index.refresh();
    effort.refresh();
    network.refresh();
  }

  /** Detections, effort and the network are read into memory while the page is served already. */
  private void serve() {
    index.start();
    effort.start();
    network.start();
    try {
      http.start();
    } catch (RuntimeException failed) {
      index.close();
      effort.close();
      network.close();
      throw failed;
    }
  }

  /** The port that it listens on. */
  public int port() {
    return http.port();
  }

  /** The address of the page, as people reach it. */
  public String url() {
    return config.publicUrl(port());
  }

  /** Everything that it serves. */
  public RouteTable routes() {
    return routes;
  }

  @Override
  public void close() {
    http.close();
    jobs.close();
    health.close();
    index.close();
    effort.close();
    network.close();
    storage.close();
  }

  private static void storeLayers(Database database, ReferenceLayers layers) {
    try {
      if (new ReferenceLayerStore(database).update(() -> layers)) {
        LOG.info("Reference layers loaded");
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the reference layers could not be stored", e);
    }
  }

  private static Demo addDemo(ServerConfig config, Database database) {
    Demo demo = new Demo(database);
    try {
      long added = config.demo() ? demo.addToEmpty() : 0;
      if (added > 0) {
        LOG.info("{} synthetic detections added; scripts/borderwatch demo remove", added);
      }
      return demo;
    } catch (SQLException failed) {
      throw new DatabaseProblem(
          "the demo could not be added: " + failed.getMessage(), "start with --no-demo", failed);
    }
  }

  /** Goes to the terminal only, never to a log. */
  @SuppressWarnings("SystemOut")
  private static void printFirstPassword(String password) {
    System.out.printf(
        "%n  Sign in as  %s%n  Password    %s   (one-time: it is replaced at the first"
            + " sign-in)%n%n",
        FirstAccount.NAME, password);
  }
}
