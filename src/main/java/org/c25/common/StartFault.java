package org.c25.common;

/** C25 can't start, for a reason that whoever starts it can mend. */
public final class StartFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    /**
     * @param fault what is wrong, a sentence
     * @param remedy what to do, a sentence or two
     */
    public StartFault(String fault, String remedy) {
        super(fault);
        this.remedy = remedy;
    }

    public String fault() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
