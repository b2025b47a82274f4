package org.leeswijzer.benchmarks.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leeswijzer.engine.catalogue.Description;
import org.leeswijzer.engine.catalogue.TitleRecord;
import org.leeswijzer.engine.catalogue.WorkKey;
import org.leeswijzer.engine.loan.Library;

class GeneratedTitlesTest {
    private static final Library LIBRARY = new Library("generated");
    private static final LoanGenerator GENERATOR = new LoanGenerator(1, 100, 10_000, 1_000);

    @Test
    void noTwoTitlesAreEditionsOfOneWork() {
        assertThat(records(GENERATOR).stream().map(TitleRecord::id).distinct()).hasSize(10_000);
        assertThat(descriptions().map(WorkKey::of).map(Optional::orElseThrow).distinct())
                .hasSize(10_000);
    }

    @Test
    void authorsAndTheFirstSubjectBelongToOneField() {
        assertThat(descriptions().map(d -> d.subjects().get(0)).distinct())
                .hasSize(GENERATOR.clusters());
        record Written(String author, String subject) {}
        List<Written> written =
                descriptions()
                        .map(d -> new Written(d.authors().get(0), d.subjects().get(0)))
                        .distinct()
                        .toList();
        assertThat(written).extracting(Written::author).doesNotHaveDuplicates();
        assertThat(written).hasSizeGreaterThan(20 * GENERATOR.clusters());
    }

    @Test
    void equalSeedsDescribeTitlesAlikeAndOthersDoNot() {
        assertThat(records(GENERATOR)).isEqualTo(records(GENERATOR));
        assertThat(records(new LoanGenerator(2, 100, 10_000, 1_000)))
                .isNotEqualTo(records(GENERATOR));
    }

    private static Stream<Description> descriptions() {
        return records(GENERATOR).stream().map(TitleRecord::description);
    }

    private static List<TitleRecord> records(LoanGenerator generator) {
        GeneratedTitles titles = new GeneratedTitles(generator);
        return IntStream.range(0, generator.titles())
                .mapToObj(title -> titles.record(LIBRARY, title))
                .toList();
    }
}
