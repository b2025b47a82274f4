package org.leeswijzer.benchmarks.accuracy.peers;

import es.uam.eps.ir.ranksys.fast.index.SimpleFastItemIndex;
import es.uam.eps.ir.ranksys.fast.index.SimpleFastUserIndex;
import es.uam.eps.ir.ranksys.fast.preference.FastPreferenceData;
import es.uam.eps.ir.ranksys.fast.preference.SimpleFastPreferenceData;
import java.util.stream.IntStream;
import org.jooq.lambda.tuple.Tuple;
import org.leeswijzer.engine.evaluate.LoanSet;

/** Loans as RankSys takes them: its dense numbers are those of the set and of the catalogue. */
final class RankSysData {
    private RankSysData() {}

    static FastPreferenceData<Integer, Integer> of(LoanSet loans, int titles) {
        return SimpleFastPreferenceData.load(
                IntStream.range(0, loans.patrons().size())
                        .boxed()
                        .flatMap(
                                patron ->
                                        loans.patrons().get(patron).stream()
                                                .map(
                                                        loan ->
                                                                Tuple.tuple(
                                                                        patron,
                                                                        loan.title(),
                                                                        1.0))),
                SimpleFastUserIndex.load(IntStream.range(0, loans.patrons().size()).boxed()),
                SimpleFastItemIndex.load(IntStream.range(0, titles).boxed()));
    }
}
