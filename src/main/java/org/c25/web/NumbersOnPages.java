package org.c25.web;

import org.c25.common.Numbers;
import org.springframework.stereotype.Component;

/** Writes numbers as all pages show them: {@code @numbers.count(3, 'image')} in a template. */
@Component("numbers")
public class NumbersOnPages {

    /** Returns a whole number, such as {@code 1,204}. */
    public String whole(long number) {
        return Numbers.whole(number);
    }

    /** Returns how many there are of something whose plural ends in s, such as {@code 1,204 images}. */
    public String count(long number, String one) {
        return Numbers.count(number, one);
    }

    /** Returns how many there are of something, such as {@code 25 people}. */
    public String count(long number, String one, String several) {
        return Numbers.count(number, one, several);
    }

    /** Returns how far something is, such as {@code 12/880}. */
    public String of(long part, long whole) {
        return whole(part) + "/" + whole(whole);
    }

    /** Returns a coefficient or a score, such as {@code 0.413}. */
    public String coefficient(double number) {
        return Numbers.coefficient(number);
    }

    /** Returns a share, such as {@code 35 %}. */
    public String percent(double share) {
        return Numbers.percent(share);
    }

    /** Returns a size, such as {@code 1.2 MB}. */
    public String bytes(long bytes) {
        return Numbers.bytes(bytes);
    }
}
