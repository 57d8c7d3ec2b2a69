package org.ara.pbx.loadable;

import org.ara.module.ModuleContext;
import org.ara.pbx.function.CoreFunctions;
import org.ara.pbx.function.DialplanFunction;

/** {@code func_md5}: MD5, SHA1, BASE64_ENCODE, URIENCODE and their kin. */
public final class FuncDigest extends FunctionModule {

  public FuncDigest() {
    super("func_md5", "Digests and encodings of texts");
  }

  @Override
  DialplanFunction[] functions(ModuleContext context) {
    return CoreFunctions.spellings();
  }
}
