package org.c25.affectnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as {@code numpy.save} writes them, by NumPy's description of the format. */
class NpyTest {

    static byte[] file(String type, String shape, byte[] data) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteBuffer file =
                ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.ISO_8859_1));
        return file.put(data).array();
    }

    /** An array without a dimension that holds text, as AffectNet's annotations are. */
    static byte[] text(String text) {
        return file("<U" + text.length(), "()", text.getBytes(Charset.forName("UTF-32LE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-0.253968", "0.25"})
    void aTextIsRead(String text) {
        assertThat(Npy.value(text(text))).isEqualTo(text);
        assertThat(Npy.value(file(
                        ">U9",
                        "()",
                        (text + "\0".repeat(9 - Math.min(9, text.length()))).getBytes(Charset.forName("UTF-32BE")))))
                .startsWith(text.substring(0, Math.min(9, text.length())));
        assertThat(Npy.value(file("|S" + text.length(), "(1,)", text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(text);
    }

    @Test
    void aNumberIsRead() {
        byte[] eight = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putDouble(-0.5)
                .array();
        byte[] whole =
                ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(7).array();
        byte[] four = ByteBuffer.allocate(4).putFloat(0.25f).array();

        assertThat(Npy.value(file("<f8", "()", eight))).isEqualTo("-0.5");
        assertThat(Npy.value(file("<i8", "(1, 1)", whole))).isEqualTo("7");
        assertThat(Npy.value(file(">f4", "(1,)", four))).isEqualTo("0.25");
    }

    @Test
    void whatIsNotOneValueIsRefusedInWords() {
        expect(new byte[20], "is no NumPy file");
        expect(file("<f8", "(2,)", new byte[16]), "holds several values");
        expect(file("<f8", "()", new byte[4]), "is a damaged NumPy file");
        expect(file("|O8", "()", new byte[8]), "of the type O;");
    }

    private static void expect(byte[] bytes, String words) {
        assertThatIllegalArgumentException().isThrownBy(() -> Npy.value(bytes)).withMessageContaining(words);
    }
}
