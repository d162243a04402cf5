package org.borderwatch.server.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.http.PublicUrl;

/** Status documents of OGC API Processes, with members of ours. */
final class JobDocuments {
  static final String RESULTS = "http://www.opengis.net/def/rel/ogc/1.0/results";

  private final PublicUrl publicUrl;
  private final AnalysisProcesses processes;
  private final LiveJobs live;

  JobDocuments(PublicUrl publicUrl, AnalysisProcesses processes, LiveJobs live) {
    this.publicUrl = publicUrl;
    this.processes = processes;
    this.live = live;
  }

  /** Where a job is found. */
  String location(UUID id) {
    return publicUrl.to("/api/jobs/" + id);
  }

  /** The status of {@code stored}, with what is known here of how far it is. */
  Map<String, Object> status(Job stored) {
    Job job = now(stored);
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("jobID", job.id().toString());
    status.put("processID", job.type());
    status.put("type", "process");
    status.put("status", job.status().code());
    status.put("progress", job.progress());
    status.put("message", job.message());
    status.put("created", job.created().toString());
    if (job.started() != null) {
      status.put("started", job.started().toString());
    }
    if (job.finished() != null) {
      status.put("finished", job.finished().toString());
    }
    processes
        .find(job.type())
        .map(process -> process.description().document())
        .ifPresent(
            document -> {
              status.put("title", document.path("title").asText());
              status.put("titleVi", document.path("titleVi").asText());
            });
    status.put("requester", job.order().requester());
    status.put("inputs", job.order().inputs());
    if (job.status() == JobStatus.SUCCESSFUL && !job.isImport()) {
      addMade(status, job.made());
    }
    status.put("links", links(job));
    return status;
  }

  private void addMade(Map<String, Object> status, Job.Made made) {
    status.put("dataVersion", made.dataVersion());
    status.put("softwareVersion", made.softwareVersion());
    if (made.dataVersion().isEmpty()) {
      status.put("current", true);
    } else {
      processes
          .dataVersions()
          .ifPresent(now -> status.put("current", now.contains(made.dataVersion())));
    }
    status.put("synthetic", made.synthetic());
    if (made.summary() != null) {
      status.put("summary", made.summary());
    }
  }

  private Job now(Job job) {
    boolean underWay = job.finished() == null && job.status() != JobStatus.DISMISSED;
    Optional<LiveJobs.LiveJob> here = underWay ? live.find(job.id()) : Optional.empty();
    return here.map(
            one -> job.at(Math.max(job.progress(), (int) (100 * one.fraction())), one.message()))
        .orElse(job);
  }

  private List<Map<String, String>> links(Job job) {
    List<Map<String, String>> links = new ArrayList<>();
    links.add(link("self", "application/json", location(job.id())));
    if (job.status() == JobStatus.SUCCESSFUL) {
      String type = job.order().asDocument() ? "application/json" : job.order().mediaType();
      links.add(link(RESULTS, type, location(job.id()) + "/results"));
      if (!job.order().asDocument()) {
        processes.forms(job.type(), job.made().forms()).stream()
            .filter(other -> !other.equals(type))
            .forEach(other -> links.add(link("alternate", other, location(job.id()) + "/results")));
      }
    }
    if (processes.find(job.type()).isPresent()) {
      links.add(
          link(
              "http://www.opengis.net/def/rel/ogc/1.0/process",
              "application/json",
              publicUrl.to("/api/processes/" + job.type())));
    }
    return links;
  }

  private static Map<String, String> link(String rel, String type, String href) {
    Map<String, String> link = new LinkedHashMap<>();
    link.put("rel", rel);
    link.put("type", type);
    link.put("href", href);
    return link;
  }
}
