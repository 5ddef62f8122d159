import Glibc
import Testing

@testable import EnforcerLogic

@Suite struct InterpreterTests {
  /// What a command line is found to load code from, each behind a word for its kind.
  private func sources(_ words: [String]) -> [String] {
    let copies = words.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    guard let first = copies.first, let name = first,
      let interpreter = Interpreter(programName: Text(terminated: name))
    else { return ["none"] }
    let list = copies.map { UnsafePointer($0) } + [nil]
    return list.withUnsafeBufferPointer { list in
      guard let start = list.baseAddress else { return [] }
      var arguments = InterpreterArguments(interpreter, start)
      var found: [String] = []
      while let source = arguments.next() { found.append(describe(source)) }
      return found
    }
  }

  private func describe(_ source: ProgramSource) -> String {
    func string(_ text: Text) -> String {
      String(decoding: UnsafeBufferPointer(start: text.start, count: text.count), as: UTF8.self)
    }
    switch source {
    case .file(let path): return "file \(string(path))"
    case .list(let paths): return "list \(string(paths))"
    case .module(let name): return "module \(string(name))"
    case .standardInput: return "stdin"
    case .currentFolder: return "folder"
    }
  }

  @Test(arguments: [
    ("sh x.sh y", ["file x.sh"]), ("bash -eu -o pipefail x", ["file x"]), ("dash", ["stdin"]),
    ("sh -", ["stdin"]),
    ("sh -c ls x", []), ("bash --rcfile r -i", ["list r", "stdin"]),
    ("bash +o errexit x", ["file x"]), ("sh -s x", ["stdin"]),
    ("python3.11 x.py y", ["file x.py"]), ("python -Wignore -X dev x.py", ["file x.py"]),
    ("python3 -c pass /tmp/x", ["folder"]), ("python3 -I -c pass", []), ("python3 -Pc pass", []),
    ("python3 -Bm http.server 80", ["module http.server"]),
    ("python3 -u", ["stdin"]), ("python3 --check-hash-based-pycs always x", ["file x"]),
    ("pypy3 x", ["file x"]),
    ("node x.js y", ["file x.js"]), ("node -r a -e 1 y", ["list a"]),
    ("node --require=a b", ["list a", "file b"]),
    ("node --import a b", ["list a", "file b"]), ("node --title t x", ["file x"]), ("node -pe 1 x", []),
    ("node --no-warnings x", ["file x"]), ("nodejs -", ["stdin"]),
    ("ruby -rx -Iy z", ["list x", "list y", "file z"]), ("ruby3.2 -e 1 x", []),
    ("ruby -C d x", ["list d", "file x"]),
    ("perl -lane 1 x", []), ("perl -Mlib=/tmp x", ["list lib=/tmp", "file x"]), ("perl -pi.bak -e 1 x", []),
    ("php -r 1 x", []), ("php -d a=b x", ["list a=b", "file x"]), ("php8.2 -f x", ["file x"]),
    ("java -jar x.jar y", ["file x.jar"]), ("java -cp a:b Main", ["list a:b"]), ("java Main", ["folder"]),
    ("java -Xmx1g -Djava.io.tmpdir=/tmp -version", []), ("java X.java", ["file X.java"]),
    ("java -javaagent:a.jar -cp b M", ["list a.jar", "list b"]), ("java @args", ["file args"]),
    ("awk -f x y", ["file x"]), ("gawk --file=x y", ["file x"]), ("awk 1 x", []), ("mawk -F : 1 x", []),
    ("sed -f x y", ["file x"]), ("sed -n p x", []), ("lua5.4 x", ["file x"]), ("lua -e 1 x", []),
    ("make -f x all", ["list x"]), ("make -C d", ["list d"]), ("make all", []), ("tclsh8.6 x", ["file x"]),
    ("bun run x.ts", ["file x.ts"]), ("cat x", ["none"]), ("pythonista x", ["none"]),
  ])
  func tellsWhatCodeIsLoadedFrom(command: String, expected: [String]) {
    #expect(sources(command.split(separator: " ").map(String.init)) == expected)
  }

