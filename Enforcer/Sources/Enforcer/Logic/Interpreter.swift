/// A family of programs that run text they are given, and how its command line tells where the text comes from.
enum Interpreter: UInt8 {
  case shell, python, node, ruby, perl, php, java, awk, sed, lua, make
  /// The first operand is the program, possibly after the word `run`; options are not known.
  case plain

  /// What an option means for where the program comes from; the raw value is its letter in the tables.
  enum Option: UInt8 {
    case flag = 0
    /// `v`: takes a value that is of no interest.
    case value = 118
    /// `a`: the rest of the word belongs to it and is of no interest.
    case attached = 97
    /// `t`: its value is the text of the program, and no operand is.
    case code = 116
    /// `c`, of shells: the first operand is the text of the program.
    case commandFollows = 99
    /// `s`: its value names the program, and no operand does.
    case script = 115
    /// `p`: its value names a file or folders that code is loaded from.
    case path = 112
    /// `m`: its value names a module that is looked for in the current folder first.
    case module = 109
    /// `i`: the program comes from the standard input.
    case standardInput = 105
    /// `e`, of awk and sed: its value names the program, and more such options may follow; operands are data.
    case endsOptions = 101
  }

  /// - Parameter name: The last component of a path; a version at its end does not matter.
  init?(programName name: Text) {
    var length = name.count
    while length > 0, isVersion(name[length &- 1]) { length &-= 1 }
    // `a` is the first case of the enumeration.
    let table = WordTable(
      """
      ash abash adash aash azsh aksh amksh arbash ayash bpython bpypy bpythonw cnode cnodejs druby djruby eperl \
      fphp fphp-cli fphp-cgi gjava hawk hgawk hmawk hnawk horiginal-awk ised jlua jluajit kmake kgmake ltclsh \
      lwish lexpect lRscript lguile ldeno lbun lqjs lescript lgroovy ljulia lscala lelixir lpwsh lfish
      """)
    self.init(rawValue: table.meaning(of: name.prefix(length)) &- UInt8(ascii: "a"))
  }

  func option(_ letter: UInt8) -> Option { Option(rawValue: letters.meaning(of: letter)) ?? .flag }

  /// Options of one letter, each followed by what it means.
  private var letters: WordTable {
    switch self {
    case .shell: WordTable("ovOvccsi")
    case .python: WordTable("WvXvctmm")
    case .node: WordTable("Cvetptrp")
    case .ruby: WordTable("Ev0aFaTaWaKaiaxaetrpIpCpXp")
    case .perl: WordTable("FaiaDaVaxaetEtIpMpmp")
    case .php: WordTable("SvsvBvRvEvrtfsFsdpcpzptp")
    case .awk: WordTable("vvFvetiplpfeEe")
    case .sed: WordTable("ialvetfe")
    case .lua: WordTable("etlp")
    case .make: WordTable("jvlvovWvfpCpIp")
    case .java, .plain: WordTable("")
    }
  }

  /// - Parameter name: With its two dashes and without what follows `=`; of Java, with one dash or two.
  func option(long name: Text) -> Option { Option(rawValue: words.meaning(of: name)) ?? .flag }

  private var words: WordTable {
    switch self {
    case .shell: WordTable("p--rcfile p--init-file")
    case .python: WordTable("v--check-hash-based-pycs")
    // Those whose value may be the next word; `node --help` of version 22.
    case .node:
      WordTable(
        """
        p--require p--import p--loader p--experimental-loader t--eval t--print v--title v--conditions \
        v--input-type v--inspect-port v--debug-port v--icu-data-dir v--openssl-config v--redirect-warnings \
        v--report-dir v--report-directory v--report-filename v--report-signal v--trace-event-categories \
        v--trace-event-file-pattern v--tls-cipher-list v--tls-keylog v--disable-proto v--dns-result-order \
        v--unhandled-rejections v--heapsnapshot-signal v--diagnostic-dir v--cpu-prof-dir v--cpu-prof-name \
        v--cpu-prof-interval v--heap-prof-dir v--heap-prof-name v--heap-prof-interval v--max-http-header-size \
        v--secure-heap v--secure-heap-min v--v8-pool-size v--use-largepages v--experimental-default-type \
        v--env-file v--test-name-pattern v--test-reporter v--test-reporter-destination v--watch-path \
        v--disable-warning v--localstorage-file v--stack-trace-limit v--experimental-sea-config \
        v--build-snapshot-config
        """)
    case .awk: WordTable("e--file e--exec p--include p--load t--source v--assign v--field-separator")
    case .sed: WordTable("e--file t--expression")
    case .php: WordTable("t--run s--file p--php-ini p--define p--docroot")
    case .make: WordTable("p--file p--makefile p--directory p--include-dir")
    case .java:
      WordTable(
        """
        s-jar p-cp p-classpath p--class-path p-p p--module-path p--upgrade-module-path p--patch-module \
        p-Djava.class.path p-Djava.library.path p-Djava.ext.dirs p-XX:Flags p-XX:VMOptionsFile \
        v-m v--module v--add-modules
        """)
    case .ruby, .perl, .lua, .plain: WordTable("")
    }
  }

  /// Whether the first word that is no option names the program.
  var operandIsScript: Bool { self != .awk && self != .sed && self != .make }
}

private func isVersion(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
}
