package org.c25.export;

/**
 * A column of a file.
 *
 * @param type what its cells hold, where they aren't empty
 * @param about what it means, in words
 */
record Column(String name, Type type, String about) {

    enum Type {
        TEXT,
        WHOLE,
        NUMBER,
        TIME
    }

    static Column text(String name, String about) {
        return new Column(name, Type.TEXT, about);
    }

    static Column whole(String name, String about) {
        return new Column(name, Type.WHOLE, about);
    }

    static Column number(String name, String about) {
        return new Column(name, Type.NUMBER, about);
    }

    static Column time(String name, String about) {
        return new Column(name, Type.TIME, about);
    }
}
