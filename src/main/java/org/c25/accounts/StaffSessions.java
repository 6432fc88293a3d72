package org.c25.accounts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Keeps the sessions of the staff in the database, where every node finds them, and a restart ends none. */
@Configuration(proxyBeanMethods = false)
class StaffSessions {

    private static final Logger LOG = LoggerFactory.getLogger(StaffSessions.class);

    /** What a session may hold: who is signed in, and words for the next page. */
    private static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("maxdepth=30;org.c25.**;org.springframework.**;java.base/*;!*");

    /** H2 knows no {@code DO UPDATE}: of two words for the next page, those that come first are kept. */
    private static final String ADD_ON_H2 =
            "insert into %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) values (?, ?, ?)"
                    + " on conflict do nothing";

    /** Two requests that add the same attribute to a session at the same moment both succeed: two clicks, say. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOfThisDatabase(JdbcConnectionDetails database) {
        return String.valueOf(database.getJdbcUrl()).startsWith("jdbc:postgresql:")
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(ADD_ON_H2);
    }

    /** An attribute that is converted to null is not there. */
    @Bean
    @SuppressWarnings("NullAway")
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, StaffSessions::read);
        return conversion;
    }

    /** What a node of another version wrote, and this one can't read, is not there: at worst people sign in again. */
    private static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(KNOWN);
            return in.readObject();
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            LOG.info("A part of a session can't be read: {}", e.toString());
            return null;
        }
    }
}
