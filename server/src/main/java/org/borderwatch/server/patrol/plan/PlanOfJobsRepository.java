package org.borderwatch.server.patrol.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.borderwatch.server.access.Principal;
import org.borderwatch.server.http.ApiException.BadBody;
import org.borderwatch.server.http.ApiException.FieldError;
import org.borderwatch.server.http.ApiException.TooLarge;
import org.borderwatch.server.http.Json;
import org.borderwatch.server.patrol.PlannedAreasRepository;
import org.borderwatch.server.patrol.area.PlannedAreas;
import org.borderwatch.server.patrol.roster.Assignment;

/** Makes what is stored of a plan from the results of two jobs. Thread-safe. */
final class PlanOfJobsRepository {
  private static final String AREAS = "patrol-areas";
  private static final String ROSTER = "patrol-roster";

  private final JobResults results;

  PlanOfJobsRepository(JobResults results) {
    this.results = results;
  }

  /** Results of jobs as far as somebody may see them. */
  @FunctionalInterface
  interface JobResults {
    /** As a FeatureCollection; empty where there is no such job of that process, or no result. */
    Optional<byte[]> find(Principal caller, UUID job, String process);
  }

  /**
   * What a plan begins with.
   *
   * @param basis JSON as the table of plans holds it
   */
  record Made(byte[] basis, PlannedAreas areas, List<Assignment> roster) {}

  /** The plan of two jobs, the second of which drew its roster for the first. */
  Made of(Principal caller, UUID areasJob, UUID rosterJob) {
    JsonNode areas = result(caller, areasJob, AREAS, "areas");
    JsonNode roster = result(caller, rosterJob, ROSTER, "roster");
    JsonNode rosterSummary = roster.path("summary");
    if (!areas.has("areas") || !areas.path("summary").has("terms")) {
      throw refused(
          "areas",
          "was made of features that came with the request",
          "run patrol-areas over the stored data",
          "được tính từ dữ liệu gửi kèm",
          "hãy lập phương án từ dữ liệu đã lưu");
    }
    if (!rosterSummary.path("areas_job").asText().equals(areasJob.toString())) {
      throw refused(
          "roster",
          "was not drawn for these areas",
          "run patrol-roster with areas " + areasJob,
          "không được rút cho phương án này",
          "hãy rút lịch cho phương án " + areasJob);
    }
    ObjectNode summary = (ObjectNode) areas.path("summary").deepCopy();
    summary.put("days", rosterSummary.path("days").asInt(summary.path("days").asInt()));
    ObjectNode told = (ObjectNode) rosterSummary.deepCopy();
    // They follow from each version of the roster anew.
    told.remove(List.of("coverage", "coverage_by_shift", "duties"));
    ObjectNode basis = Json.MAPPER.createObjectNode();
    basis.set("areas", areas.path("areas"));
    basis.set("summary", summary);
    basis.set("roster", told);
    basis.put("areas_job", areasJob.toString());
    basis.put("roster_job", rosterJob.toString());
    byte[] stored = Json.bytes(basis);
    if (stored.length > PlanLimits.BASIS_BYTES) {
      throw new TooLarge(
          "Phương án quá lớn để lưu; hãy lấy đoạn biên giới ngắn hơn. / The plan is larger than "
              + (PlanLimits.BASIS_BYTES >> 20)
              + " MB, the most that is stored; take a shorter part of the border.");
    }
    return new Made(
        stored, PlannedAreasRepository.parse(stored).orElseThrow(), assignments(roster));
  }

  private JsonNode result(Principal caller, UUID id, String process, String field) {
    return results
        .find(caller, id, process)
        .map(Json::tree)
        .orElseThrow(
            () ->
                refused(
                    field,
                    "is no job of " + process + " with a result that you may see",
                    "run " + process + " again, and give its number",
                    "không phải kết quả " + process + " mà bạn được xem",
                    "hãy chạy lại " + process + " và gửi số của nó"));
  }

  private static List<Assignment> assignments(JsonNode roster) {
    List<Assignment> assignments = new ArrayList<>();
    for (JsonNode feature : roster.path("features")) {
      JsonNode duty = feature.path("properties");
      assignments.add(
          new Assignment(
              duty.path("day").asInt(),
              duty.path("shift").asInt(),
              duty.path("team").asText(),
              duty.path("area").asText()));
    }
    assignments.sort(RosterChange.ORDER);
    return assignments;
  }

  private static BadBody refused(
      String field, String reason, String remedy, String reasonVi, String remedyVi) {
    return new BadBody(
        "%s %s; %s. / %s %s; %s.".formatted(field, reasonVi, remedyVi, field, reason, remedy),
        List.of(new FieldError(field, reason, remedy, reasonVi, remedyVi)));
  }
}
