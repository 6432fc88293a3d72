package org.c25.export;

import org.c25.models.ModelTable;
import org.c25.sets.SetView;

/** A table about the models of a set, as a file of its data package. */
final class ModelFile {

    private ModelFile() {}

    static SetFile of(SetView set, ModelTable table) {
        return new SetFile(
                table.name() + SetFile.ending(set),
                table.about(),
                table.columns().stream().map(ModelFile::column).toList(),
                true,
                table.rows()::write);
    }

    private static Column column(ModelTable.Column column) {
        return switch (column.kind()) {
            case TEXT -> Column.text(column.name(), column.about());
            case WHOLE -> Column.whole(column.name(), column.about());
            case NUMBER -> Column.number(column.name(), column.about());
        };
    }
}
