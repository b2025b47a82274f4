package org.leeswijzer.benchmarks.accuracy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.command.LoanSetOptions;
import org.leeswijzer.api.command.ReadingText;
import org.leeswijzer.engine.model.Progress;
import org.leeswijzer.ingest.loanset.LoanSetFiles;
import org.leeswijzer.ingest.loanset.LoanSetReader;
import org.leeswijzer.ingest.loanset.Mapping;
import org.leeswijzer.ingest.loanset.ReadLoanSet;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The sets of real loans that a command line names: any in files, or the two known ones in a folder. */
public final class RealLoans {
    private static final String VARIABLE = "LEESWIJZER_DATA";

    @Mixin private LoanSetOptions set;

    @Parameters(arity = "0..1", paramLabel = "FOLDER", description = "Of the two known sets.")
    private @Nullable String folder;

    private List<String> arguments = List.of();

    private RealLoans() {}

    /** What these arguments name; a wrong command line is said, and ends the process. */
    public static RealLoans named(String... arguments) {
        RealLoans named = new RealLoans();
        named.arguments = List.of(arguments);
        try {
            new CommandLine(named).parseArgs(arguments);
        } catch (ParameterException e) {
            System.err.println(e.getMessage());
            System.exit(ExitCode.USAGE);
        }
        return named;
    }

    /**
     * Reads what is named.
     *
     * @throws IllegalArgumentException if nothing is, or it is not there
     */
    public List<ReadLoanSet> sets() {
        Optional<LoanSetFiles> files = set.files();
        return files.isPresent() ? List.of(read(files.get())) : in(folder());
    }

    /** Whether they are the known sets, and not files that were named. */
    public boolean isKnown() {
        return set.files().isEmpty();
    }

    /** What has to be typed behind the command to name the same again; nothing for the known sets. */
    public String typed() {
        return isKnown() ? "" : " " + String.join(" ", arguments);
    }

    private Path folder() {
        String named = folder == null ? System.getenv(VARIABLE) : folder;
        if (named == null || !Files.isDirectory(Path.of(named))) {
            throw new IllegalArgumentException(
                    "folder of real loans is '%s': give one, or set %s, or give --loans FILE"
                            .formatted(named, VARIABLE));
        }
        return Path.of(named);
    }

    /** Both sets in the folder. */
    private static List<ReadLoanSet> in(Path folder) {
        return List.of(read(shakespeareAndCo(folder)), read(libSibgmu(folder)));
    }

    /**
     * Shakespeare and Company, a lending library in Paris, 1919-1962: titles with authors and genres.
     *
     * @see <a href="https://shakespeareandco.princeton.edu/about/data/">the dataset, CC BY 4.0</a>
     */
    private static LoanSetFiles shakespeareAndCo(Path folder) {
        Path home = folder.resolve("shakespeare-and-co");
        return LoanSetFiles.of(
                "shakespeare-and-co",
                home.resolve("demo-loans.csv"),
                Mapping.ofLoans("patron=patron,title=title,time=loaned"),
                home.resolve("demo-titles.csv"),
                Mapping.ofTitles("id=title,name=name,author=author,subjects=genre"));
    }

    /** The library of a medical university in Tomsk, 2013-2021: titles with one line of description each, or none. */
    private static LoanSetFiles libSibgmu(Path folder) {
        Path home = folder.resolve("lib-sibgmu");
        return LoanSetFiles.of(
                        "lib-sibgmu",
                        home.resolve("rslib_test.csv"),
                        Mapping.ofLoans("patron=id,title=id_book,time=date"),
                        home.resolve("name_book.csv"),
                        Mapping.ofTitles("id=id_book,name=name_book"))
                .withBorrowedOnly();
    }

    private static ReadLoanSet read(LoanSetFiles files) {
        try {
            ReadLoanSet set = new LoanSetReader(files, Progress.SILENT).read();
            new ReadingText(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                    .tell(set.files());
            return set;
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(files.loans()), e);
        }
    }
}
