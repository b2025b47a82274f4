package org.leeswijzer.engine.suggest;

/** Why a title cannot be suggested for a question, whatever speaks for it. */
enum Obstacle {
    /** It is what was asked for, or another edition of that. */
    SAME_WORK,
    /** The question leaves it out. */
    EXCLUDED,
    /** Only loans have named it. */
    UNDESCRIBED,
    /** The asking library hides it; every library does where none asks. */
    SUPPRESSED,
    NOT_HELD,
    /** None of the editions that could be shown is wanted. */
    NOT_WANTED,
    ADULT_FOR_CHILDREN
}
