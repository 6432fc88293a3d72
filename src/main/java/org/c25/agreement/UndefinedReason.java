package org.c25.agreement;

/** The reasons why a figure has no value. */
public enum UndefinedReason {
    NOBODY("nobody has answered"),
    ONE_PARTICIPANT("it takes two participants"),
    NO_SHARED_IMAGE("no image has two answers"),
    ONE_CATEGORY("all answers are the same, so chance alone would agree, too"),
    TOO_FEW_COMPLETE("it takes two images that all participants have answered"),
    NO_VARIATION("the answers to the images that all have answered vary too little"),
    TOO_MANY_PEOPLE("the participants are too many to be compared each with each"),
    NO_PAIR("no two participants share enough images: ten, or half of the set if that is less"),
    NO_PAIR_VARIES("in every pair of participants the answers vary too little"),
    ONE_PAIR("a standard deviation takes two pairs"),
    ONE_IMAGE("a standard error takes two images");

    private final String words;

    UndefinedReason(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Returns the same as a sentence. */
    public String sentence() {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
