package org.prefstream.labelstudio.config;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.prefstream.labelstudio.tag.TagType;

/**
 * A labeling configuration read as XML, safely: no document type, hence no entities but XML's own five; caps on bytes, depth,
 * tags, attributes and their length; no tags of other namespaces, such as XInclude's. What stands in a HyperText is HTML, and no tag of the configuration.
 */
final class ConfigXml {

    static final int BYTES_MAX = 256 * 1024;
    static final int DEPTH_MAX = 64;
    static final int TAGS_MAX = 2_000;
    static final int ATTRIBUTES_MAX = 64;
    static final int ATTRIBUTE_LENGTH_MAX = 16_384;
    static final int NAME_LENGTH_MAX = 200;

    /** What gives a tag without a prefix, and those in it, a namespace. */
    private static final String NAMESPACE = "xmlns";

    private static final XMLInputFactory FACTORY = hardened();

    private final String text;
    private final TagPlaces places;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Tag> tags = new ArrayList<>();
    private int htmlDepth;
    private int line = 1;
    private int lineCountedTo;
    private boolean endsWhereItBegan;

    private ConfigXml(String text) {
        this.text = text;
        this.places = new TagPlaces(text);
    }

    /**
     * Reads a configuration.
     *
     * @param xml the configuration; lines are counted as they stand there
     * @return its tags and comments
     * @throws LabelingConfigInvalid if it is no well-formed XML, declares a document type, or goes beyond a cap
     */
    static ConfigXml read(String xml) {
        // every character takes at least a byte: a text that is too long by characters need not be encoded to be refused
        refuseIf(xml.length() > BYTES_MAX || xml.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX,
                "The labeling configuration is longer than " + BYTES_MAX + " bytes (256 KiB)");
        refuseIf(xml.isBlank(), "The labeling configuration is empty; the smallest one is <View></View>");
        String lines = xml.replace("\r\n", "\n").replace('\r', '\n');
        String text = lines.strip();
        ConfigXml config = new ConfigXml(text);
        config.line += (int) lines.substring(0, lines.indexOf(text)).chars().filter(c -> c == '\n').count();
        config.readAll();
        return config;
    }

    /** {@return all tags in document order; the first is the root} */
    List<Tag> tags() {
        return Collections.unmodifiableList(tags);
    }

    private void readAll() {
        int firstLine = line;
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                take(reader.next(), reader);
            }
        } catch (XMLStreamException e) {
            throw refusal("Line " + (firstLine - 1 + Math.max(1, e.getLocation().getLineNumber())) + ", column "
                    + Math.max(1, e.getLocation().getColumnNumber()) + ": the XML is not well-formed: " + reason(e));
        }
    }

    private void take(int event, XMLStreamReader reader) {
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw refusal("Line " + line + ": a document type (<!DOCTYPE …>) is not allowed; take it out");
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader.getText());
            default -> {
                // comments, processing instructions and the document's own start and end say nothing about labeling
            }
        }
    }

    private void start(XMLStreamReader reader) {
        places.next();
        endsWhereItBegan = places.isWhole();
        int at = lineOf(places.begin());
        String type = reader.getLocalName();
        refuseIf(type.length() > NAME_LENGTH_MAX,
                "A tag (line " + at + ") has a name longer than " + NAME_LENGTH_MAX + " characters");
        String title = "<" + type + "> (line " + at + ")";
        refuseIf(open.size() + htmlDepth == DEPTH_MAX,
                title + ": tags are nested deeper than " + DEPTH_MAX + " levels");
        Open around = open.peek();
        if (around != null) {
            around.hasTags = true;
        }
        if (htmlDepth > 0 || (around != null && around.tag.is(TagType.HYPER_TEXT))) {
            htmlDepth++;
            return;
        }
        refuseIf(tags.size() == TAGS_MAX, title + ": there are more than " + TAGS_MAX + " tags");
        Map<String, String> attributes = attributes(reader, title);
        refuseIf(type.indexOf(':') >= 0 || attributes.containsKey(NAMESPACE), title
                + " is of another namespace, which means nothing here; take it out, or write the tag that is meant, "
                + "such as <Text>, without a prefix and without xmlns");
        Tag tag = new Tag(type, attributes, at, around == null ? null : around.tag);
        tags.add(tag);
        open.push(new Open(tag, places.end()));
    }

    private void text(String between) {
        Open around = open.peek();
        if (around != null && htmlDepth == 0) {
            around.text.append(between);
        }
    }

    private void end() {
        if (!endsWhereItBegan) {
            places.next();
        }
        endsWhereItBegan = false;
        if (htmlDepth > 0) {
            htmlDepth--;
            return;
        }
        Open closed = open.pop();
        if (closed.hasTags && closed.tag.is(TagType.HYPER_TEXT)) {
            closed.tag.holds(text.substring(closed.begin, places.begin()).strip(), false);
        } else {
            closed.tag.holds(closed.text.toString().strip(), closed.hasTags);
        }
    }

    /** A tag whose end has not been read yet. */
    private static final class Open {

        private final Tag tag;
        private final int begin;
        private final StringBuilder text = new StringBuilder();
        private boolean hasTags;

        /** @param begin where what stands in the tag begins */
        Open(Tag tag, int begin) {
            this.tag = tag;
            this.begin = begin;
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader, String title) {
        int count = reader.getAttributeCount();
        refuseIf(count > ATTRIBUTES_MAX, title + " has more than " + ATTRIBUTES_MAX + " attributes");
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String prefix = reader.getAttributePrefix(i);
            String local = reader.getAttributeLocalName(i);
            String key = prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
            refuseIf(key.length() > NAME_LENGTH_MAX,
                    title + " has an attribute whose name is longer than " + NAME_LENGTH_MAX + " characters");
            String value = reader.getAttributeValue(i);
            refuseIf(value.length() > ATTRIBUTE_LENGTH_MAX,
                    title + ": the attribute " + key + " is longer than " + ATTRIBUTE_LENGTH_MAX + " characters");
            attributes.put(key, value);
        }
        return Collections.unmodifiableMap(attributes);
    }

    private int lineOf(int place) {
        for (; lineCountedTo < place; lineCountedTo++) {
            if (text.charAt(lineCountedTo) == '\n') {
                line++;
            }
        }
        return line;
    }

    private static void refuseIf(boolean beyond, String message) {
        if (beyond) {
            throw refusal(message);
        }
    }

    private static String reason(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int start = message.indexOf("Message: ");
        return start < 0 ? message : message.substring(start + "Message: ".length()).strip();
    }

    private static LabelingConfigInvalid refusal(String message) {
        return new LabelingConfigInvalid(List.of(message));
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // names are read as they are written, so that a tag of another namespace is refused with its prefix, declared or not
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        // above what BYTES_MAX lets through, so that the caps of this class answer, in words of their own
        String limits = "http://www.oracle.com/xml/jaxp/properties/";
        factory.setProperty(limits + "elementAttributeLimit", String.valueOf(2 * BYTES_MAX));
        factory.setProperty(limits + "maxXMLNameLimit", String.valueOf(2 * BYTES_MAX));
        return factory;
    }
}
