package org.leeswijzer.api.service;

import io.micronaut.context.env.AbstractPropertySourceLoader;
import io.micronaut.context.env.PropertiesPropertySourceLoader;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of settings, YAML or properties by its name. */
final class ConfigFile {
    /** What is in the environment goes before it, and it before what is in the jar. */
    private static final int ORDER = -250;

    private ConfigFile() {}

    /** @throws UncheckedIOException if it cannot be read */
    static PropertySource read(Path file) {
        AbstractPropertySourceLoader loader =
                file.toString().endsWith(".properties")
                        ? new PropertiesPropertySourceLoader()
                        : new YamlPropertySourceLoader();
        try (InputStream in = Files.newInputStream(file)) {
            return PropertySource.of(file.toString(), loader.read(file.toString(), in), ORDER);
        } catch (IOException e) {
            throw new UncheckedIOException("config %s cannot be read".formatted(file), e);
        }
    }
}
