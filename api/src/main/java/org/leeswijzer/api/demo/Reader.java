package org.leeswijzer.api.demo;

import java.util.List;
import java.util.SplittableRandom;

/** What kinds of patrons there are, and what each may be drawn to. Children's titles go home with two kinds only. */
enum Reader {
    ADULT,
    /** Borrows for a child as well as for themselves. */
    PARENT,
    YOUNG_ADULT,
    CHILD;

    private static final List<Circle> GROWN_UP =
            List.of(
                    Circle.LITERATURE,
                    Circle.LITERATURE,
                    Circle.LITERATURE,
                    Circle.LITERATURE,
                    Circle.LITERATURE,
                    Circle.SUSPENSE,
                    Circle.SUSPENSE,
                    Circle.WONDER,
                    Circle.WONDER,
                    Circle.KNOWLEDGE,
                    Circle.KNOWLEDGE,
                    Circle.HOME,
                    Circle.CLASSICAL,
                    Circle.POPULAR,
                    Circle.CINEMA);

    static Reader any(SplittableRandom random) {
        double lot = random.nextDouble();
        if (lot < 0.55) {
            return ADULT;
        }
        if (lot < 0.75) {
            return PARENT;
        }
        return lot < 0.85 ? YOUNG_ADULT : CHILD;
    }

    Circle circle(SplittableRandom random) {
        List<Circle> circles = circles();
        return circles.get(random.nextInt(circles.size()));
    }

    private List<Circle> circles() {
        return switch (this) {
            case ADULT, PARENT -> GROWN_UP;
            case YOUNG_ADULT -> List.of(Circle.YOUTH, Circle.YOUTH, Circle.WONDER, Circle.POPULAR);
            case CHILD ->
                    List.of(Circle.CHILDHOOD, Circle.CHILDHOOD, Circle.CHILDHOOD, Circle.NURSERY);
        };
    }

    /** How much a title for that audience is to such a patron, 0 for what is never borrowed. */
    double interest(String audience) {
        return switch (audience) {
            case "children" -> this == CHILD || this == PARENT ? 1 : 0;
            case "young adult" -> this == YOUNG_ADULT ? 2 : this == CHILD ? 0 : 0.15;
            default -> this == YOUNG_ADULT ? 0.4 : this == CHILD ? 0 : 1;
        };
    }
}
