/// What a method of a text does to its labels.
enum TextMethod {
  /// Another spelling of the same text.
  case respelled
  /// A piece.
  case part
  /// A list of pieces.
  case pieces
  /// Nothing of the text: a length, a place, a comparison.
  case measured
  /// True only for texts of these kinds of characters.
  case predicate(SinkKinds)
  case replaced
  case formatted
  /// The receiver between the argument's elements.
  case joining
  case concatenated
  case startsWith
  case contains
  case matched
  case matchedAll

  static let python: [String: TextMethod] = {
    var table = shared
    for name in [
      "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "casefold", "swapcase", "center",
      "ljust", "rjust", "zfill", "expandtabs", "encode", "decode", "removeprefix", "removesuffix", "hex",
      "tobytes", "translate",
    ] { table[name] = .respelled }
    for name in ["split", "rsplit", "splitlines", "partition", "rpartition"] { table[name] = .pieces }
    for name in ["find", "rfind", "index", "rindex", "count", "__len__"] { table[name] = .measured }
    table["replace"] = .replaced
    table["format"] = .formatted
    table["format_map"] = .formatted
    table["join"] = .joining
    table["startswith"] = .startsWith
    for name in ["isdigit", "isnumeric", "isdecimal"] { table[name] = .predicate(.injections) }
    let alphanumeric = HarmfulCharacters.safeKinds(for: .word)
    for name in ["isalnum", "isalpha", "isidentifier"] { table[name] = .predicate(alphanumeric) }
    for name in ["endswith", "isspace", "islower", "isupper", "istitle", "isascii", "isprintable"] {
      table[name] = .predicate(SinkKinds(rawValue: 0))
    }
    return table
  }()

  static let javaScript: [String: TextMethod] = {
    var table = shared
    for name in [
      "trim", "trimStart", "trimEnd", "trimLeft", "trimRight", "toLowerCase", "toUpperCase", "toString",
      "toLocaleLowerCase", "toLocaleUpperCase", "toLocaleString", "normalize", "padStart", "padEnd", "repeat",
      "valueOf", "toWellFormed",
    ] { table[name] = .respelled }
    for name in ["slice", "substring", "substr", "charAt", "at"] { table[name] = .part }
    for name in ["split"] { table[name] = .pieces }
    for name in ["search", "charCodeAt", "codePointAt", "localeCompare"] { table[name] = .measured }
    for name in ["replace", "replaceAll"] { table[name] = .replaced }
    table["concat"] = .concatenated
    table["startsWith"] = .startsWith
    table["endsWith"] = .predicate(SinkKinds(rawValue: 0))
    table["includes"] = .contains
    table["indexOf"] = .contains
    table["match"] = .matched
    table["matchAll"] = .matchedAll
    return table
  }()

  private static let shared: [String: TextMethod] = [:]
}

extension Interpreter {
  func textMethod(
    _ method: TextMethod, _ name: String, of value: Value, _ arguments: Arguments, at spot: Spot,
    places: [Refinement]
  ) -> Value {
    switch method {
    case .respelled: return respelled(value, name)
    case .part: return partOfText(value)
    case .pieces: return pieces(of: value, arguments, name, at: spot)
    case .measured: return measured(value)
    case .predicate(let kinds): return predicate(kinds, value, places)
    case .replaced: return replaced(value, arguments, name, at: spot)
    case .formatted:
      return formatted(
        value, with: arguments.positional + (arguments.rest.map { [$0] } ?? []),
        named: arguments.named.map { ($0.name, $0.value) }, style: .braces, at: spot)
    case .joining: return joined(arguments.value(0) ?? .unknown, by: value, at: spot)
    case .concatenated: return text(of: [value] + arguments.all, at: spot)
    case .startsWith: return startsWith(value, arguments, places)
    case .contains: return contains(value, arguments.value(0) ?? .unknown, name, places)
    case .matched, .matchedAll: return matched(value, arguments, at: spot, places)
    }
  }

