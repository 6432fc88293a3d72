package org.c25.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import org.c25.common.Problem;
import org.c25.testing.AtOnce;
import org.c25.testing.Databases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and its files know each other. */
class StoreMarkTest {

    @TempDir
    Path folder;

    private JdbcClient database;

    @BeforeEach
    void aDatabase() {
        database = aNewDatabase();
    }

    private static JdbcClient aNewDatabase() {
        JdbcClient made = JdbcClient.create(new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"));
        made.sql("create table file_store (id int primary key, mark varchar(36) not null)")
                .update();
        return made;
    }

    private MarkedFileStore node(String files) {
        FileStore store = Databases.files(folder.resolve(files));
        MarkedFileStore node = new MarkedFileStore(store, new StoreMark(store, database));
        node.look();
        return node;
    }

    @Test
    void nodesWithTheSameFilesAreReadyAndOneWithOthersIsNot() {
        assertThat(node("shared").fault()).isEmpty();
        assertThat(node("shared").fault()).isEmpty();

        MarkedFileStore stray = node("own");

        assertThat(stray.fault()).hasValueSatisfying(fault -> assertThat(fault).contains("own", "store.mark"));
        assertThat(folder.resolve("own")).isEmptyDirectory();
    }

    @Test
    void whileTheFilesAreOthersNothingIsReadOrStored() {
        node("shared").put("images/ab/one", new byte[] {1});
        MarkedFileStore stray = node("own");

        assertThatThrownBy(() -> stray.find("images/ab/one")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> stray.put("images/ab/two", new byte[] {2})).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> stray.putFirst("links.key", new byte[32])).isInstanceOf(Problem.class);
        assertThat(folder.resolve("own")).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNoLongerThereIsAwayAndItsPicturesAreNotMissing() throws IOException {
        MarkedFileStore node = node("shared");
        Path mark = folder.resolve("shared").resolve(StoreMark.FILE);
        byte[] kept = Files.readAllBytes(mark);

        Files.delete(mark); // As when a network folder is not mounted any more.
        assertThatThrownBy(() -> node.find("images/ab/one")).isInstanceOf(Problem.class);
        assertThat(node.fault()).isPresent();

        Files.write(mark, kept);
        assertThat(node.find("images/ab/one")).isEqualTo(Optional.empty());
        assertThat(node.fault()).isEmpty();
    }

    @Test
    void aDatabaseWithoutAMarkTakesThatOfItsFiles() {
        node("shared");
        database = aNewDatabase();

        assertThat(node("shared").fault()).isEmpty();
    }

    @Test
    void ofNodesThatStartAtTheSameMomentAllAgree() throws Exception {
        assertThat(AtOnce.<Optional<String>>all(
                        Collections.nCopies(8, () -> node("shared").fault())))
                .hasSize(8)
                .allMatch(Optional::isEmpty);
    }
}
