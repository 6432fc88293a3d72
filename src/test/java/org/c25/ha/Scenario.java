package org.c25.ha;

import java.time.Duration;
import java.util.List;

/** What happens to the cluster while people are at work. */
enum Scenario {
    ROLLING_RESTART("rolling restart of both nodes of C25") {
        @Override
        void happen(Cluster cluster) throws Exception {
            for (int i = 0; i < Cluster.NODES; i++) {
                cluster.restart(i);
            }
        }
    },
    NODE_KILLED("`kill -9` of a node of C25") {
        @Override
        void happen(Cluster cluster) throws Exception {
            cluster.killNode(0);
            Thread.sleep(8000);
            cluster.startNode(0);
        }
    },
    PRIMARY_KILLED("`kill -9` of the primary and its Patroni") {
        @Override
        void happen(Cluster cluster) throws Exception {
            int primary = cluster.primary();
            Daemon.signal("KILL", cluster.machine(primary));
            Cluster.await("another primary", Duration.ofMinutes(3), () -> cluster.primary() >= 0);
            Thread.sleep(5000);
            cluster.startDatabase(primary);
        }
    },
    SWITCHOVER("planned switchover") {
        @Override
        void happen(Cluster cluster) throws Exception {
            cluster.switchOver();
        }
    },
    PRIMARY_FROZEN("primary frozen for 60 s, then thawed") {
        @Override
        void happen(Cluster cluster) throws Exception {
            List<ProcessHandle> machine = cluster.machine(cluster.primary());
            Daemon.signal("STOP", machine);
            Thread.sleep(60_000);
            Daemon.signal("CONT", machine);
        }
    },
    POOLER("PgBouncer in transaction mode in between") {
        @Override
        boolean isPooled() {
            return true;
        }

        @Override
        void happen(Cluster cluster) throws Exception {
            Thread.sleep(20_000);
        }
    },
    POOLER_SWITCHOVER("PgBouncer in between, planned switchover") {
        @Override
        boolean isPooled() {
            return true;
        }

        @Override
        void happen(Cluster cluster) throws Exception {
            cluster.switchOver();
        }
    },
    UPGRADE("rolling restart from the version before") {
        @Override
        void prepare(Cluster cluster) throws Exception {
            cluster.goBack();
        }

        @Override
        void happen(Cluster cluster) throws Exception {
            cluster.upgrade();
            cluster.restart(0);
            Thread.sleep(15_000); // One of each.
            cluster.restart(1);
        }
    };

    final String words;

    Scenario(String words) {
        this.words = words;
    }

    boolean isPooled() {
        return false;
    }

    /** What has to be so before people begin. */
    void prepare(Cluster cluster) throws Exception {}

    abstract void happen(Cluster cluster) throws Exception;
}
