package org.c25.studies;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** One experiment: what all its sets share. */
@Entity
class Study {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long ownerId;
    private String name;
    private String contact;
    private String consent;
    private int capacity;
    private double repeatShare;
    private int repeatMinimumLag;

    /** Which of the consent texts this one is, from 1. */
    private int consentVersion;

    @Convert(converter = DesignColumn.class)
    private Design design;

    private Instant createdAt;

    @SuppressWarnings("NullAway")
    protected Study() {}

    @SuppressWarnings("NullAway")
    Study(long ownerId, Protocol protocol, Instant createdAt) {
        this.ownerId = ownerId;
        this.name = protocol.name();
        this.contact = protocol.contact();
        this.consent = protocol.consent();
        this.capacity = protocol.capacity();
        this.repeatShare = protocol.repeatShare();
        this.repeatMinimumLag = protocol.repeatMinimumLag();
        this.consentVersion = 1;
        this.design = protocol.design();
        this.createdAt = createdAt;
    }

    StudyView view() {
        return new StudyView(
                id,
                ownerId,
                new Protocol(name, contact, consent, capacity, repeatShare, repeatMinimumLag, design),
                consentVersion,
                createdAt);
    }

    /** A new text, for those who have not consented yet. */
    void askConsentTo(String text) {
        consent = text;
        consentVersion++;
    }
}
