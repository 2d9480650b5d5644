package org.prefstream.task.imports.read;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Values as Python prints them, because Label Studio's messages end with the item printed so; cut after a while. */
final class PythonText {

    static final int LENGTH_MAX = 500;

    private final StringBuilder out = new StringBuilder();

    private PythonText() {
    }

    static String of(@Nullable Object value) {
        PythonText text = new PythonText();
        text.print(value);
        if (!text.full()) {
            return text.out.toString();
        }
        int end = Character.isHighSurrogate(text.out.charAt(LENGTH_MAX - 1)) ? LENGTH_MAX - 1 : LENGTH_MAX;
        return text.out.substring(0, end) + "…";
    }

    private void print(@Nullable Object value) {
        if (value == null) {
            out.append("None");
        } else if (value instanceof Boolean flag) {
            out.append(flag ? "True" : "False");
        } else if (value instanceof String text) {
            quote(text);
        } else if (value instanceof Map<?, ?> map) {
            printMap(map);
        } else if (value instanceof List<?> list) {
            printList(list);
        } else {
            out.append(value);
        }
    }

    private void printMap(Map<?, ?> map) {
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
        while (members.hasNext() && !full()) {
            Map.Entry<?, ?> member = members.next();
            print(member.getKey());
            out.append(": ");
            print(member.getValue());
            out.append(members.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private void printList(List<?> list) {
        out.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext() && !full()) {
            print(values.next());
            out.append(values.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void quote(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        out.append(quote);
        for (int i = 0; i < text.length() && !full(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c == quote) {
                        out.append('\\').append(c);
                    } else if (c < ' ' || (c >= 0x7F && c <= 0xA0) || c == 0xAD) {
                        out.append(String.format("\\x%02x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append(quote);
    }

    private boolean full() {
        return out.length() > LENGTH_MAX;
    }
}
