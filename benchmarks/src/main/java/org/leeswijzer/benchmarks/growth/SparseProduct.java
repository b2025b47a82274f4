package org.leeswijzer.benchmarks.growth;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.leeswijzer.engine.similarity.LoanTable;

/** A Python process that has loans as a sparse matrix and multiplies it with itself whenever it is asked to. */
final class SparseProduct implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "sparse_product.py";

    private final Process python;
    private final BufferedReader answers;
    private final OutputStream asked;
    private final Map<String, Object> about;

    private SparseProduct(Process python) throws IOException {
        this.python = python;
        answers = python.inputReader(StandardCharsets.UTF_8);
        asked = python.getOutputStream();
        about = JSON.readValue(answer(), new TypeReference<>() {});
    }

    /** Whether this Python is there and has scipy. */
    static boolean runs(String python) throws IOException {
        try {
            Process check =
                    new ProcessBuilder(python, "-c", "import scipy.sparse")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return check.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Hands the loans over in a file that is gone when this returns. */
    static SparseProduct start(String python, LoanTable table) throws IOException {
        Path folder = Files.createTempDirectory("leeswijzer-product");
        Path loans = folder.resolve("loans");
        Path script = folder.resolve(SCRIPT);
        try (InputStream text =
                Objects.requireNonNull(SparseProduct.class.getResourceAsStream(SCRIPT))) {
            Files.copy(text, script);
            write(table, loans);
            return new SparseProduct(
                    new ProcessBuilder(python, script.toString(), loans.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start());
        } finally {
            Files.deleteIfExists(loans);
            Files.deleteIfExists(script);
            Files.deleteIfExists(folder);
        }
    }

    /*
     *  0         4
     *  +---------+---------+-----
     *  | patron  | title   | ...     big-endian
     *  +---------+---------+-----
     */
    private static void write(LoanTable table, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int patron = 0; patron < table.patrons(); patron++) {
                int number = patron;
                table.forEach(
                        patron,
                        (title, day) -> {
                            try {
                                out.writeInt(number);
                                out.writeInt(title);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
            }
        }
    }

    /** Versions, and how large the matrix and its product are. */
    Map<String, Object> about() {
        return about;
    }

    /** Multiplies once in each way; gives the seconds that each took. */
    Map<String, Double> multiply() throws IOException {
        asked.write('\n');
        asked.flush();
        return JSON.readValue(answer(), new TypeReference<>() {});
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the Python process ended without an answer");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        asked.close();
        python.destroy();
    }
}
