package org.leeswijzer.api.demo;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * What one patron likes.
 *
 * @param genres one to three, and one or two more for a parent's child
 * @param themes subjects looked for in whatever genre
 * @param dutch how gladly books in Dutch are read, 0 to 1
 * @param english and books in English; those in other languages half as gladly
 * @param oldest books of before this year are read less
 * @param youngest and so are books of after this one
 */
record Taste(
        Reader reader,
        Set<String> genres,
        Set<String> themes,
        double dutch,
        double english,
        int oldest,
        int youngest) {
    private static final double OTHER_GENRE = 0.02;
    private static final double PER_THEME = 4;
    private static final int MOST_THEMES = 2;
    private static final double OTHER_ERA = 0.12;
    private static final double THIRD_LANGUAGE = 0.5;
    private static final int CLASSIC = 1955;
    private static final int THEMES = 4;

    static Taste any(List<DemoTitle> held, SplittableRandom random) {
        Reader reader = Reader.any(random);
        Set<String> genres = genres(reader, random);
        double era = random.nextDouble();
        double language = random.nextDouble();
        return new Taste(
                reader,
                genres,
                themes(held, genres, random),
                language > 0.8 ? 0.25 : 1,
                language < 0.4 ? 0.05 : language < 0.6 ? 0.4 : 1,
                era < 0.25 ? CLASSIC : Integer.MIN_VALUE,
                era > 0.75 ? CLASSIC : Integer.MAX_VALUE);
    }

    private static Set<String> genres(Reader reader, SplittableRandom random) {
        Set<String> genres = new TreeSet<>();
        Circle circle = reader.circle(random);
        for (int i = random.nextInt(3); i >= 0; i--) {
            genres.add(circle.genre(random));
        }
        if (reader == Reader.PARENT) {
            Circle child = Reader.CHILD.circle(random);
            genres.add(child.genre(random));
            genres.add(child.genre(random));
        }
        return genres;
    }

    private static Set<String> themes(
            List<DemoTitle> held, Set<String> genres, SplittableRandom random) {
        List<String> known =
                held.stream()
                        .filter(title -> genres.contains(title.genre()))
                        .flatMap(title -> title.themes().stream())
                        .toList();
        Set<String> themes = new TreeSet<>();
        for (int i = 0; i < THEMES && !known.isEmpty(); i++) {
            themes.add(known.get(random.nextInt(known.size())));
        }
        return themes;
    }

    /** How much the patron is drawn to a title, 0 if never. */
    double weight(DemoTitle title) {
        int shared = title.countThemes(themes);
        return reader.interest(title.audience())
                * (genres.contains(title.genre()) ? 1 : OTHER_GENRE)
                * (1 + PER_THEME * Math.min(MOST_THEMES, shared))
                * (title.isRead() ? language(title) * era(title) : 1);
    }

    private double language(DemoTitle title) {
        return switch (title.language()) {
            case "dut" -> dutch;
            case "eng" -> english;
            default -> english * THIRD_LANGUAGE;
        };
    }

    private double era(DemoTitle title) {
        return title.year() < oldest || title.year() > youngest ? OTHER_ERA : 1;
    }
}
