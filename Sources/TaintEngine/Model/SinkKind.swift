/// A place where a value can do harm, by the grammar or the power it is given to.
package enum SinkKind: String, CaseIterable, Hashable, Sendable, Comparable {
  /// A text that a shell parses.
  case osCommand
  /// One argument of a program that is started without a shell.
  case commandArgument
  /// A text that is run as code of the language, or names code to load.
  case codeExecution
  /// A text that an SQL or PartiQL parser reads.
  case sql
  /// A filter or query object, or an expression text, of a document database.
  case nosql
  case deserialization
  /// A document given to an XML parser that resolves entities.
  case xmlEntities
  /// The address of a request.
  case requestURL
  /// The path of a file.
  case filePath
  /// An archive that is unpacked without looking at its names.
  case archiveExtraction
  /// The name of a bucket, table, queue, topic, function, secret or role of a cloud call.
  case cloudResource
  /// The key of an item or object of a cloud call: whose data it is.
  case cloudKey
  /// What is written or sent by a cloud call: body, item, message, input.
  case cloudPayload
  case responseBody
  case responseHeader
  /// The target of a redirect.
  case redirect
  /// Addressees, subject or headers of a mail.
  case emailHeader
  /// A text that a template engine compiles.
  case template
  case ldapFilter
  case xpath
  case log
  /// Text of a log entry: a line break in it begins another.
  case logLine
  /// A text that is compiled as a regular expression.
  case regularExpression
  /// What a regular expression that can backtrack without bound is matched against.
  case slowMatch
  /// An object merged into another key by key.
  case objectMerge
  /// An item or record stored with whatever keys the request had.
  case massAssignment
  /// The prompt of a language model.
  case prompt
  /// How often a loop runs, or how much is allocated or waited.
  case workload
  /// How long something that was signed is good.
  case lifetime
  /// Written to a variable or object that outlives the invocation.
  case sharedState
  /// Written to a file that outlives the invocation.
  case temporaryFile
  /// The environment given to another program.
  case childEnvironment
  /// The contents of a file, wherever it is.
  case fileContent
  /// A piece of a signed token that was decoded and is parsed now, without the token's signature.
  case tokenClaims
  /// Compared with what a caller sent, to decide who he is.
  case credentialComparison

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A set of sink kinds, such as those a label is safe for.
package struct SinkKinds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package init(_ kinds: SinkKind...) {
    self.init(rawValue: kinds.reduce(0) { $0 | Self.bit($1) })
  }

  private static let positions: [SinkKind: UInt64] = Dictionary(
    uniqueKeysWithValues: SinkKind.allCases.enumerated().map { ($1, UInt64($0)) })

  private static func bit(_ kind: SinkKind) -> UInt64 { 1 << (positions[kind] ?? 63) }

  package func contains(_ kind: SinkKind) -> Bool { rawValue & Self.bit(kind) != 0 }

  package static let all = SinkKinds(rawValue: .max)

  /// What is harmless for every grammar that a text may be put into; flows of data are still flows.
  package static let injections = SinkKinds(
    .osCommand, .commandArgument, .codeExecution, .sql, .nosql, .deserialization, .xmlEntities, .requestURL,
    .filePath, .archiveExtraction, .cloudResource, .responseBody, .responseHeader, .redirect, .emailHeader,
    .template, .ldapFilter, .xpath, .log, .logLine, .regularExpression, .slowMatch, .objectMerge,
    .massAssignment,
    .prompt)
}
