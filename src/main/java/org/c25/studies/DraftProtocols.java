package org.c25.studies;

import org.c25.accounts.Caller;
import org.c25.common.Problem;
import org.c25.protocol.Protocol;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the protocol that stands in a study's form, before it is stored. */
@Component
public class DraftProtocols {

    private final Studies studies;

    DraftProtocols(Studies studies) {
        this.studies = studies;
    }

    /**
     * Returns the protocol that was typed.
     *
     * @param from the study whose protocol was filled in; null for that of the preset
     * @param preset the name of a preset, as in the address; null or unknown for the usual one
     * @throws Problem 404 if there is no such study that the caller may see; 422 naming each field, in the words of the
     *     form, that can't be understood or is out of range
     */
    public Protocol typed(Caller caller, StudyForm form, @Nullable Long from, @Nullable String preset) {
        Protocol base = base(caller, from, Preset.named(preset));
        try {
            return form.protocol(base);
        } catch (Problem problem) {
            throw problem.named(StudyFormFields::inForm);
        }
    }

    /** Returns the protocol with which the form of a new study is filled in. */
    Protocol base(Caller caller, @Nullable Long from, Preset preset) {
        return from == null ? preset.protocol() : studies.require(caller, from).protocol();
    }
}
