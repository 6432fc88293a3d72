package org.c25.studies;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface StudyRepository extends Repository<Study, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Study> findLockedById(Long id);

    Study saveAndFlush(Study study);

    Optional<Study> findById(Long id);

    boolean existsByIdAndArchivedAtIsNotNull(long id);

    Optional<Study> findByIdAndOwnerId(Long id, long ownerId);

    List<Study> findAllByOrderByIdDesc();

    List<Study> findAllByOwnerIdOrderByIdDesc(long ownerId);
}
