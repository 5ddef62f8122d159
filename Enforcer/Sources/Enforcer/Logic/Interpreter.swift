/// A family of programs that run text they are given, and how its command line tells where the text comes from.
enum Interpreter {
  case shell, python, node, ruby, perl, php, java, awk, sed, lua, make
  /// The first operand is the program, possibly after the word `run`; options are not known.
  case plain

  /// What an option means for where the program comes from.
  enum Option {
    case flag
    /// Takes a value that is of no interest.
    case value
    /// The rest of the word belongs to it and is of no interest.
    case attached
    /// Its value is the program: no operand is.
    case code
    /// Of shells: the first operand is the program.
    case commandFollows
    /// Its value names the program: no operand does.
    case script
    /// Its value names a file or folders that code is loaded from.
    case path
    /// Its value names a module that is looked for in the current folder first.
    case module
    case standardInput
    /// Of awk: its value names the program, and more such options may follow; the rest is data.
    case endsOptions
  }

  /// - Parameter name: The last component of a path; a version at its end does not matter.
  init?(programName name: Text) {
    var length = name.count
    while length > 0, isVersion(name[length &- 1]) { length &-= 1 }
    switch name.prefix(length) {
    case "sh", "bash", "dash", "ash", "zsh", "ksh", "mksh", "rbash", "yash": self = .shell
    case "python", "pypy", "pythonw": self = .python
    case "node", "nodejs": self = .node
    case "ruby", "jruby": self = .ruby
    case "perl": self = .perl
    case "php", "php-cli", "php-cgi": self = .php
    case "java": self = .java
    case "awk", "gawk", "mawk", "nawk", "original-awk": self = .awk
    case "sed": self = .sed
    case "lua", "luajit": self = .lua
    case "make", "gmake": self = .make
    case "tclsh", "wish", "expect", "Rscript", "guile", "deno", "bun", "qjs", "escript", "groovy", "julia",
      "scala", "elixir", "pwsh", "fish":
      self = .plain
    default: return nil
    }
  }

  func option(_ letter: UInt8) -> Option {
    switch self {
    case .shell: letters(letter, value: "oO", commandFollows: "c", standardInput: "s")
    case .python: letters(letter, value: "WX", code: "c", module: "m")
    case .node: letters(letter, value: "C", code: "e", path: "r")
    case .ruby: letters(letter, value: "E", attached: "0FTWKix", code: "e", path: "rICX")
    case .perl: letters(letter, attached: "FiDVx", code: "eE", path: "IMm")
    case .php: letters(letter, value: "SsBRE", code: "r", script: "fF", path: "dczt")
    case .awk: letters(letter, value: "vF", code: "e", path: "il", endsOptions: "fE")
    case .sed: letters(letter, attached: "i", value2: "l", code: "e", endsOptions: "f")
    case .lua: letters(letter, code: "e", path: "l")
    case .make: letters(letter, value: "jloW", path: "fCI")
    case .java, .plain: .attached
    }
  }

  /// - Parameter name: With its two dashes and without what follows `=`; of Java, with one dash or two.
  func option(long name: Text) -> Option {
    switch (self, name) {
    case (.shell, "--rcfile"), (.shell, "--init-file"): .path
    case (.python, "--check-hash-based-pycs"): .value
    case (.node, "--require"), (.node, "--import"), (.node, "--loader"), (.node, "--experimental-loader"):
      .path
    case (.node, "--eval"), (.node, "--print"): .code
    case (.awk, "--file"), (.awk, "--exec"), (.sed, "--file"): .endsOptions
    case (.awk, "--include"), (.awk, "--load"): .path
    case (.awk, "--source"), (.sed, "--expression"): .code
    case (.awk, "--assign"), (.awk, "--field-separator"): .value
    case (.php, "--run"): .code
    case (.php, "--file"): .script
    case (.php, "--php-ini"), (.php, "--define"), (.php, "--docroot"): .path
    case (.make, "--file"), (.make, "--makefile"), (.make, "--directory"), (.make, "--include-dir"): .path
    case (.java, "-cp"), (.java, "-classpath"), (.java, "--class-path"), (.java, "-p"),
      (.java, "--module-path"), (.java, "--upgrade-module-path"), (.java, "--patch-module"):
      .path
    case (.java, "-jar"): .script
    case (.java, "-m"), (.java, "--module"), (.java, "--add-modules"): .value
    case (.node, _): nodeTakesValue(name) ? .value : .flag
    default: .flag
    }
  }

  /// Whether the first word that is no option is the program itself, or names it.
  var operandIsCode: Bool { self == .awk || self == .sed }
  var operandIsScript: Bool { !operandIsCode && self != .make }

  private func letters(
    _ letter: UInt8, value: StaticString = "", attached: StaticString = "", value2: StaticString = "",
    code: StaticString = "", commandFollows: StaticString = "", script: StaticString = "",
    path: StaticString = "", module: StaticString = "", standardInput: StaticString = "",
    endsOptions: StaticString = ""
  ) -> Option {
    func has(_ set: StaticString) -> Bool { Text(set).index(of: letter) != nil }
    if has(value) || has(value2) { return .value }
    if has(attached) { return .attached }
    if has(code) { return .code }
    if has(commandFollows) { return .commandFollows }
    if has(script) { return .script }
    if has(path) { return .path }
    if has(module) { return .module }
    if has(standardInput) { return .standardInput }
    return has(endsOptions) ? .endsOptions : .flag
  }
}

private func isVersion(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
}

/// Options of node whose value may be the next word; `node --help` of version 22.
private func nodeTakesValue(_ name: Text) -> Bool {
  switch name {
  case "--title", "--conditions", "--input-type", "--inspect-port", "--debug-port", "--icu-data-dir",
    "--openssl-config", "--redirect-warnings", "--report-dir", "--report-directory", "--report-filename",
    "--report-signal", "--trace-event-categories", "--trace-event-file-pattern", "--tls-cipher-list",
    "--tls-keylog", "--disable-proto", "--dns-result-order", "--unhandled-rejections",
    "--heapsnapshot-signal", "--diagnostic-dir", "--cpu-prof-dir", "--cpu-prof-name", "--heap-prof-dir",
    "--heap-prof-name", "--max-http-header-size", "--secure-heap", "--secure-heap-min", "--v8-pool-size",
    "--use-largepages", "--experimental-default-type", "--env-file", "--test-name-pattern",
    "--test-reporter", "--test-reporter-destination", "--watch-path", "--disable-warning",
    "--localstorage-file", "--network-family-autoselection-attempt-timeout", "--stack-trace-limit",
    "--experimental-sea-config", "--build-snapshot-config", "--cpu-prof-interval", "--heap-prof-interval":
    true
  default: false
  }
}
