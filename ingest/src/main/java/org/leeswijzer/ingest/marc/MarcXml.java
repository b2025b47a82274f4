package org.leeswijzer.ingest.marc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.leeswijzer.ingest.decode.BadRecord;
import org.marc4j.marc.DataField;
import org.marc4j.marc.MarcFactory;
import org.marc4j.marc.Record;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Makes marc4j's record of one element {@code record}; prefixes of names mean nothing, since all names are MARCXML's. */
final class MarcXml {
    private static final int LEADER = 24;

    private final MarcFactory factory = MarcFactory.newInstance();
    private final SAXParser parser = parser();
    private final String encoding;

    /** @param encoding of the file */
    MarcXml(String encoding) {
        this.encoding = encoding;
    }

    private static SAXParser parser() {
        try {
            SAXParserFactory safe = SAXParserFactory.newInstance();
            safe.setNamespaceAware(false);
            safe.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            safe.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            safe.setFeature("http://xml.org/sax/features/external-general-entities", false);
            safe.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return safe.newSAXParser();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java can parse XML safely", e);
        }
    }

    /** @throws BadRecord if it is no record */
    Record read(byte[] element) {
        InputSource source = new InputSource(new ByteArrayInputStream(element));
        source.setEncoding(encoding);
        Handler handler = new Handler();
        try {
            parser.parse(source, handler);
        } catch (SAXException | IOException | RuntimeException e) {
            // RuntimeException: marc4j refuses a tag. The message of any of them may quote the
            // record.
            throw new BadRecord(
                    "record", "is not MARCXML to the letter: mend it, or export it anew");
        }
        return handler.record;
    }

    private final class Handler extends DefaultHandler {
        private final Record record = factory.newRecord(factory.newLeader(" ".repeat(LEADER)));
        private final StringBuilder text = new StringBuilder();
        private String tag = "";
        private String code = "";
        private @Nullable DataField field;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            text.setLength(0);
            switch (local(name)) {
                case "controlfield" -> tag = value(attributes, "tag");
                case "datafield" -> {
                    field =
                            factory.newDataField(
                                    value(attributes, "tag"),
                                    indicator(attributes, "ind1"),
                                    indicator(attributes, "ind2"));
                }
                case "subfield" -> code = value(attributes, "code");
                default -> {
                    // The record itself, its leader, or what is none of ours.
                }
            }
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            text.append(characters, from, length);
        }

        @Override
        public void endElement(String uri, String local, String name) {
            switch (local(name)) {
                case "leader" ->
                        record.getLeader()
                                .unmarshal((text + " ".repeat(LEADER)).substring(0, LEADER));
                case "controlfield" ->
                        record.addVariableField(factory.newControlField(tag, text.toString()));
                case "subfield" -> {
                    if (field != null && code.length() == 1) {
                        field.addSubfield(factory.newSubfield(code.charAt(0), text.toString()));
                    }
                }
                case "datafield" -> {
                    if (field != null) {
                        record.addVariableField(field);
                    }
                    field = null;
                }
                default -> {
                    // As above.
                }
            }
        }

        private String local(String name) {
            return name.substring(name.indexOf(':') + 1);
        }

        private String value(Attributes attributes, String name) {
            return Objects.requireNonNullElse(attributes.getValue(name), "");
        }

        private char indicator(Attributes attributes, String name) {
            String value = value(attributes, name);
            return value.isEmpty() ? ' ' : value.charAt(0);
        }
    }
}
