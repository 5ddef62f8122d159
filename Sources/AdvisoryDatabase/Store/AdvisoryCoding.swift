package import PackageModel

/// The forms in which advisories lie in the database; columns hold what is searched for.
package enum AdvisoryCoding {
  /// All but identity, aliases, withdrawal and packages.
  package static func encode(_ advisory: Advisory) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(advisory.summary)
    writer.write(advisory.published)
    writer.write(advisory.vectors) { $0.write($1) }
    writer.write(advisory.severityWord)
    writer.write(advisory.score.map { String($0) })
    writer.write(advisory.weaknesses) { $0.write($1) }
    writer.write(advisory.references) { $0.write($1) }
    return writer.bytes
  }

  package static func decode(_ bytes: [UInt8], into advisory: inout Advisory) throws(ByteReader.Damage) {
    var reader = ByteReader(bytes)
    advisory.summary = try reader.text()
    advisory.published = try reader.optionalText()
    advisory.vectors = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
    advisory.severityWord = try reader.optionalText()
    advisory.score = try reader.optionalText().flatMap { Double($0) }
    advisory.weaknesses = try reader.list { reader throws(ByteReader.Damage) in try reader.number() }
    advisory.references = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
  }

  package static func encode(_ affected: AffectedPackage) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(affected.ranges) { writer, range in
      writer.write(range.events) { $0.write($1) }
    }
    writer.write(affected.versions) { $0.write($1) }
    writer.write(affected.symbols) { writer, symbols in
      writer.write(symbols.module)
      writer.write(symbols.names) { $0.write($1) }
    }
    return writer.bytes
  }

  package static func affected(
    _ identity: PackageIdentity, from bytes: [UInt8]
  ) throws(ByteReader.Damage) -> AffectedPackage {
    var reader = ByteReader(bytes)
    var affected = AffectedPackage(identity)
    affected.ranges = try reader.list { reader throws(ByteReader.Damage) in
      AffectedRange(try reader.list { reader throws(ByteReader.Damage) in try reader.event() })
    }
    affected.versions = try reader.list { reader throws(ByteReader.Damage) in try reader.text() }
    affected.symbols = try reader.list { reader throws(ByteReader.Damage) in
      AffectedSymbols(
        module: try reader.text(),
        names: try reader.list { reader throws(ByteReader.Damage) in try reader.text() })
    }
    return affected
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ event: AffectedRange.Event) {
    switch event {
    case .introduced(let version): write(0, version)
    case .fixed(let version): write(1, version)
    case .lastAffected(let version): write(2, version)
    case .limit(let version): write(3, version)
    }
  }

  private mutating func write(_ kind: Int, _ version: String) {
    write(kind)
    write(version)
  }
}

extension ByteReader {
  fileprivate mutating func event() throws(Damage) -> AffectedRange.Event {
    let kind = try number()
    let version = try text()
    switch kind {
    case 0: return .introduced(version)
    case 1: return .fixed(version)
    case 2: return .lastAffected(version)
    case 3: return .limit(version)
    default: throw Damage()
    }
  }
}
