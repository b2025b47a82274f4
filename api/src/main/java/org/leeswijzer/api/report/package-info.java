/**
 * What an evaluation found, to be read: as a table, as JSON, as a page with charts.
 *
 * <p>Read {@link org.leeswijzer.api.report.ReportText}, {@link org.leeswijzer.api.report.ReportJson} and
 * {@link org.leeswijzer.api.report.ReportPage}. The page is put together by {@code TrialFigures} out of charts, each a small
 * writer of SVG: {@code BarChart}, {@code LineChart}, {@code PointChart} and {@code DifferenceChart}; {@code Svg} escapes and
 * rounds. {@link org.leeswijzer.api.report.ModelFigures} makes charts of versions of the model with them, for the console.
 *
 * <p>Rules: every text stands beside its translation; a page needs nothing but itself, runs no script, and every chart has
 * its figures in a table below it.
 */
@NullMarked
package org.leeswijzer.api.report;

import org.jspecify.annotations.NullMarked;
