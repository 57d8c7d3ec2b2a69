package org.ara.server.tool;

import java.util.List;
import org.ara.server.tool.doctor.DoctorTool;
import org.ara.server.tool.importing.ImportTool;
import org.ara.server.tool.schema.SchemaTool;

/** The tools that there are. */
final class Tools {

  static final List<Tool> ALL = List.of(new DoctorTool(), new ImportTool(), new SchemaTool());

  private Tools() {}
}
