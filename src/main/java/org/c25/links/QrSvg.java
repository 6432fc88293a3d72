package org.c25.links;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as the path of an SVG. */
final class QrSvg {

    /** The number of light modules around the code, without which readers don't find it. */
    private static final int QUIET_ZONE = 4;

    private final QrCode code;

    private QrSvg(QrCode code) {
        this.code = code;
    }

    /** Returns the code of a text, with error correction M: up to 15 per cent of it may be smudged. */
    static QrSvg of(String text) {
        return new QrSvg(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    /** Returns the length of each side in modules, the quiet zone included. */
    public int side() {
        return code.size + 2 * QUIET_ZONE;
    }

    /** Returns the path of the dark modules, row by row, with one rectangle for each run of them. */
    public String path() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
