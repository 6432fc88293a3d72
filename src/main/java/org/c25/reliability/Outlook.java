package org.c25.reliability;

/** What a set of so many images and raters can be expected to tell. */
public interface Outlook {

    /** Returns the reliability of an image's mean, Φ, or of its majority vote, κ. */
    double reliability(int raters);

    /** Returns the reliability where each rater sees every image twice and the two answers are averaged; else NaN. */
    double reliabilityTwice(int raters);

    /** Returns the reliability of the order of the images, Eρ²; NaN for expressions. */
    double order(int raters);

    /** Returns half of the width of the 95 % interval of an image's mean, in units of the scale; NaN for expressions. */
    double precision(int raters);

    /** Returns half of the width of the 95 % interval of ICC(2,1), or of Fleiss' κ; NaN below two raters or images. */
    double margin(int images, int raters);
}
