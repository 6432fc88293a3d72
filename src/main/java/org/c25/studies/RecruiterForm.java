package org.c25.studies;

import java.util.stream.Stream;
import org.c25.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is typed into a study's form about who sends its participants. What is left empty is as that service
 * has it.
 */
record RecruiterForm(
        @Nullable Service service,
        @Nullable String name,
        @Nullable String idParameter,
        @Nullable String returnUrl) {

    /** Those whose ways are known here, and any other. */
    enum Service {
        NONE("", ""),
        PROLIFIC("Prolific", "PROLIFIC_PID"),
        MTURK("MTurk", "workerId"),
        SONA("SONA", "survey_code"),
        OTHER("", "");

        private final String usualName;
        private final String usualParameter;

        Service(String usualName, String usualParameter) {
            this.usualName = usualName;
            this.usualParameter = usualParameter;
        }
    }

    static final RecruiterForm BLANK = new RecruiterForm(Service.NONE, "", "", "");

    static RecruiterForm of(@Nullable Recruiter recruiter) {
        if (recruiter == null) {
            return BLANK;
        }
        Service known = Stream.of(Service.PROLIFIC, Service.MTURK, Service.SONA)
                .filter(service -> service.usualName.equals(recruiter.name()))
                .findFirst()
                .orElse(Service.OTHER);
        return new RecruiterForm(known, recruiter.name(), recruiter.idParameter(), recruiter.returnUrl());
    }

    /** @throws Problem naming each field that is unfit, or if something is typed and no service is chosen */
    @Nullable
    Recruiter recruiter() {
        if (service != null && service != Service.NONE) {
            return new Recruiter(
                    or(name, service.usualName), or(idParameter, service.usualParameter), or(returnUrl, ""));
        }
        if (filledIn()) {
            throw Problem.invalid("recruiter.service", "is to be chosen, or else what is typed below it to be emptied");
        }
        return null;
    }

    /** Whether anything is chosen or typed. */
    public boolean filledIn() {
        return service != null && service != Service.NONE
                || Stream.of(or(name, ""), or(idParameter, ""), or(returnUrl, ""))
                        .anyMatch(typed -> !typed.isEmpty());
    }

    private static String or(@Nullable String typed, String usual) {
        return typed == null || typed.isBlank() ? usual : typed;
    }
}
