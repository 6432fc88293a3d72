package org.c25.completioncodes;

/** What a code that was handed in is worth; what needs a look comes first. */
enum CodeOutcome {
    /** Nobody was given it here: it is invented or mistyped, or its owner had everything erased. */
    UNKNOWN("not given out here"),
    /** Several handed it in, but one person was given it. */
    TWICE("handed in more than once"),
    /** It was given to somebody in another set of the study. */
    OTHER_SET("of another set"),
    /** There is no code. */
    NONE("no code"),
    /** Somebody finished this set and was given it. */
    DONE("done");

    private final String words;

    CodeOutcome(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
