package org.c25.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.c25.testing.Lab;
import org.jspecify.annotations.Nullable;

/**
 * Simulated participants, and what was acknowledged to each. A person answers each trial once: a thousand answers are
 * as many as one person may give at once, so the next person goes on where one has finished.
 */
final class Crowd {

    static final int TRIALS = 1000;
    private static final int LOOK_AHEAD = 5;

    private final Map<Long, Member> members = new HashMap<>();
    private final Deque<Member> waiting = new ArrayDeque<>();

    /** Makes a set and lets this many people consent. */
    Crowd(Lab lab, int port, int people) throws Exception {
        long set = lab.openSet(lab.study(Map.of("capacity", people, "repeatShare", 0)), TRIALS);
        Deque<Consent> left = new ArrayDeque<>();
        for (int from = 0; from < people; from += TRIALS) {
            for (String token : lab.invite(set, Math.min(TRIALS, people - from))) {
                Member member = new Member(token);
                members.put(member.high, member);
                waiting.add(member);
                left.add(new Consent(member.authorization));
            }
        }
        Latencies took =
                Load.run(port, Stream.generate(() -> new Door(left)).limit(4).toList(), 3600);
        if (took.count() != people) {
            throw new IllegalStateException((people - took.count()) + " of " + people + " could not consent");
        }
    }

    /**
     * Sends what participants' pages send: trials, pictures and answers, or the answers alone.
     *
     * @param people how many are at work at the same time
     * @return the latencies of the answers
     */
    Latencies work(int port, int people, boolean whole, int seconds) throws IOException {
        List<PageLane> lanes =
                Stream.generate(() -> new PageLane(whole)).limit(people).toList();
        Latencies latencies = Load.run(port, lanes, seconds);
        lanes.forEach(PageLane::giveBack);
        return latencies;
    }

    /** Sends the same answers to the bare servlet. */
    static Latencies workBare(int port, int people, int seconds) throws IOException {
        return Load.run(port, Stream.generate(BareLane::new).limit(people).toList(), seconds);
    }

    int acknowledged() {
        return members.values().stream()
                .mapToInt(member -> member.acknowledged.cardinality())
                .sum();
    }

    /** What is wrong with the record: acknowledged answers that are not there, and answers that are there twice. */
    List<String> faults(Connection database) throws SQLException {
        Map<Long, BitSet> stored = new HashMap<>();
        List<String> faults = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select a.id, a.position, a.revision, r.revisions from annotation a"
                                + " left join rating r on r.participant_id = a.participant_id and r.position = a.position")) {
            while (row.next()) {
                UUID id = UUID.fromString(row.getString(1));
                BitSet positions = stored.computeIfAbsent(id.getMostSignificantBits(), high -> new BitSet());
                if (positions.get(row.getInt(2)) || row.getInt(3) != 1 || row.getInt(4) != 1) {
                    faults.add("doubled, or without its rating: " + id);
                }
                positions.set(row.getInt(2));
            }
        }
        for (Member member : members.values()) {
            BitSet missing = (BitSet) member.acknowledged.clone();
            missing.andNot(stored.getOrDefault(member.high, new BitSet()));
            if (!missing.isEmpty()) {
                faults.add("acknowledged and missing: " + missing.cardinality() + " answers of one person");
            }
        }
        return faults;
    }

    private static byte[] answer(String path, String authorization, UUID id) {
        String body = "{\"id\":\"" + id + "\",\"expression\":3,\"valence\":4,\"arousal\":5,\"responseTimeMillis\":1234,"
                + "\"expressionTimeMillis\":800,\"valenceTimeMillis\":1000,\"arousalTimeMillis\":1200,\"hiddenTimeMillis\":0,"
                + "\"changes\":0,\"inputDevice\":\"mouse\",\"viewportWidth\":1280,\"viewportHeight\":720,\"dimmed\":false}";
        return request("PUT", path, authorization, body);
    }

    private static byte[] request(String method, String path, String authorization, String body) {
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + authorization
                        + "Accept: application/json\r\n"
                        + (body.isEmpty()
                                ? ""
                                : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n")
                        + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static final class Member {

        private final String authorization;
        private final long high = UUID.randomUUID().getMostSignificantBits();
        private final BitSet acknowledged = new BitSet();
        private final Deque<String> pictures = new ArrayDeque<>();
        private int position;
        private boolean pictured;

        Member(String token) {
            authorization = "Authorization: Bearer " + token + "\r\n";
        }
    }

    private record Consent(String authorization) {}

    private record Door(Deque<Consent> left) implements Load.Lane {

        @Override
        public byte @Nullable [] next() {
            Consent consent = left.poll();
            return consent == null
                    ? null
                    : request(
                            "POST",
                            "/api/v1/participant/consent",
                            consent.authorization,
                            "{\"accepted\":true,\"locale\":\"en\"}");
        }

        @Override
        public Load.Outcome replied(int status, String body) {
            return status == 200 ? Load.Outcome.COUNTS : Load.Outcome.FAILED;
        }
    }

    private final class PageLane implements Load.Lane {

        private static final String API = "/api/v1/participant/";

        private final boolean whole;
        private @Nullable Member member;
        private Step step = Step.ANSWER;

        PageLane(boolean whole) {
            this.whole = whole;
        }

        @Override
        public byte @Nullable [] next() {
            if (member == null || member.position == TRIALS) {
                member = waiting.poll();
                if (member == null) {
                    return null;
                }
            }
            if (whole && member.pictures.isEmpty()) {
                step = Step.TRIALS;
                String page = "trials?from=" + member.position + "&limit=" + LOOK_AHEAD;
                return request("GET", API + page, member.authorization, "");
            }
            if (whole && !member.pictured) {
                step = Step.PICTURE;
                return request("GET", member.pictures.element(), member.authorization, "");
            }
            step = Step.ANSWER;
            UUID id = new UUID(member.high, member.position);
            return answer(API + "trials/" + member.position + "/annotation", member.authorization, id);
        }

        @Override
        public Load.Outcome replied(int status, String body) {
            if (status != 200) {
                System.err.println(step + ": " + status + " " + body);
                return Load.Outcome.FAILED;
            }
            switch (step) {
                case TRIALS ->
                    Stream.of(body.split("\"image\":\"[^\"]*(?=" + API + ")"))
                            .skip(1)
                            .forEach(part -> member.pictures.add(part.substring(0, part.indexOf('"'))));
                case PICTURE -> member.pictured = true;
                case ANSWER -> {
                    member.acknowledged.set(member.position++);
                    member.pictures.poll();
                    member.pictured = false;
                    boolean counted = body.contains("\"answered\":" + member.position + ",");
                    return counted ? Load.Outcome.COUNTS : Load.Outcome.FAILED;
                }
            }
            return Load.Outcome.PASSED;
        }

        void giveBack() {
            if (member != null && member.position < TRIALS) {
                waiting.addFirst(member);
            }
        }
    }

    private enum Step {
        TRIALS,
        PICTURE,
        ANSWER
    }

    private static final class BareLane implements Load.Lane {

        private final long high = UUID.randomUUID().getMostSignificantBits();
        private int position;

        @Override
        public byte[] next() {
            return answer("/answer", "", new UUID(high, position++));
        }

        @Override
        public Load.Outcome replied(int status, String body) {
            return status == 200 ? Load.Outcome.COUNTS : Load.Outcome.FAILED;
        }
    }
}
