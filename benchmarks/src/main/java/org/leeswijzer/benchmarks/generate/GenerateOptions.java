package org.leeswijzer.benchmarks.generate;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leeswijzer.engine.loan.Library;

/**
 * What to generate, and where to.
 *
 * @param until no loan is of a later day
 * @param loans file of loans; gzip if its name ends in {@code .gz}, as that of titles
 */
record GenerateOptions(
        LoanGenerator generator, Library library, LocalDate until, Path loans, Path titles) {
    static final String USAGE =
            """
            GenerateLoans [option value]... FOLDER
              --loans N           about so many loans; 1000000
              --patrons N         so many patrons; a tenth of the loans
              --titles N          so many titles; a fiftieth of the loans
              --seed N            equal seeds give equal files; 1
              --library CODE      whose loans they are; generated
              --until DATE        no loan is of a later day; today
              --loans-file NAME   inside the folder, gzip if it ends in .gz; loans.jsonl
              --titles-file NAME  inside the folder, gzip if it ends in .gz; titles.jsonl""";

    private static final int LOANS_PER_PATRON = 10;
    private static final int LOANS_PER_TITLE = 50;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException if an option is unknown, or has no value, or one that does not fit
     */
    static GenerateOptions parse(List<String> arguments, LocalDate today) {
        Given given = Given.read(arguments);
        int loans = given.number("loans", 1_000_000);
        GenerateOptions options =
                new GenerateOptions(
                        new LoanGenerator(
                                given.number("seed", 1),
                                given.number("patrons", Math.max(1, loans / LOANS_PER_PATRON)),
                                given.number("titles", Math.max(1, loans / LOANS_PER_TITLE)),
                                loans),
                        new Library(given.text("library", "generated")),
                        given.date("until", today),
                        given.file("loans-file", "loans.jsonl"),
                        given.file("titles-file", "titles.jsonl"));
        given.checkAllUsed();
        return options;
    }

    /** Options by name, each taken once, and the folder. */
    private record Given(Map<String, String> options, Path folder) {
        static Given read(List<String> arguments) {
            Map<String, String> options = new LinkedHashMap<>();
            Path folder = null;
            for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
                String argument = rest.next();
                if (argument.startsWith("--")) {
                    if (!rest.hasNext()) {
                        throw new IllegalArgumentException(argument + " has no value: give one");
                    }
                    options.put(argument.substring(2), rest.next());
                } else if (folder == null) {
                    folder = Path.of(argument);
                } else {
                    throw new IllegalArgumentException(
                            "folder is '%s' and '%s': give one".formatted(folder, argument));
                }
            }
            if (folder == null) {
                throw new IllegalArgumentException("folder is not given: give one");
            }
            return new Given(options, folder);
        }

        String text(String name, String otherwise) {
            String value = options.remove(name);
            return value == null ? otherwise : value;
        }

        int number(String name, int otherwise) {
            String value = text(name, Integer.toString(otherwise));
            try {
                return Integer.parseInt(value.replace("_", ""));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "--%s is '%s': give a whole number".formatted(name, value), e);
            }
        }

        LocalDate date(String name, LocalDate otherwise) {
            String value = text(name, otherwise.toString());
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "--%s is '%s': give a day such as 2026-01-31".formatted(name, value), e);
            }
        }

        Path file(String name, String otherwise) {
            return folder.resolve(text(name, otherwise));
        }

        void checkAllUsed() {
            if (!options.isEmpty()) {
                throw new IllegalArgumentException(
                        "there is no option --" + String.join(", --", options.keySet()));
            }
        }
    }
}
