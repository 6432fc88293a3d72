package org.c25.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults of one file: the first hundred, and how many more there are. */
public final class FaultList {

    /** So many faults are told. */
    public static final int MOST = 100;

    private final String field;
    private final List<Fault> faults = new ArrayList<>();
    private int all;

    /** @param field the field of the request in which the file came */
    public FaultList(String field) {
        this.field = field;
    }

    public String field() {
        return field;
    }

    public void add(long line, @Nullable String column, String message) {
        add(Fault.atLine(field, line, column, message));
    }

    public void add(Fault fault) {
        if (faults.size() < MOST) {
            faults.add(fault.shortened());
        }
        all++;
    }

    /** Returns how many faults there are, with those that are not told. */
    public int count() {
        return all;
    }

    /** Returns the faults that are told, a hundred at most. */
    public List<Fault> told() {
        return List.copyOf(faults);
    }

    public boolean isAny() {
        return all > 0;
    }

    /** @throws Problem if anything is wrong */
    public void refuseIfAny() {
        refuseIfAny(this);
    }

    /**
     * Refuses a request of several files.
     *
     * @throws Problem if anything is wrong with any of them
     */
    public static void refuseIfAny(FaultList... files) {
        int count = Arrays.stream(files).mapToInt(FaultList::count).sum();
        if (count > 0) {
            List<Fault> told = Arrays.stream(files)
                    .flatMap(file -> file.faults.stream())
                    .limit(MOST)
                    .toList();
            throw Problem.invalid(told, count - told.size());
        }
    }
}
