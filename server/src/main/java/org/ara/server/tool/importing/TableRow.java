package org.ara.server.tool.importing;

import java.util.Map;
import org.ara.config.Origin;

/**
 * A row to be.
 *
 * @param fields texts as they are stored, by column, in the order to write them
 * @param origin the line that it comes from
 */
record TableRow(Map<String, String> fields, Origin origin) {}
