@testable import EnforcementPlanning
import Testing

@Suite struct ShellTextTests {
  static let open = String(ShellText.open)

  @Test(
    arguments: [
      ("ls -l", ["ls"]), ("./bin/curl --silent -L \(open) | ./bin/catdoc -", ["./bin/curl", "./bin/catdoc"]),
      ("cd /tmp && FOO=1 gzip -k x; echo done", ["gzip"]), ("a `b` $(c d)", ["a", "b", "c"]),
      ("if test -f x; then rm x; fi", ["rm"]), ("a > b 2>&1 < c && d", ["a", "d"]),
      ("timeout -k 5 10 convert a b", ["timeout", "convert"]), ("env X=1 y", ["env", "y"]), ("exec z", ["z"]),
      ("'/opt/my tool' x", ["/opt/my tool"]), ("a \"b; c\" ';d'", ["a"]), ("a#b # c; d", ["a#b"]),
      ("xargs -0 rm", ["xargs", "rm"]), ("", []), ("echo hi", []), ("(a; b)", ["a", "b"]), ("{ a; }", ["a"]),
      ("a &\nb", ["a", "b"]), ("a\\ b c", ["a b"]), ("! grep x y", ["grep"]),
    ] as [(String, [String])])
  func findsPrograms(line: String, programs: [String]) {
    let text = ShellText(line)
    #expect(text.programs == programs)
    #expect(!text.hasOpenProgram)
  }

  @Test(arguments: ["\(open) x", "./\(open)", "a | \(open)", "$TOOL x", "timeout 5 \(open)", "a; $(\(open))"])
  func knowsWhenANameIsOpen(line: String) {
    #expect(ShellText(line).hasOpenProgram)
  }

  @Test func findsWhatTheLoaderStarts() {
    let text = ShellText("/lib64/ld-linux-x86-64.so.2 --library-path x ./bin/catdoc - | b")
    #expect(text.programs == ["/lib64/ld-linux-x86-64.so.2", "b"])
    #expect(text.throughLoader == ["x"] || text.throughLoader == ["./bin/catdoc"])
  }

  @Test func anyTextEnds() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let text = String((0..<40).map { _ in "ab'\"\\;|&<>(){}`$# \n".randomElement(using: &random) ?? "a" })
      _ = ShellText(text).programs
    }
  }
}

@Suite struct HostOfAddressTests {
  static let open = String(ShellText.open)

  @Test(arguments: [
    ("https://api.example.com/x?y", HostReader.Host.host("api.example.com:443")),
    ("http://a.example:8080/", .host("a.example:8080")), ("a.example", .host("a.example")),
    ("postgres://u:p@db.internal/x", .host("db.internal:5432")), ("//cdn.example/x", .host("cdn.example")),
    ("https://\(open).s3.amazonaws.com/k", .host("*.s3.amazonaws.com:443")),
    ("https://api.example.com/\(open)", .host("api.example.com:443")), ("https://\(open)/x", .open),
    ("https://x.\(open)", .open), ("/path/only", .none), ("", .none),
    ("https://[::1]:8080/", .host("[::1]:8080")),
    ("https://\(open).com/", .open), ("https://s3.\(open).amazonaws.com", .service("s3")),
    ("https://\(open).amazonaws.com", .open),
  ])
  func isFound(text: String, host: HostReader.Host) {
    #expect(HostReader.host(of: text) == host)
  }
}