  @Test(arguments: [
    (". ./x", ["file ./x"]), ("cd /; source '/tmp/a'&&. \"b\"", ["file /tmp/a", "file b"]),
    ("cat /tmp/x", []),
    ("echo a.b source", []), ("(. x)", ["file x"]), (".", []),
  ])
  func findsWhatAShellCommandReads(command: String, expected: [String]) {
    #expect(sources(["sh", "-c", command, "x"]) == expected)
  }

  @Test func longCommandLinesEnd() {
    #expect(sources(["sh"] + Array(repeating: "-e", count: 10_000)) == ["stdin"])
  }
}

@Suite struct VariableRuleTests {
  private func isInjection(_ entry: String) -> Bool {
    let bytes = [UInt8](entry.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      let text = Text(start: start, count: bytes.count)
      let name = text.prefix(text.index(of: UInt8(ascii: "=")) ?? 0)
      return VariableRule(name: name)?
        .isInjection(text.dropping(name.count + 1), writable: { $0.isWithin(Text("/tmp")) }) ?? false
    }
  }

  @Test(arguments: [
    "LD_PRELOAD=x", "LD_AUDIT=/usr/lib/x", "LD_LIBRARY_PATH=/usr/lib:/tmp/x", "BASH_ENV=/tmp/x",
    "BASH_ENV=$(x)",
    "ENV=`x`", "NODE_OPTIONS=--inspect --require /usr/x", "NODE_OPTIONS=-r x", "RUBYOPT=-rx", "PERL5OPT=-Mx",
    "PERL5OPT=-d:x", "JAVA_TOOL_OPTIONS=-Xmx1g -javaagent:x", "_JAVA_OPTIONS=@/tmp/x", "PYTHONPATH=/tmp",
    "PYTHONUSERBASE=/tmp/x",
    "PYTHONSTARTUP=/dev/fd/3", "PYTHONSTARTUP=/proc/1/fd/3", "BASH_FUNC_x%%=()", "LUA_INIT=x", "PS4=$(x)",
    "GCONV_PATH=/usr:/tmp/y",
  ])
  func injects(entry: String) { #expect(isInjection(entry)) }

  @Test(arguments: [
    "PATH=/tmp", "LD_LIBRARY_PATH=/usr/lib:/opt", "BASH_ENV=/etc/x", "NODE_OPTIONS=--max-old-space-size=1",
    "JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=/tmp", "PYTHONPATH=/var/task:relative", "RUBYOPT=-W0", "AWS_REGION=x",
    "PYTHONUNBUFFERED=1", "TMPDIR=/tmp", "LANG=C",
  ])
  func leavesAlone(entry: String) { #expect(!isInjection(entry)) }
}

@Suite struct WordTableTests {
  @Test func findsWholeWordsOnly() {
    let table = WordTable("aone btwo cthree")
    #expect(table.meaning(of: Text("one")) == UInt8(ascii: "a"))
    #expect(table.meaning(of: Text("three")) == UInt8(ascii: "c"))
    #expect(table.meaning(of: Text("tw")) == 0)
    #expect(table.meaning(of: Text("twoo")) == 0)
    #expect(table.meaning(of: Text("")) == 0)
    #expect(WordTable("x").meaning(of: Text("x")) == 0)
  }

  @Test func findsLettersInPairs() {
    #expect(WordTable("avbp").meaning(of: UInt8(ascii: "b")) == UInt8(ascii: "p"))
    #expect(WordTable("avbp").meaning(of: UInt8(ascii: "v")) == 0)
  }

  @Test func everyControlHasItsName() {
    #expect(Control.executables.name == "executables")
    #expect(Control.libraryInjection.name == "library-injection")
    #expect(Control.credentials.name == "credentials")
    #expect(Control.enforcer.name == "enforcer")
    #expect(Reason.unlisted.name == "unlisted")
    #expect(Reason.realCredentials.name == "real-credentials")
    #expect(Reason.processMemory.name == "process-memory")
  }
}
