package org.c25.sets;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SetRepository extends Repository<ImageSet, Long> {

    ImageSet saveAndFlush(ImageSet set);

    void delete(ImageSet set);

    void flush();

    Optional<ImageSet> findById(Long id);

    /** Finds a set and locks it: others who ask for it in this way wait for the end of this transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<ImageSet> findLockedById(Long id);

    boolean existsByStudyIdAndNumber(long studyId, int number);

    List<ImageSet> findByStudyIdOrderByNumber(long studyId);

    @Query("select s.id from ImageSet s where s.studyId = :study")
    List<Long> idsOfStudy(long study);

    @Query("select distinct s.studyId from ImageSet s where s.id in :sets order by s.studyId")
    List<Long> studyIdsOf(Collection<Long> sets);
}
