package org.leeswijzer.engine.catalogue;

import java.util.Optional;

/**
 * An ISBN, always held as 13 digits (ISO 2108): an ISBN-10 and the ISBN-13 made of it are equal.
 *
 * @param digits 13 digits starting with 978 or 979, the last of them the check digit
 */
public record Isbn(String digits) implements Comparable<Isbn> {
    private static final int LENGTH = 13;

    /** @throws IllegalArgumentException if these are not the 13 digits of an ISBN */
    public Isbn {
        if (!isIsbn13(digits)) {
            throw new IllegalArgumentException(
                    "isbn is '%s': give 13 digits with a right check digit".formatted(digits));
        }
    }

    /**
     * Reads an ISBN-10 or ISBN-13 with or without hyphens and spaces, and with what catalogues put behind it, such as
     * {@code "90-284-2426-1 (geb.)"}.
     *
     * @return empty if there is none in it
     */
    public static Optional<Isbn> find(String text) {
        StringBuilder kept = new StringBuilder(LENGTH);
        for (int i = 0; i < text.length() && kept.length() <= LENGTH; i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || ((c == 'X' || c == 'x') && kept.length() == 9)) {
                kept.append(Character.toUpperCase(c));
            } else if (c != '-' && c != '\u2010' && c != ' ') {
                break;
            }
        }
        String digits = kept.toString();
        if (isIsbn10(digits)) {
            String body = "978" + digits.substring(0, 9);
            return Optional.of(new Isbn(body + checkDigit13(body)));
        }
        return isIsbn13(digits) ? Optional.of(new Isbn(digits)) : Optional.empty();
    }

    @Override
    public int compareTo(Isbn other) {
        return digits.compareTo(other.digits);
    }

    @Override
    public String toString() {
        return digits;
    }

    private static boolean isIsbn10(String text) {
        if (text.length() != 10) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += (10 - i) * (text.charAt(i) == 'X' ? 10 : text.charAt(i) - '0');
        }
        return sum % 11 == 0;
    }

    private static boolean isIsbn13(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.startsWith("978") || text.startsWith("979"))
                && text.charAt(LENGTH - 1) == checkDigit13(text);
    }

    private static char checkDigit13(String text) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (i % 2 == 0 ? 1 : 3) * (text.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }
}
