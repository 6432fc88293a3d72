package org.c25.results;

/** A kind of picture. Another one is another class, and a line in {@link Figures}. */
interface Figure {

    /** As addresses and files have it: {@code agreement-curve}. */
    String name();

    /** In a few words. */
    String title();

    /** What is to be seen, in a sentence or two, as a caption has it. */
    String about();

    Picture of(View view);
}
