package org.borderwatch.server.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.borderwatch.server.export.Provenance.JobOrigin;
import org.borderwatch.server.ogc.CollectionInfo.Field;
import org.borderwatch.server.ogc.CollectionInfo.Licence;
import org.borderwatch.server.process.Job;

/**
 * The features that an analysis found. They are told to be simulated when the rows were that they
 * were made of.
 *
 * @param title of the process in English
 * @param titleVi in Vietnamese
 * @param filter what chose among them, by the name of the parameter
 */
record ResultContent(
    Job job,
    String title,
    String titleVi,
    Licence licence,
    ResultFeatures features,
    Map<String, String> filter)
    implements ExportContent {
  @Override
  public String name() {
    return job.type();
  }

  @Override
  public List<Field> declared() {
    return List.of();
  }

  @Override
  public Optional<Boolean> addedSynthetic() {
    return Optional.of(job.made().synthetic());
  }

  /** Features that came with the request keep the coordinates that they came with. */
  @Override
  public Optional<ExportCrs> plane() {
    JsonNode inputs = job.order().inputs();
    String crs = inputs.path("crs").asText("OGC:CRS84");
    boolean degrees = crs.equalsIgnoreCase("OGC:CRS84") || crs.equalsIgnoreCase("EPSG:4326");
    boolean inline = job.made().dataVersion().isEmpty();
    return inline && !degrees ? Optional.of(ExportCrs.asItStands(crs)) : Optional.empty();
  }

  @Override
  public Optional<JsonNode> summary() {
    return Optional.ofNullable(job.made().summary());
  }

  @Override
  public long count() throws IOException {
    return features.count();
  }

  @Override
  public void fill(FeatureSpool spool, long atMost) throws IOException {
    features.forEach(0, atMost, (index, feature) -> spool.add(feature));
  }

  @Override
  public Provenance provenance(Instant made, String software, long count, long synthetic) {
    return new Provenance(
        title,
        titleVi,
        licence,
        filter,
        Optional.of(new JobOrigin(job.type(), job.id().toString(), job.made().dataVersion())),
        made,
        software,
        count,
        job.made().synthetic() ? Math.max(1, count) : synthetic);
  }
}
