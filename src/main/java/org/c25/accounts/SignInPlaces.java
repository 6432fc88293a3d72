package org.c25.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the addresses and browsers from which somebody has signed in to an account: the last fifty within half a year.
 */
@Component
@Transactional
class SignInPlaces {

    private static final int KEPT = 50;
    private static final Duration KEPT_FOR = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean knowsAddress(long account, Origin origin) {
        return knows(account, address(origin));
    }

    @Transactional(readOnly = true)
    public boolean knowsBrowser(long account, Origin origin) {
        return origin.browser() != null && knows(account, browser(origin.browser()));
    }

    private boolean knows(long account, String place) {
        return jdbc.sql("select count(*) from sign_in_place where account_id = ? and place = ? and last_at > ?")
                        .params(account, place, forgotten())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void remember(long account, Origin origin) {
        List<String> places = new ArrayList<>(List.of(address(origin)));
        if (origin.browser() != null) {
            places.add(browser(origin.browser()));
        }
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (String place : places) {
            jdbc.sql("insert into sign_in_place (account_id, place, last_at) values (?, ?, ?) on conflict do nothing")
                    .params(account, place, now)
                    .update();
            jdbc.sql("update sign_in_place set last_at = ? where account_id = ? and place = ?")
                    .params(now, account, place)
                    .update();
        }
        jdbc.sql("""
                        delete from sign_in_place where account_id = ? and (last_at < ? or last_at < (select min(last_at)
                        from (select last_at from sign_in_place where account_id = ? order by last_at desc limit ?) kept))""").params(account, forgotten(), account, KEPT).update();
    }

    private OffsetDateTime forgotten() {
        return clock.instant().minus(KEPT_FOR).atOffset(ZoneOffset.UTC);
    }

    private static String address(Origin origin) {
        return "address " + origin.address();
    }

    private static String browser(String hash) {
        return "browser " + hash;
    }
}
