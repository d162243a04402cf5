package org.borderwatch.server.process;

import java.util.function.UnaryOperator;
import org.borderwatch.server.process.ProcessResult.Form;

/**
 * A form in which results aren't stored, as it says nothing that another doesn't: it is made of
 * that one whenever somebody takes it away, also of results that are older than it.
 *
 * @param mediaType what is made
 * @param source media type of the stored form
 * @param content makes one of the other
 */
public record DerivedForm(String mediaType, String source, UnaryOperator<byte[]> content) {
  Form of(Form stored) {
    return new Form(mediaType, content.apply(stored.content()));
  }
}
