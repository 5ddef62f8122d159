/// Texts of programs and settings that are looked up, called or filled in.
package enum CodeReference {
  package static func isOne(_ value: String) -> Bool {
    if SecretValue.isReference(value) { return true }
    if value.utf8.first.map({ signsOfCode.contains($0) }) ?? true { return true }
    return codeParts.isIn(value)
  }

  /// `#password`, `.token`, `@secret`, `--password`, `/path`, `!ImportValue`, `*alias`, `&anchor`.
  private static let signsOfCode = Set("#.@-/!*&%~:;,+?|=^\\".utf8)

  private static let codeParts = WordList([
    "{{", "}}", "{", "%s", "%d", "(", "::", "->", "=>", "process.env", "os.environ", "getenv", "env.",
    "secrets.",
    "vault:", "ssm:", "kms:", "ref:", "op://", "config.", "settings.", "self.", "this.", "options.",
    "params.",
    "request.", "args.", "import", "getatt", "resolve:", "secretsmanager", "keyvault", "context.", "event.",
    "var.",
    "data.", "local.", "module.", "<", ">", "\\", "[", "]",
  ])
}
