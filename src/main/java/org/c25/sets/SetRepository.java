package org.c25.sets;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface SetRepository extends Repository<ImageSet, Long> {

    ImageSet saveAndFlush(ImageSet set);

    Optional<ImageSet> findById(Long id);

    /** Whoever else asks for it so waits for the end of this transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ImageSet> findLockedById(Long id);

    boolean existsByStudyIdAndNumber(long studyId, int number);

    List<ImageSet> findByStudyIdOrderByNumber(long studyId);
}
