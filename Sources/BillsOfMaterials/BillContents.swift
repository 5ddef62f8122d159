internal import FindingModel
internal import PackageModel

/// A bill with each package once, sorted, as all formats need it.
struct BillContents {
  struct Item {
    /// The package URL, unique in the bill.
    let reference: String
    /// Of several lists' entries the first by place, so that their order does not matter.
    var entry: PackageEntry
    /// Lists that name it, with the place in each; sorted.
    var places: [SourceLocation]
    var formats: [PackageListFormat]
    /// Package URLs of functions, sorted.
    var functions: [String]
    var reachability: BillComponent.Reachability
    /// The most that any list needs it for.
    var scope: DependencyScope
    var isDirect: Bool
    var integrity: [IntegrityHash]
    var licences: [String]
    /// References of other items, sorted.
    var dependencies: [String] = []
  }

  struct Binary {
    let reference: String
    let binary: NativeBinary
    var paths: [String]
    /// Package URLs of functions, sorted.
    var functions: [String]
  }

  /// Functions of the application, each once, by name.
  let functions: [BillSubject]
  private(set) var items: [Item] = []
  private(set) var binaries: [Binary] = []
  /// Of each component of the bill: the item it became part of.
  private var itemOfComponent: [Int] = []

  init(_ bill: BillOfMaterials) {
    var seen: Set<String> = [bill.subject.packageURL.description]
    functions = bill.functions.filter { seen.insert($0.packageURL.description).inserted }
      .sorted { $0.packageURL.description < $1.packageURL.description }
    var references = SubjectReferences()
    collect(bill.components, &references)
    collect(bill.binaries, &references)
  }

  /// - Returns: `nil` for an index that names no component.
  func item(ofComponent index: Int) -> Item? {
    itemOfComponent.indices.contains(index) ? items[itemOfComponent[index]] : nil
  }

  private mutating func collect(_ components: [BillComponent], _ subjects: inout SubjectReferences) {
    let references = components.map { PackageURL($0.entry).description }
    let sorted = Set(references).sorted()
    let position = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    itemOfComponent = references.map { position[$0] ?? 0 }
    var slots: [Item?] = Array(repeating: nil, count: sorted.count)
    var needed: [Set<String>] = Array(repeating: [], count: sorted.count)
    for (index, component) in components.enumerated() {
      let slot = itemOfComponent[index]
      let part = Item(references[index], component, &subjects)
      slots[slot] = slots[slot]?.joined(with: part) ?? part
      for target in component.dependencies where references.indices.contains(target) {
        needed[slot].insert(references[target])
      }
    }
    items = zip(slots, needed).compactMap { item, needed in
      guard var item = item?.sorted else { return nil }
      item.dependencies = needed.subtracting([item.reference]).sorted()
      return item
    }
  }

  private mutating func collect(_ parts: [BillBinary], _ subjects: inout SubjectReferences) {
    var found: [String: Binary] = [:]
    for part in parts {
      let reference = PackageURL(part.binary).description
      var binary =
        found[reference] ?? Binary(reference: reference, binary: part.binary, paths: [], functions: [])
      binary.paths.append(part.binary.path)
      binary.functions += part.functions.map { subjects.reference($0) }
      found[reference] = binary
    }
    binaries = found.values.sorted { $0.reference < $1.reference }.map { binary in
      Binary(
        reference: binary.reference, binary: binary.binary, paths: Set(binary.paths).sorted(),
        functions: Set(binary.functions).sorted())
    }
  }
}

/// Package URLs of functions: each is written once, however many packages the function carries.
private struct SubjectReferences {
  private var known: [BillSubject: String] = [:]

  mutating func reference(_ subject: BillSubject) -> String {
    if let reference = known[subject] { return reference }
    let reference = subject.packageURL.description
    known[subject] = reference
    return reference
  }
}

extension BillContents.Item {
  fileprivate init(
    _ reference: String, _ component: BillComponent, _ subjects: inout SubjectReferences
  ) {
    self.reference = reference
    entry = component.entry
    places = [component.entry.location]
    formats = [component.format]
    functions = component.functions.map { subjects.reference($0) }
    reachability = component.reachability
    scope = component.entry.scope
    isDirect = component.entry.isDirect
    integrity = component.entry.integrity
    licences = component.entry.licences
  }

  /// The same package out of another list; what one of the two does not know the other may.
  fileprivate func joined(with other: Self) -> Self {
    var result = self
    if other.entry.location < entry.location { result.entry = other.entry }
    result.places += other.places
    result.formats += other.formats
    result.functions += other.functions
    result.integrity += other.integrity
    result.licences += other.licences
    result.isDirect = isDirect || other.isDirect
    result.scope = [scope, other.scope].min { $0.weight < $1.weight } ?? scope
    switch (reachability, other.reachability) {
    case (.reached, _), (_, .reached): result.reachability = .reached
    case (.notReached, .notReached): result.reachability = .notReached
    default: result.reachability = .unknown
    }
    return result
  }

  fileprivate var sorted: Self {
    var result = self
    result.places = Set(places).sorted()
    result.formats = Set(formats).sorted { $0.rawValue < $1.rawValue }
    result.functions = Set(functions).sorted()
    result.integrity = Set(integrity).sorted {
      ($0.algorithm, $0.hexadecimal) < ($1.algorithm, $1.hexadecimal)
    }
    result.licences = Set(licences).sorted()
    return result
  }
}

extension DependencyScope {
  /// Small for what is needed most.
  fileprivate var weight: Int {
    switch self {
    case .production: 0
    case .provided: 1
    case .optional: 2
    case .development: 3
    }
  }
}

extension BillContents {
  /// Items that something else in this list does not lead to: those asked for by name, and those nobody needs.
  func roots(of items: [Item]) -> [Item] {
    var needed: Set<String> = []
    for item in items { needed.formUnion(item.dependencies) }
    return items.filter { $0.isDirect || !needed.contains($0.reference) }
  }
}