  private func respelled(_ value: Value, _ name: String) -> Value {
    if let text = value.literals?.first, value.atoms.count == 1 {
      switch name {
      case "lower", "toLowerCase", "casefold": return .text(text.lowercased())
      case "upper", "toUpperCase": return .text(text.uppercased())
      default: return value
      }
    }
    // The variable parts stay where they are; what is written out may be spelled differently.
    let isCased =
      name.lowercased().contains("case") || ["lower", "upper", "title", "capitalize"].contains(name)
    return Value(
      atoms: isCased ? [] : value.atoms, isOpen: value.isOpen || isCased || value.atoms.isEmpty,
      taints: derived(value.taints) { label in
        label.isSymbolic = name == "toString" || name == "decode" ? label.isSymbolic : false
        // Some characters are written as others after it.
        if name == "normalize" { label.absent = .none }
        if name == "decode" { label.decode() }
      })
  }

  func measured(_ value: Value) -> Value { Value(isOpen: true, taints: numeric(value.taints)) }

  private func pieces(of value: Value, _ arguments: Arguments, _ name: String, at spot: Spot) -> Value {
    let list = new(.list)
    if let text = value.literal, let separator = arguments.value(0)?.literal, !separator.isEmpty,
      text.utf8.count < 2_000
    {
      let parts = text.components(separatedBy: separator)
      for (index, part) in parts.enumerated() where index < Self.elementLimit {
        heap.write(list, .element(index), .text(part))
      }
      setCount(parts.count, of: list)
      return .object(list)
    }
    let piece = partOfText(value)
    heap.write(list, .rest, piece.with(taints: split(piece.taints, arguments, name)))
    setCount(nil, of: list)
    return .object(list)
  }

  /// Labels of the pieces of a text: without what it was split at, and perhaps those of a token.
  private func split(_ taints: [Taint], _ arguments: Arguments, _ name: String) -> [Taint] {
    let separator = name == "splitlines" ? "\n" : arguments.value(0, "sep")?.literal ?? ""
    // With a limit, or into three parts, the last piece is a rest of any kind.
    let isEverywhere =
      name == "split" && (!isPython || arguments.value(1, "maxsplit") == nil) || name == "splitlines"
    let isCharacter = separator.unicodeScalars.count == 1
    guard isCharacter else { return taints }
    return derived(taints) { label in
      if isEverywhere { label.absent.formUnion(Alphabet(separator)) }
      if separator == "." { label.token = label.token.afterCut }
    }
  }

  private func predicate(_ kinds: SinkKinds, _ value: Value, _ places: [Refinement]) -> Value {
    guard kinds.rawValue != 0 else { return .boolean }
    let proved =
      places.map { Refinement(subject: $0.subject, safe: kinds) } + originRefinements(of: value, safe: kinds)
    return Value.boolean.with(proof: proved.isEmpty ? nil : Proof(whenTrue: proved, whenFalse: []))
  }

  private func replaced(_ value: Value, _ arguments: Arguments, _ name: String, at spot: Spot) -> Value {
    let pattern = arguments.value(0) ?? .unknown
    let replacement = arguments.value(1) ?? .unknown
    if let text = value.literal, let old = pattern.literal, let new = replacement.literal, !old.isEmpty {
      return .text(text.replacing(old, with: new))
    }
    if isProgramFunction(replacement) {
      let outcome = inBranch { call(replacement, Arguments([partOfText(value)]), receiver: nil, at: spot) }
      merge([Outcome(changes: [:], isDead: false), Outcome(changes: outcome.changes, isDead: false)])
      return join(removing(pattern, by: .unknown, from: value), outcome.value)
    }
    if case .pattern? = pattern.atoms.first {
      return withLabels(of: replacement, removing(pattern, by: replacement, from: value))
    }
    // JavaScript's `replace` changes the first place only, Python's as many as it is told.
    let isEverywhere = isPython ? arguments.value(2, "count") == nil : name == "replaceAll"
    let piece = isEverywhere ? pattern.literal ?? "" : ""
    var result = Value(
      isOpen: true,
      taints: replaced(
        value.taints, without: piece.unicodeScalars.count == 1 ? Alphabet(piece) : .none, by: replacement))
    let safe = kinds(withoutEvery: piece, by: replacement)
    if safe.rawValue != 0 {
      result = result.with(taints: derived(result.taints) { $0.safe = $0.safe.union(safe) })
    }
    // A constant text with places to be filled: the filler's labels come in.
    return withLabels(
      of: replacement,
      Value(
        atoms: value.taints.isEmpty ? value.atoms.map { _ in .text([.labelled]) } : [], isOpen: true,
        taints: result.taints))
  }

