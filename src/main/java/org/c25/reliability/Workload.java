package org.c25.reliability;

/**
 * What raters do, and what it costs.
 *
 * @param images how many images each rater sees
 * @param repeatShare the share of the images that each sees twice, 0 … 1
 * @param secondsAFace how long a trial takes
 * @param pay what a rater gets for the whole, or an hour; NaN where that is not known
 * @param hourly whether the pay is for an hour
 */
public record Workload(int images, double repeatShare, double secondsAFace, double pay, boolean hourly) {

    /** Returns the same where every image is shown twice. */
    public Workload twice() {
        return new Workload(images, 1, secondsAFace, pay, hourly);
    }

    /** Returns how many trials a rater has. */
    public long trials() {
        return images + Math.round(images * repeatShare);
    }

    /** Returns the hours of one rater. */
    public double hours() {
        return trials() * secondsAFace / 3600;
    }

    /** Returns the pay of so many raters. What is paid for the whole does not depend on how much that is. */
    public double cost(int raters) {
        return raters * (hourly ? pay * hours() : pay);
    }
}
