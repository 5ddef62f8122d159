import SourceModel
import TaintEngine
import Testing

/// What must hold of every table of library models, whatever it says of libraries.
struct LibrariesDataTests {
  static let models = SourceLanguage.allCases.map { LibraryModel.of($0) }

  @Test(arguments: models.map(\.language))
  func `Every pattern can be read`(_ language: SourceLanguage) {
    let model = LibraryModel.of(language)
    for pattern in model.calls.flatMap(\.paths) + model.members.flatMap(\.paths) {
      let paths = PathPattern.expand(pattern)
      #expect(!paths.isEmpty, "'\(pattern)' has braces that do not match, or an empty alternative")
      for path in paths {
        #expect(PathPattern.isPath(path), "'\(path)' of '\(pattern)' is no path")
      }
    }
  }

  @Test(arguments: models.map(\.language))
  func `No path has two results that differ`(_ language: SourceLanguage) {
    var results: [String: String] = [:]
    for call in LibraryModel.of(language).calls {
      let own = call.effects.compactMap { effect -> String? in
        if case .result(let result) = effect { String(describing: result) } else { nil }
      }
      #expect(own.count <= 1, "\(call.paths) has several results")
      guard let result = own.first else { continue }
      for path in call.paths.flatMap(PathPattern.expand) {
        if let other = results[path] { #expect(other == result, "\(path) gives two different results") }
        results[path] = result
      }
    }
  }

  @Test(arguments: models.map(\.language))
  func `No member is told of twice`(_ language: SourceLanguage) {
    var seen: Set<String> = []
    for path in LibraryModel.of(language).members.flatMap(\.paths).flatMap(PathPattern.expand) {
      #expect(seen.insert(path).inserted, "\(path) is there twice")
    }
  }

  /// Kinds that no call of a library is a sink of: the engine finds them in the program itself.
  private static let ofTheLanguage: Set<SinkKind> = [
    .workload, .sharedState, .temporaryFile, .credentialComparison, .logLine,
  ]

  @Test(arguments: models.map(\.language), SinkKind.allCases.filter { !ofTheLanguage.contains($0) })
  func `Every kind of harm has a call that does it`(_ language: SourceLanguage, kind: SinkKind) {
    // Merging key by key harms through prototypes, which only JavaScript has; ReDoS of a given text is judged
    // at the pattern's own methods there.
    let isElsewhere =
      language == .python ? kind == .objectMerge : kind == .slowMatch
    guard !isElsewhere else { return }
    let has = LibraryModel.of(language).calls.contains { call in
      call.effects.contains { if case .sink(let sink) = $0 { sink.kind == kind } else { false } }
    }
    #expect(has, "no call of \(language) is a sink of \(kind)")
  }

  @Test(arguments: [
    (SourceLanguage.python, "boto3.client.s3.list_objects_v2"),
    (.python, "boto3.client.dynamodb.put_item"), (.python, "boto3.resource.dynamodb.Table.get_item"),
    (.python, "boto3.client.sesv2.send_email"), (.python, "boto3.client.secretsmanager.get_secret_value"),
    (.javaScript, "aws-sdk.S3().getObject"), (.javaScript, "aws-sdk/clients/s3().putObject"),
    (.javaScript, "aws-sdk.DynamoDB.DocumentClient().query"),
    (.javaScript, "@aws-sdk/client-s3.S3Client().send"),
    (.javaScript, "@aws-sdk/client-sqs.SQS().sendMessage"),
    (.javaScript, "@aws-sdk/lib-dynamodb.DynamoDBDocumentClient.from().send"),
    (.typeScript, "@aws-sdk/client-secrets-manager.SecretsManagerClient().send"),
    (.typeScript, "@aws-sdk/client-sfn.SFN().startExecution"),
  ])
  func `Services are called by the names their SDK gives them`(_ language: SourceLanguage, path: String) {
    let paths = LibraryModel.of(language).calls.flatMap(\.paths).flatMap(PathPattern.expand)
    #expect(paths.contains(path))
  }

  @Test(arguments: models.map(\.language))
  func `A selector never asks for an argument before the first`(_ language: SourceLanguage) {
    for call in LibraryModel.of(language).calls {
      for case .sink(let sink) in call.effects {
        #expect(PathPattern.isPossible(sink.selector), "\(call.paths)")
      }
    }
  }
}

/// Patterns of paths, read strictly.
enum PathPattern {
  /// All paths a pattern stands for; empty when it cannot be read.
  static func expand(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{") else { return pattern.contains("}") ? [] : [pattern] }
    guard let close = pattern[open...].firstIndex(of: "}") else { return [] }
    let inside = pattern[pattern.index(after: open)..<close]
    guard !inside.contains("{") else { return [] }
    let rests = expand(String(pattern[pattern.index(after: close)...]))
    let names = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard !names.contains(where: \.isEmpty) else { return [] }
    return names.flatMap { name in rests.map { pattern[..<open] + name + $0 } }
  }

  /// `a.b().c`, `*.b`, `?.b`; names may hold `@`, `/`, `-`, `$` as modules of Node do.
  static func isPath(_ path: String) -> Bool {
    var rest = path[...]
    if rest.hasPrefix("*.") || rest.hasPrefix("?.") { rest = rest.dropFirst(2) }
    guard !rest.isEmpty, !rest.hasPrefix("."), !rest.hasSuffix("."), !rest.contains("..") else {
      return false
    }
    let hasOddCharacter = rest.contains { character in
      !(character.isASCII && (character.isLetter || character.isNumber)) && !"@/-_$.()".contains(character)
    }
    let calls = rest.replacing("()", with: "")
    return !hasOddCharacter && !calls.contains("(") && !calls.contains(")")
  }

  static func isPossible(_ selector: Selector) -> Bool {
    switch selector {
    case .position(let index), .allFrom(let index), .argument(let index, _): index >= 0
    case .field(let inner, let name): !name.isEmpty && isPossible(inner)
    case .elements(let inner, let index), .element(let inner, let index), .constructed(let inner, let index):
      index >= 0 && isPossible(inner)
    case .anywhereIn(let inner), .keys(let inner): isPossible(inner)
    case .named(let name): !name.isEmpty
    case .receiver, .anyArgument, .last: true
    }
  }
}
