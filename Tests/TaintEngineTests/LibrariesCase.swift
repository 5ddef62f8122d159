import LanguageFrontends
import SourceModel
import TaintEngine
import Testing

/// A call of a library that does harm, and its twin that does not.
struct LibraryCase: Sendable, CustomTestStringConvertible {
  let language: SourceLanguage
  let kind: SinkKind
  /// Before the handler: imports, clients.
  let setUp: String
  let harmful: String
  let harmless: String

  /// Python; the body of `def handler(event, context)`.
  static func python(_ kind: SinkKind, _ setUp: String, _ harmful: String, safe harmless: String) -> Self {
    Self(language: .python, kind: kind, setUp: setUp, harmful: harmful, harmless: harmless)
  }

  /// JavaScript; the body of `exports.handler = async (event) => { … }`.
  static func node(_ kind: SinkKind, _ setUp: String, _ harmful: String, safe harmless: String) -> Self {
    Self(language: .javaScript, kind: kind, setUp: setUp, harmful: harmful, harmless: harmless)
  }

  func program(_ body: String) -> String {
    switch language {
    case .python:
      let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
      return "\(setUp)\n\ndef handler(event, context):\n" + lines.map { "    \($0)\n" }.joined()
    case .javaScript, .typeScript:
      return "\(setUp)\n\nexports.handler = async (event, context) => {\n\(body)\n}\n"
    }
  }

  var testDescription: String { "\(language) \(kind): \(harmful)" }
}

/// One file; everything it imports is a library.
private struct SingleProgram: ModuleSource {
  let code: SourceModule

  func resolve(_ specifier: String, from path: String, language: SourceLanguage) -> ModuleResolution {
    .library(specifier.hasPrefix("node:") ? String(specifier.dropFirst(5)) : specifier)
  }

  func module(_ path: String) -> SourceModule? { path == code.path ? code : nil }
}

extension LibraryCase {
  static let engine = TaintEngine(models: [.python, .javaScript])

  /// Everything in the event is the caller's.
  private static let request = EventSchema(title: "a request", other: .attacker, fields: [])

  /// Kinds of sinks that something of the event reaches.
  func kinds(_ body: String) throws -> Set<SinkKind> {
    let path = language == .python ? "app.py" : "app.js"
    let code = try #require(Frontend.module(Array(program(body).utf8), path: path))
    let entry = EntryPoint(
      module: path, names: ["handler"], parameters: [.event, .context], answersCaller: true,
      events: [Self.request])
    let analysis = Self.engine.analyse(entry, in: SingleProgram(code: code))
    #expect(analysis.incomplete.isEmpty)
    return Set(
      analysis.flows.filter { flow in
        switch flow.origin.kind {
        case .event, .request: true
        default: false
        }
      }.map(\.kind))
  }
}

struct LibrariesFlowTests {
  @Test(arguments: LibraryCase.pythonCases + LibraryCase.nodeCases)
  func `What is harmful is found`(_ program: LibraryCase) throws {
    #expect(try program.kinds(program.harmful).contains(program.kind))
  }

  @Test(arguments: LibraryCase.pythonCases + LibraryCase.nodeCases)
  func `What is not stays silent`(_ program: LibraryCase) throws {
    #expect(try !program.kinds(program.harmless).contains(program.kind))
  }
}
