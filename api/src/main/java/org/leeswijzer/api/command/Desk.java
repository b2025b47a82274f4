package org.leeswijzer.api.command;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.api.staff.ChangesJson;
import org.leeswijzer.api.staff.ImportJson;
import org.leeswijzer.api.staff.ModelJson;
import org.leeswijzer.api.staff.ModelsJson;

/** Where versions of the model are looked at and published: a store, or a running service. */
interface Desk extends AutoCloseable {

    ModelsJson models() throws IOException, InterruptedException;

    ModelJson model(int version) throws IOException, InterruptedException;

    ChangesJson changes(int version, int since, @Nullable String library, int limit)
            throws IOException, InterruptedException;

    ModelsJson publish(int version, String by, @Nullable String reason)
            throws IOException, InterruptedException;

    ModelsJson rollBack(String by, @Nullable String reason)
            throws IOException, InterruptedException;

    ModelsJson unpin() throws IOException, InterruptedException;

    void takeOut(int version, Path file) throws IOException, InterruptedException;

    ImportJson bringIn(Path file, String by) throws IOException, InterruptedException;

    @Override
    void close();
}
