package org.c25.sets;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SetRepository extends Repository<ImageSet, Long> {

    ImageSet saveAndFlush(ImageSet set);

    Optional<ImageSet> findById(Long id);

    boolean existsByStudyIdAndNumber(long studyId, int number);

    List<ImageSet> findByStudyIdOrderByNumber(long studyId);
}
