package org.c25.accounts;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(Long id);

    Optional<Account> findByName(String name);

    List<Account> findAllByOrderByName();

    long count();
}
