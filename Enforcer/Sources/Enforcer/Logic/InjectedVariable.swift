/// How a variable of the environment makes a program run what somebody else chose.
enum VariableRule: UInt8 {
  /// `f`: must be what the process started with.
  case fixed = 102
  /// `p`: names places that code is loaded from.
  case paths = 112
  /// `o`: holds options, some of which load code.
  case options = 111
  /// `s`: a shell runs it, or the file that it names.
  case shellText = 115

  /// nil for variables that load nothing.
  @inline(never)
  init?(name: Text) {
    let table = VariableRule.table(initial: name[0])
    if let rule = VariableRule(rawValue: table.meaning(of: name)) {
      self = rule
    } else if name.hasPrefix(Text("LD_")) || name.hasPrefix(Text("BASH_FUNC_")) {
      self = .fixed
    } else {
      return nil
    }
  }

  /// By first letters, because every variable of every program that is executed is looked up.
  private static func table(initial: UInt8) -> WordTable {
    switch initial {
    case UInt8(ascii: "B"): WordTable("sBASH_ENV")
    case UInt8(ascii: "C"): WordTable("pCLASSPATH")
    case UInt8(ascii: "E"): WordTable("sENV")
    case UInt8(ascii: "G"): WordTable("pGCONV_PATH pGEM_PATH pGEM_HOME fGLIBC_TUNABLES")
    case UInt8(ascii: "J"): WordTable("oJAVA_TOOL_OPTIONS oJDK_JAVA_OPTIONS")
    case UInt8(ascii: "L"): WordTable("pLD_LIBRARY_PATH pLUA_PATH pLUA_CPATH fLUA_INIT")
    case UInt8(ascii: "N"): WordTable("pNODE_PATH oNODE_OPTIONS")
    case UInt8(ascii: "O"): WordTable("pOPENSSL_CONF pOPENSSL_MODULES pOPENSSL_ENGINES")
    case UInt8(ascii: "P"):
      WordTable(
        """
        pPYTHONPATH pPYTHONHOME pPYTHONSTARTUP pPYTHONUSERBASE pPERL5LIB pPERLLIB oPERL5OPT fPERL5DB pPHPRC pPHP_INI_SCAN_DIR \
        sPS4 sPROMPT_COMMAND
        """)
    case UInt8(ascii: "R"): WordTable("pRUBYLIB oRUBYOPT pR_PROFILE pR_PROFILE_USER")
    case UInt8(ascii: "T"): WordTable("pTCLLIBPATH")
    case UInt8(ascii: "_"): WordTable("o_JAVA_OPTIONS")
    default: WordTable("")
    }
  }

  /// Whether a value that is not the one the process started with injects something.
  @inline(never)
  func isInjection(_ value: Text, writable: (Text) -> Bool) -> Bool {
    switch self {
    case .fixed: return true
    case .shellText:
      return value.index(of: UInt8(ascii: "$")) != nil || value.index(of: UInt8(ascii: "`")) != nil
        || namesWritablePlace(value, writable: writable)
    case .paths: return namesWritablePlace(value, writable: writable)
    case .options: return loadsCode(value)
    }
  }

  @inline(never)
  private func namesWritablePlace(_ value: Text, writable: (Text) -> Bool) -> Bool {
    anyWord(of: value) { word in isDescriptorPath(word) || writable(word) }
  }

  /// Whether an option makes the interpreter load something at its start.
  private func loadsCode(_ value: Text) -> Bool {
    var rest = value
    while !rest.isEmpty {
      var end = 0
      while end < rest.count, rest[end] != 32, rest[end] != 9 { end &+= 1 }
      if isLoadingOption(rest.prefix(end)) { return true }
      rest = rest.dropping(end &+ 1)
    }
    return false
  }
}

/// Paths are separated by the signs that lists, options and patterns use.
private func anyWord(of value: Text, where condition: (Text) -> Bool) -> Bool {
  var start = 0
  while start < value.count {
    var end = start
    while end < value.count, !isSeparator(value[end]) { end &+= 1 }
    if end > start, condition(Text(start: value.start + start, count: end &- start)) { return true }
    start = end &+ 1
  }
  return false
}

private func isSeparator(_ byte: UInt8) -> Bool { Text(" \t\n:;,=\"'@").index(of: byte) != nil }

/// Options of node, Ruby, Perl and Java that load code, as words.
private func isLoadingOption(_ word: Text) -> Bool {
  if word[0] == UInt8(ascii: "@") { return true }
  guard word[0] == UInt8(ascii: "-") else { return false }
  let words = WordTable(
    """
    y--require y--import y--loader y--experimental-loader y-cp y-classpath y--class-path y-p y--module-path \
    y--patch-module y-Djava.class.path y-Djava.library.path y-Djava.ext.dirs y-XX:OnError \
    y-XX:OnOutOfMemoryError y-XX:Flags y-XX:VMOptionsFile
    """)
  if words.meaning(of: word.index(of: UInt8(ascii: "=")).map { word.prefix($0) } ?? word) != 0 { return true }
  if word.hasPrefix(Text("-javaagent")) || word.hasPrefix(Text("-agent"))
    || word.hasPrefix(Text("-Xbootclasspath")) || word.hasPrefix(Text("-Xrun"))
  {
    return true
  }
  // One letter and its value: -r and -I of Ruby and node, -M, -m, -I and -d: of Perl.
  return Text("rIMm").index(of: word[1]) != nil || word.hasPrefix(Text("-d:"))
}

/// A path that names an open descriptor instead of a file.
func isDescriptorPath(_ path: Text) -> Bool {
  if path.hasPrefix(Text("/dev/fd/")) || path == "/dev/stdin" { return true }
  guard path.hasPrefix(Text("/proc/")) else { return false }
  var index = 6
  while let slash = path.index(of: UInt8(ascii: "/"), from: index) {
    index = slash &+ 1
    if path.dropping(index).hasPrefix(Text("fd/")) { return true }
  }
  return false
}