  private func withLabels(of other: Value, _ value: Value) -> Value {
    guard !other.taints.isEmpty else { return value }
    return value.with(
      taints: Taint.union(
        value.taints,
        derived(other.taints) {
          $0.isWhole = false; $0.isSymbolic = false
        }, traces))
  }

  /// `separator.join(list)`.
  func joined(_ list: Value, by separator: Value, at spot: Spot) -> Value {
    if let items = elements0(of: list), items.count < 16 {
      var parts: [Value] = []
      for (index, item) in items.enumerated() {
        if index > 0 { parts.append(separator) }
        parts.append(item)
      }
      return between(text(of: parts.isEmpty ? [.emptyText] : parts + [.emptyText], at: spot), separator)
    }
    let any = text(
      of: [element(of: list, at: spot), Value(isOpen: true, taints: separator.taints)], at: spot)
    return between(any, separator)
  }

  /// Pieces of a text with a separator between them hold what the separator holds.
  func between(_ value: Value, _ separator: Value) -> Value {
    let added = separator.literal.map { Alphabet($0) } ?? .all
    return value.with(taints: derived(value.taints) { $0.absent.subtract(added) })
  }

  private func startsWith(_ value: Value, _ arguments: Arguments, _ places: [Refinement]) -> Value {
    guard let prefix = arguments.value(0), prefix.taints.isEmpty else { return .boolean }
    var safe = SinkKinds(rawValue: 0)
    let prefixes = prefix.literals ?? []
    if value.taints.contains(where: { labels[$0.label].isResolvedPath(labels) }) {
      safe = safe.union(SinkKinds(.filePath))
    }
    if !prefixes.isEmpty,
      prefixes.allSatisfy({ Self.fixesServer([.literal($0), .labelled]) && $0.contains("://") })
    {
      safe = safe.union(SinkKinds(.requestURL, .redirect))
    }
    if safe.rawValue != 0 {
      let proved =
        places.map { Refinement(subject: $0.subject, safe: safe) } + originRefinements(of: value, safe: safe)
      return Value.boolean.with(proof: Proof(whenTrue: proved, whenFalse: []))
    }
    let marks = places.map {
      Refinement(subject: $0.subject, safe: SinkKinds(rawValue: 0), mark: "startsWith")
    }
    return marks.isEmpty ? .boolean : Value.boolean.with(proof: Proof(whenTrue: marks, whenFalse: []))
  }

  private func contains(_ value: Value, _ needle: Value, _ name: String, _ places: [Refinement]) -> Value {
    guard let piece = needle.literal else { return name == "includes" ? .boolean : Value(isOpen: true) }
    let base: Value = name == "includes" ? .boolean : Value(isOpen: true)
    var safe = SinkKinds(rawValue: 0)
    if piece.contains("..") { safe = SinkKinds(.filePath) }
    guard safe.rawValue != 0 else { return base }
    let proved =
      places.map { Refinement(subject: $0.subject, safe: safe) } + originRefinements(of: value, safe: safe)
    return base.with(proof: Proof(whenTrue: [], whenFalse: proved))
  }

  private func matched(
    _ value: Value, _ arguments: Arguments, at spot: Spot, _ places: [Refinement]
  ) -> Value {
    let list = new(.list)
    heap.write(list, .rest, partOfText(value))
    setCount(nil, of: list)
    let proof = patternProof(arguments.value(0) ?? .unknown, .search, value, places)
    return Value(atoms: [.null], objects: [list], proof: proof)
  }
}

extension Label {
  /// Whether the text is a path of which `..` and links are resolved.
  func isResolvedPath(_ table: LabelTable) -> Bool {
    table.marks[Int(marks)].contains {
      ["realpath", "normpath", "resolve", "normalize", "abspath", "realpathSync"].contains($0)
    }
  }
}

extension String {
  /// As the programs' own `split` does.
  func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
