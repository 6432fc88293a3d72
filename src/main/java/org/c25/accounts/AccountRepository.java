package org.c25.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(Long id);

    /** Finds an account and locks its row until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findLockedById(Long id);

    Optional<Account> findByName(String name);

    boolean existsByIdAndPreviewedAtIsNull(Long id);

    List<Account> findAllByOrderByName();

    long count();
}
