package org.leeswijzer.engine.rocksdb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leeswijzer.engine.feedback.ReaderKey;
import org.leeswijzer.engine.loan.Window;
import org.leeswijzer.engine.rocksdb.OpinionLayout.StoredOpinion;

/** What is held of what single readers said. Safe for use by many threads. */
final class StoredOpinions {
    private final Reader reader;
    private final Works works;

    StoredOpinions(Reader reader, Works works) {
        this.reader = reader;
        this.works = works;
    }

    /** Works that this reader declined with the last word on any edition. */
    Set<Integer> declined(ReaderKey who) {
        Map<Integer, StoredOpinion> last = new HashMap<>();
        reader.scan(
                Table.OPINIONS,
                OpinionLayout.prefix(who),
                (key, value) -> {
                    last.merge(
                            works.of(OpinionLayout.edition(key)),
                            OpinionLayout.opinion(value),
                            (a, b) -> a.overrules(b) ? a : b);
                    return true;
                });
        return last.entrySet().stream()
                .filter(each -> each.getValue().opinion().declines())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Keys of some that were said before the window, at most so many. */
    List<byte[]> before(Window window, Libraries libraries, int most) {
        List<byte[]> keys = new ArrayList<>();
        reader.scan(
                Table.OPINIONS,
                Bytes.EMPTY,
                (key, value) -> {
                    StoredOpinion opinion = OpinionLayout.opinion(value);
                    if (day(opinion) < window.firstDay(libraries.library(opinion.library()))) {
                        keys.add(key);
                    }
                    return keys.size() < most;
                });
        return keys;
    }

    private static int day(StoredOpinion opinion) {
        Instant said = Instant.ofEpochMilli(opinion.said());
        return (int) LocalDate.ofInstant(said, ZoneOffset.UTC).toEpochDay();
    }
}
