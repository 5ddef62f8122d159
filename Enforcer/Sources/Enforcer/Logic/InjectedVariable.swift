/// How a variable of the environment makes a program run what somebody else chose.
enum VariableRule {
  /// Must be what the process started with.
  case fixed
  /// Names places that code is loaded from.
  case paths
  /// Holds options, some of which load code.
  case options
  /// A shell runs it, or the file that it names.
  case shellText

  /// nil for variables that load nothing.
  init?(name: Text) {
    switch name {
    case "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PERL5LIB", "PERLLIB", "RUBYLIB",
      "NODE_PATH", "CLASSPATH", "GCONV_PATH", "LUA_PATH", "LUA_CPATH", "PHPRC", "PHP_INI_SCAN_DIR",
      "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES", "GEM_PATH", "GEM_HOME", "TCLLIBPATH", "R_PROFILE",
      "R_PROFILE_USER", "AWKPATH", "AWKLIBPATH":
      self = .paths
    case "NODE_OPTIONS", "RUBYOPT", "PERL5OPT", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS":
      self = .options
    case "BASH_ENV", "ENV", "PS4", "PROMPT_COMMAND": self = .shellText
    case "LUA_INIT", "PERL5DB", "GLIBC_TUNABLES": self = .fixed
    default:
      guard name.hasPrefix(Text("LD_")) || name.hasPrefix(Text("BASH_FUNC_")) else { return nil }
      self = .fixed
    }
  }

  /// Whether a value that is not the one the process started with injects something.
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

private func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case 9, 10, 32, UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "="),
    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "@"):
    true
  default: false
  }
}

/// Options of node, Ruby, Perl and Java that load code, as words.
private func isLoadingOption(_ word: Text) -> Bool {
  switch word.index(of: UInt8(ascii: "=")).map({ word.prefix($0) }) ?? word {
  case "--require", "--import", "--loader", "--experimental-loader", "-cp", "-classpath", "--class-path", "-p",
    "--module-path", "--patch-module", "-Djava.class.path", "-Djava.library.path", "-Djava.ext.dirs",
    "-XX:OnError", "-XX:OnOutOfMemoryError", "-XX:Flags", "-XX:VMOptionsFile":
    return true
  default: break
  }
  let first = word.dropping(1)[0]
  if word[0] == UInt8(ascii: "@") { return true }
  guard word[0] == UInt8(ascii: "-") else { return false }
  if word.hasPrefix(Text("-javaagent")) || word.hasPrefix(Text("-agent"))
    || word.hasPrefix(Text("-Xbootclasspath")) || word.hasPrefix(Text("-Xrun"))
  {
    return true
  }
  // One letter and its value, of Ruby, Perl and node.
  return first == UInt8(ascii: "r") || first == UInt8(ascii: "I") || first == UInt8(ascii: "M")
    || first == UInt8(ascii: "m") || (first == UInt8(ascii: "d") && word[2] == UInt8(ascii: ":"))
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
