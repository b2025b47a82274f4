package org.leeswijzer.api.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Genres whose readers are often the same people, films and music with the books. */
enum Circle {
    LITERATURE,
    SUSPENSE,
    WONDER,
    KNOWLEDGE,
    HOME,
    CLASSICAL,
    POPULAR,
    CINEMA,
    YOUTH,
    NURSERY,
    CHILDHOOD;

    /** Those of the circle; one named twice is liked twice as often. */
    List<String> genres() {
        return switch (this) {
            case LITERATURE ->
                    List.of(
                            "Literary fiction",
                            "Literary fiction",
                            "Historical fiction",
                            "Poetry",
                            "Biography and memoir",
                            "Drama films");
            case SUSPENSE ->
                    List.of(
                            "Crime and thrillers",
                            "Crime and thrillers",
                            "Thriller films",
                            "Historical fiction");
            case WONDER ->
                    List.of(
                            "Fantasy",
                            "Science fiction",
                            "Science fiction and fantasy films",
                            "Young adult fiction",
                            "Graphic novels");
            case KNOWLEDGE ->
                    List.of(
                            "History",
                            "Science and nature",
                            "Society and politics",
                            "Philosophy and psychology",
                            "Biography and memoir",
                            "Travel",
                            "Documentary films");
            case HOME ->
                    List.of(
                            "Cooking",
                            "Health",
                            "Romance",
                            "Humour",
                            "Travel",
                            "Comedy films",
                            "Dutch-language music");
            case CLASSICAL ->
                    List.of("Classical music", "Jazz", "Art and music", "Folk and world music");
            case POPULAR ->
                    List.of(
                            "Pop and rock",
                            "Soul and hip hop",
                            "Jazz",
                            "Dutch-language music",
                            "Folk and world music");
            case CINEMA ->
                    List.of("Drama films", "Thriller films", "Comedy films", "Documentary films");
            case YOUTH ->
                    List.of(
                            "Young adult fiction",
                            "Graphic novels",
                            "Science fiction and fantasy films",
                            "Fantasy");
            case NURSERY -> List.of("Picture books", "Picture books", "Family films");
            case CHILDHOOD ->
                    List.of(
                            "Children's fiction",
                            "Children's fiction",
                            "Children's fiction",
                            "Graphic novels",
                            "Children's non-fiction",
                            "Family films");
        };
    }

    String genre(SplittableRandom random) {
        List<String> genres = genres();
        return genres.get(random.nextInt(genres.size()));
    }
}
