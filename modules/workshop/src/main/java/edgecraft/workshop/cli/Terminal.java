package edgecraft.workshop.cli;

import edgecraft.workshop.report.Style;
import java.io.PrintWriter;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err what keeps them from coming
 * @param style colours or none
 */
public record Terminal(PrintWriter out, PrintWriter err, Style style) {}
