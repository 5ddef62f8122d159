import Testing

@testable import SecretDetection

/// A kind of secret, how one is made, and the name it usually has.
struct SecretVector: Sendable, CustomTestStringConvertible {
  let kind: SecretKind
  let form: String
  /// The name of the variable that holds it; where the kind has no mark of its own, it needs this one.
  let name: String
  let needsName: Bool
  /// Whether the text is a file, and cannot stand inside a line of one.
  let isWhole: Bool
  let make: @Sendable (inout Draw) -> String

  init(_ kind: SecretKind, _ form: String, make: @escaping @Sendable (inout Draw) -> String) {
    self.init(kind, form, name: "SETTING", needsName: false, isWhole: false, make)
  }

  /// A secret that is known by its name.
  init(_ kind: SecretKind, named name: String, make: @escaping @Sendable (inout Draw) -> String) {
    self.init(kind, name, name: name, needsName: true, isWhole: false, make)
  }

  /// A secret inside of a larger text.
  init(_ kind: SecretKind, in form: String, make: @escaping @Sendable (inout Draw) -> String) {
    self.init(kind, form, name: "", needsName: false, isWhole: true, make)
  }

  private init(
    _ kind: SecretKind, _ form: String, name: String, needsName: Bool, isWhole: Bool,
    _ make: @escaping @Sendable (inout Draw) -> String
  ) {
    self.kind = kind
    self.form = form
    self.name = name
    self.needsName = needsName
    self.isWhole = isWhole
    self.make = make
  }

  var testDescription: String { "\(kind.rawValue), \(form)" }

  static let all: [SecretVector] =
    cloud + code + operations + intelligence + payments + messages + work + general + settings
}

/// A file in which a secret stands.
struct Embedding: Sendable, CustomTestStringConvertible {
  let path: String
  /// Whether the name beside it can be seen.
  let hasName: Bool
  let text: @Sendable (_ name: String, _ secret: String) -> String

  var testDescription: String { path }

  static let all: [Embedding] = [
    Embedding(path: "src/settings.py", hasName: true) { "import os\n\n\($0) = \"\($1)\"  # production\n" },
    Embedding(path: "src/config.js", hasName: true) {
      "module.exports = { \($0): '\($1)', region: 'eu-west-1' };\n"
    },
    Embedding(path: "lib/Config.ts", hasName: true) { "export const \($0): string = `\($1)`;\n" },
    Embedding(path: "deploy/values.yaml", hasName: true) { "env:\n  - name: REGION\n  \($0): \($1)\n" },
    Embedding(path: "deploy/task.json", hasName: true) {
      #"{"environment": [{"name": "\#($0)", "value": "\#($1)"}]}"#
    },
    Embedding(path: "config.json", hasName: true) { "{\n  \"\($0)\": \"\($1)\",\n  \"debug\": false\n}\n" },
    Embedding(path: ".env", hasName: true) { "REGION=eu-west-1\n\($0)=\($1)\nDEBUG=0\n" },
    Embedding(path: "Dockerfile", hasName: true) { "FROM alpine\nENV \($0)=\($1)\nCMD run\n" },
    Embedding(path: "web.config", hasName: true) {
      "<appSettings><add key=\"\($0)\" value=\"\($1)\" /></appSettings>"
    },
    Embedding(path: "pom.xml", hasName: true) { "<settings>\n  <\($0)>\($1)</\($0)>\n</settings>\n" },
    Embedding(path: "notes.md", hasName: false) { "To log in, use (\($0)) \($1), and then go on.\n" },
    Embedding(path: "dist/app.min.js", hasName: false) {
      String(repeating: "function a(b){return b+1}", count: 20) + "var c=\"\($1)\",d={\($0):c};"
        + String(repeating: "e(f,g);", count: 50)
    },
    Embedding(path: "notebook.ipynb", hasName: true) {
      #"{"cells": [{"source": ["import x\n", "\#($0) = \"\#($1)\"\n"]}]}"#
    },
  ]
}
