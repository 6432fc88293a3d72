package org.c25.notices;

/** Says why a notice could not be sent. */
final class NoticeRefusal extends Exception {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 500;

    private final boolean forGood;

    /**
     * @param why what pages show; no secret
     * @param forGood whether the same notice would be refused again
     */
    NoticeRefusal(String why, boolean forGood) {
        super(why.length() > LONGEST ? why.substring(0, LONGEST) : why);
        this.forGood = forGood;
    }

    String why() {
        return String.valueOf(getMessage());
    }

    boolean isForGood() {
        return forGood;
    }
}
