package org.c25.images;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * The path of an entry of a ZIP, in every way in which its bytes may have been meant. A ZIP seldom says in which charset
 * its names are: Windows packs them in that of its language.
 *
 * @param paths the most likely one first, with slashes between the parts, in Unicode form C
 * @param sure whether the archive itself says how the name is read, or it is plain UTF-8
 */
record EntryNames(List<String> paths, boolean sure) {

    /** A charset that Windows packs names in, and the letters that a name in it is made of. */
    private record Packer(Charset charset, Pattern letters) {

        static @Nullable Packer of(String charset, String letters) {
            return Charset.isSupported(charset)
                    ? new Packer(Charset.forName(charset), Pattern.compile("[\\p{ASCII}" + letters + "]*"))
                    : null;
        }
    }

    private static final List<Packer> PACKERS = Stream.of(
                    Packer.of("x-windows-949", "\\p{InHangul_Syllables}"),
                    Packer.of("windows-31j", "\\u3005\\u3040-\\u30ff\\u4e00-\\u9fff\\uff01-\\uff5e"),
                    Packer.of("GB18030", "\\u3005\\u4e00-\\u9fff\\uff01-\\uff5e"),
                    Packer.of("x-windows-950", "\\u4e00-\\u9fff\\uff01-\\uff5e"),
                    Packer.of("IBM437", "\\p{IsLatin}"),
                    Packer.of("IBM850", "\\p{IsLatin}"),
                    Packer.of("windows-1252", "\\p{IsLatin}"),
                    Packer.of("IBM866", "\\p{IsCyrillic}"),
                    Packer.of("windows-1251", "\\p{IsCyrillic}"))
            .filter(packer -> packer != null)
            .toList();

    static EntryNames of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        if (entry.getNameSource() != ZipArchiveEntry.NameSource.NAME || raw == null) {
            return new EntryNames(List.of(path(entry.getName())), true);
        }
        String utf8 = decoded(raw, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new EntryNames(List.of(path(utf8)), true);
        }
        Set<String> likely = new LinkedHashSet<>();
        Set<String> possible = new LinkedHashSet<>();
        for (Packer packer : PACKERS) {
            String name = decoded(raw, packer.charset());
            if (name != null) {
                (packer.letters().matcher(name).matches() ? likely : possible).add(path(name));
            }
        }
        List<String> all = new ArrayList<>(likely);
        all.addAll(possible);
        // Whatever the bytes are, the entry keeps a name that tells it from others.
        return new EntryNames(all.isEmpty() ? List.of(path(entry.getName())) : all, false);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String path(String name) {
        // macOS packs names decomposed; a manifest has them composed.
        return Normalizer.normalize(name.replace('\\', '/'), Normalizer.Form.NFC);
    }

    /** The path that is shown to people. */
    String path() {
        return paths.get(0);
    }

    /** The bare names, without folders, the most likely one first. */
    List<String> bare() {
        return paths.stream().map(EntryNames::bareName).distinct().toList();
    }

    static String bareName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static EntryNames ofPath(String path) {
        return new EntryNames(List.of(path(path)), true);
    }

    boolean isFolder() {
        return path().endsWith("/") || bareName(path()).isEmpty();
    }

    /** Whether its name, or that of a folder that it lies in, begins with a full stop. */
    boolean isHidden() {
        return Stream.of(path().split("/"))
                .anyMatch(part -> part.startsWith(".") && !part.equals(".") && !part.equals(".."));
    }

    /** Returns the bare name with those of so many of its folders before it: {@code anger_1.png}. */
    String withFolders(int folders) {
        List<String> parts = Stream.of(path().split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        return String.join("_", parts.subList(Math.max(0, parts.size() - 1 - folders), parts.size()));
    }

    /** Whether it is a folder, or a file that an operating system or a file server has put there by itself. */
    boolean isNoFileOfAPerson() {
        String path = path();
        String name = bareName(path).toLowerCase(Locale.ROOT);
        return path.endsWith("/")
                || name.isEmpty()
                || name.startsWith("._")
                || Set.of(".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini")
                        .contains(name)
                || Stream.of(path.toLowerCase(Locale.ROOT).split("/"))
                        .anyMatch(Set.of("__macosx", "@eadir", ".appledouble", "#recycle", "$recycle.bin")::contains);
    }

    boolean leavesTheArchive() {
        String path = path();
        return path.startsWith("/")
                || path.matches("^[A-Za-z]:.*")
                || List.of(path.split("/")).contains("..");
    }

    /** Whether the names are alike but for capitals, or for how the kind of picture is written at the end. */
    static boolean areAlike(String one, String other) {
        return withoutKind(one).equals(withoutKind(other));
    }

    private static String withoutKind(String name) {
        return name.toLowerCase(Locale.ROOT).strip().replaceAll("\\.(jpe?g|jfif|png|webp|bmp|gif|tiff?)$", "");
    }
}
