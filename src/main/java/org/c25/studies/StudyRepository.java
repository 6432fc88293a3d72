package org.c25.studies;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StudyRepository extends Repository<Study, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Study> findLockedById(Long id);

    Study saveAndFlush(Study study);

    Optional<Study> findById(Long id);

    /** Writes the time of the first answer, once. It does not conflict with others who have loaded the study. */
    @Modifying
    @Query("update Study s set s.answeredAt = :now where s.id = :id and s.answeredAt is null")
    void freeze(long id, Instant now);

    Optional<Study> findByIdAndOwnerId(Long id, long ownerId);

    List<Study> findAllByOrderByIdDesc();

    List<Study> findAllByOwnerIdOrderByIdDesc(long ownerId);
}
