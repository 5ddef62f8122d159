package import PackageModel

/// One collection of records: an imported database, or the embedded seed.
protocol AdvisoryLayer: Sendable {
  func records(of package: PackageIdentity) throws(AdvisoryStoreError) -> [StoredRecord]
  /// Every record of this id or alias, with all its packages.
  func records(named name: String) throws(AdvisoryStoreError) -> [StoredRecord]
  /// The advisory of a record, with the record's packages.
  func advisory(of record: StoredRecord) throws(AdvisoryStoreError) -> Advisory
  /// Ids of records that their sources have taken back.
  func withdrawn() throws(AdvisoryStoreError) -> Set<String>
  func exploit(of cve: String) throws(AdvisoryStoreError) -> KnownExploit?
  func status() throws(AdvisoryStoreError) -> LayerStatus
}

/// What has to be known of a record before anybody asks for the whole of it.
struct StoredRecord: Sendable {
  /// Of the layer's own.
  let key: Int64
  let source: AdvisorySource
  let id: String
  let aliases: [String]
  /// Days; `nil` where the source does not say.
  let modified: String?
  var affected: [AffectedPackage]
  /// Which layer it is from, the most trusted first.
  var layer = 0

  var names: [String] { [id] + aliases }
}

/// How much a layer holds, and how old it is.
package struct LayerStatus: Hashable, Sendable {
  package struct Source: Hashable, Sendable {
    package let name: String
    package let records: Int
    /// Records that describe the same flaw as one of another source.
    package let shared: Int
    package let withdrawn: Int
    /// The day of the newest record.
    package let newest: String?
    /// The day of the last import from it.
    package let imported: String
  }

  /// In the order of their names.
  package var sources: [Source] = []
  /// Packages that have at least one record, by ecosystem.
  package var packages: [Ecosystem: Int] = [:]
  package var knownExploited = 0
  package var predictions = 0

  package var records: Int { sources.reduce(0) { $0 + $1.records } }
  package var newest: String? { sources.compactMap(\.newest).max() }
  package var imported: String? { sources.map(\.imported).max() }
}
