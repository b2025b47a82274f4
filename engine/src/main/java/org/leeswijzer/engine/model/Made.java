package org.leeswijzer.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model version was made of, and what came of it, when it was made: loans that are erased later make its rows
 * shorter, and these numbers stay.
 *
 * @param libraries that had loans
 * @param titles that somebody had borrowed
 * @param patrons with at least one loan
 * @param loans pairs of a patron and a title
 * @param covered titles with at least one neighbour in the widest scope
 * @param neighbours of all titles in all scopes
 * @param firstDay of the earliest loan; null without loans
 * @param lastDay of the latest one; null without loans
 */
public record Made(
        int libraries,
        int titles,
        int patrons,
        long loans,
        int covered,
        long neighbours,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
