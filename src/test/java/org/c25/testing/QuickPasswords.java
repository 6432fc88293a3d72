package org.c25.testing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords hashed as the application hashes them, in the fewest rounds that bcrypt has: a hash is meant to take long, and
 * tests sign in often. They are checked as ever. No component, so that only the tests that ask for it have it; the
 * finished jar is tested with its own.
 */
class QuickPasswords {

    private static final int FEWEST_ROUNDS = 4;

    @Bean
    @Primary
    static PasswordEncoder quickPasswordEncoder() {
        PasswordEncoder quick = new BCryptPasswordEncoder(FEWEST_ROUNDS);
        PasswordEncoder usual = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return "{bcrypt}" + quick.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return usual.matches(password, hash);
            }
        };
    }
}
