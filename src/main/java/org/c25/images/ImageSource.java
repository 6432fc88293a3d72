package org.c25.images;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.c25.common.Problem;

/**
 * Pictures that somebody has sent or named, looked up by their bare names, whatever folder they lie in. What nobody asks
 * for may lie there too, however often.
 */
public abstract class ImageSource implements AutoCloseable {

    /** The most pictures that are taken without a manifest that names them. */
    static final int MOST_FOUND = 100_000;

    /** The endings of files that people take for pictures, whether or not they can be shown. */
    private static final Set<String> ENDINGS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "apng", "webp", "gif", "bmp", "dib", "tif", "tiff", "heic", "heif",
            "avif", "jxl", "jp2", "svg");

    private final String field;
    private final String place;

    /** The files that a bare name may mean. */
    private final Map<String, List<Entry>> entries = new HashMap<>();

    private final List<Entry> all = new ArrayList<>();
    private final List<String> junk = new ArrayList<>();

    /** One file. */
    abstract static class Entry {

        private final EntryNames names;

        Entry(EntryNames names) {
            this.names = names;
        }

        EntryNames names() {
            return names;
        }

        /** Returns its bytes, as they are stored. */
        abstract byte[] bytes() throws UnfitImageException;

        /** Returns its first bytes; none if they can't be read. */
        abstract byte[] head();
    }

    /**
     * @param field the request's field it came in, for messages
     * @param place what it is, for messages, such as {@code archive}
     */
    ImageSource(String field, String place) {
        this.field = field;
        this.place = place;
    }

    final void add(Entry entry) {
        EntryNames names = entry.names();
        if (names.isFolder()) {
            return;
        }
        if (names.isNoFileOfAPerson()) {
            junk.add(names.path());
            return;
        }
        all.add(entry);
        for (String name : names.bare()) {
            entries.computeIfAbsent(name, key -> new ArrayList<>(1)).add(entry);
        }
    }

    /** Returns the request's field it came in. */
    public String field() {
        return field;
    }

    /** Returns what it is, for messages, such as {@code archive}. */
    public String place() {
        return place;
    }

    /** Returns how many files lie in it, without those that operating systems leave there. */
    public int size() {
        return all.size();
    }

    public boolean has(String filename) {
        return entries.containsKey(composed(filename));
    }

    private static String composed(String filename) {
        return Normalizer.normalize(filename, Normalizer.Form.NFC);
    }

    /**
     * Returns the bare name of a file that may be meant by a name that is not there: it differs in capitals or in its
     * ending alone.
     */
    public Optional<String> alike(String filename) {
        return entries.keySet().stream()
                .filter(name -> EntryNames.areAlike(name, composed(filename)))
                .sorted()
                .findFirst();
    }

    /**
     * Finds the pictures, for a set without a manifest. Files in hidden folders, and hidden ones, count as put there by a
     * program. Of several files with one name, each gets the names of its folders in front, as many as it needs.
     *
     * @throws Problem if there are no pictures, or more than a set without a manifest takes
     */
    public FoundImages found() {
        List<Entry> pictures = new ArrayList<>();
        List<String> passedOver = new ArrayList<>(junk);
        for (Entry entry : all) {
            if (!entry.names().isHidden() && isPicture(entry)) {
                pictures.add(entry);
            } else {
                passedOver.add(entry.names().path());
            }
        }
        if (pictures.isEmpty()) {
            throw Problem.invalid(field, nothingIn(passedOver));
        }
        if (pictures.size() > MOST_FOUND) {
            throw Problem.invalid(
                    field,
                    String.format(
                            Locale.ROOT,
                            "holds %,d pictures; %,d at most are taken without a manifest. Send a manifest that names those of the set",
                            pictures.size(),
                            MOST_FOUND));
        }
        pictures.sort((one, other) ->
                NaturalOrder.OF_PATHS.compare(one.names().path(), other.names().path()));
        passedOver.sort(NaturalOrder.OF_PATHS);
        return new FoundImages(List.copyOf(named(pictures).keySet()), passedOver);
    }

    private String nothingIn(List<String> passedOver) {
        String nothing = "holds no pictures: JPEG, PNG and WebP are taken";
        if (passedOver.isEmpty()) {
            return "is empty: pictures are needed, as JPEG, PNG or WebP";
        }
        String there = passedOver.stream().limit(5).collect(Collectors.joining(", "));
        boolean packed = passedOver.stream().anyMatch(name -> name.matches("(?i).*\\.(zip|7z|rar|tar|t?gz)"));
        return nothing + ". There is " + there
                + (passedOver.size() > 5 ? " and " + (passedOver.size() - 5) + " more" : "")
                + (packed ? "; unpack the archives that are in it first" : "");
    }

    private static boolean isPicture(Entry entry) {
        String name = entry.names().bare().get(0);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) || PictureFile.kind(entry.head()) != null;
    }

    /** Gives each picture a name of its own, by which it is found from now on. */
    private Map<String, Entry> named(List<Entry> pictures) {
        Map<String, Entry> named = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        pictures.forEach(entry -> names.add(entry.names().bare().get(0)));
        for (int folders = 1; ; folders++) {
            Set<String> once = new HashSet<>();
            Set<String> twice = names.stream().filter(name -> !once.add(name)).collect(Collectors.toSet());
            if (twice.isEmpty()) {
                break;
            }
            boolean changed = false;
            for (int i = 0; i < names.size(); i++) {
                if (twice.contains(names.get(i))) {
                    String longer = pictures.get(i).names().withFolders(folders);
                    changed |= !longer.equals(names.set(i, longer));
                }
            }
            if (!changed) {
                String path = twice.stream().sorted().findFirst().orElseThrow();
                throw Problem.invalid(field, "holds two files of the name " + path + "; keep one");
            }
        }
        for (int i = 0; i < names.size(); i++) {
            named.put(names.get(i), pictures.get(i));
            entries.put(names.get(i), List.of(pictures.get(i)));
        }
        return named;
    }

    /** Returns the paths of the files that are not among these: what nobody asked for. */
    public List<String> besides(Collection<String> filenames) {
        Set<Entry> asked = new HashSet<>();
        filenames.forEach(name -> asked.addAll(entries.getOrDefault(composed(name), List.of())));
        List<String> besides = new ArrayList<>(junk);
        all.stream()
                .filter(entry -> !asked.contains(entry))
                .forEach(entry -> besides.add(entry.names().path()));
        besides.sort(NaturalOrder.OF_PATHS);
        return besides;
    }

    /**
     * Returns the bytes of one picture, as they are stored.
     *
     * @throws UnfitImageException if it is damaged, packed in a way that can't be read, larger than an image may be, or
     *     if two files may be meant by this name
     * @throws Problem if nothing of the source can be read
     */
    public byte[] read(String filename) throws UnfitImageException {
        return meantBy(filename).bytes();
    }

    private Entry meantBy(String filename) throws UnfitImageException {
        List<Entry> meant = Objects.requireNonNull(entries.getOrDefault(composed(filename), List.of()));
        if (meant.isEmpty()) {
            throw new UnfitImageException("is not in the " + place);
        }
        // A name that is guessed gives way to one that is sure, and a less likely guess to a likelier one.
        int least =
                meant.stream().mapToInt(entry -> rank(entry, filename)).min().orElseThrow();
        List<Entry> likeliest =
                meant.stream().filter(entry -> rank(entry, filename) == least).toList();
        EntryNames names = likeliest.get(0).names();
        if (likeliest.size() > 1) {
            throw new UnfitImageException("is there twice, as " + names.path() + " and as "
                    + likeliest.get(1).names().path() + "; keep one");
        }
        if (names.leavesTheArchive()) {
            throw new UnfitImageException(
                    "lies outside the " + place + ", at " + names.path() + "; pack the images again");
        }
        return likeliest.get(0);
    }

    /** How unlikely it is that a file has this name: 0 if the source tells it. */
    private static int rank(Entry entry, String filename) {
        return entry.names().sure() ? 0 : 1 + entry.names().bare().indexOf(composed(filename));
    }

    /** Starts to read anew. */
    public abstract void rewind();

    @Override
    public abstract void close() throws IOException;
}
