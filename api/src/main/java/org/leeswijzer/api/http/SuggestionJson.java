package org.leeswijzer.api.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One title to read next.
 *
 * @param rank from 1
 * @param id of the record in the library that follows
 * @param library whose record this is: the asking one's, or else the first that has it
 * @param libraries that hold it
 * @param workId the same in all libraries, where the source gives one
 * @param isbns 13 digits each, those of this edition first, then of the others
 * @param cover where its cover is, if the asking library has said where its covers are; or the library that follows
 * @param score comparable within one answer only
 * @param basis {@code loans} where patrons borrowed both, {@code kinship} where catalogues describe them alike,
 *     {@code popularity} where many borrow it, whoever they are, {@code rising} where more do than before
 * @param borrowers at least so many patrons borrowed both, such as {@code 5+}, or borrowed it within the period; absent
 *     where the basis is kinship, or nothing is known of the reader
 * @param modelVersion that made this
 * @param traceId by which a reader can say what they think of it, see {@code POST /v1/feedback}
 */
@Serdeable
public record SuggestionJson(
        int rank,
        String id,
        String library,
        List<String> libraries,
        @Nullable String workId,
        List<String> isbns,
        String title,
        List<String> authors,
        String mediaType,
        @Nullable String language,
        @Nullable Integer year,
        @Nullable String cover,
        double score,
        String basis,
        ReasonJson reason,
        @Nullable String borrowers,
        int modelVersion,
        String traceId) {

    public SuggestionJson {
        libraries = List.copyOf(libraries);
        isbns = List.copyOf(isbns);
        authors = List.copyOf(authors);
    }
}
