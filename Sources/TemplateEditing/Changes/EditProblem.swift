/// Why a place of a template cannot be edited without touching something else.
enum EditProblem: Error, Hashable {
  /// `Layers: !If …`.
  case computed(String, by: String)
  case noValue(String)
  case notACollection(String)
  /// Written once, used in several places.
  case shared(String, anchor: String)
  case alias(String, name: String)
  case merged(String)
  case missing(String)
  /// Shares a line with something else, or has no entry whose place could be copied.
  case unusualLayout(String)
  /// A list of its own would take the place of an inherited one.
  case replacesInherited(String)
  /// What came out would not have meant what it should.
  case notVerified
}

extension EditProblem: CustomStringConvertible {
  /// What to do is the same for all: a person sees what a program may not decide.
  var description: String {
    switch self {
    case .computed(let key, let function):
      "Its \(key) is computed by \(function), to which nothing can be added safely: add the enforcer there by hand."
    case .noValue(let key): "Its \(key) has no value: remove the key, or give it one."
    case .notACollection(let key): "Its \(key) is not written as the platform wants it: correct it first."
    case .shared(let key, let anchor):
      "Its \(key) carries the anchor &\(anchor) and is used elsewhere too, so an edit would change more than this "
        + "function: write it out here first."
    case .alias(let key, let name):
      "Its \(key) is the alias *\(name), so an edit would change more than this function: write it out here first."
    case .merged(let key):
      "Its \(key) comes from a merge key (<<), which a key of its own would replace: write it out here first."
    case .missing(let key): "Its \(key) is missing."
    case .unusualLayout(let key):
      "Its \(key) is laid out so that nothing can be put in safely: give every entry a line of its own."
    case .replacesInherited(let key):
      "A list of \(key) of its own would replace the one that it inherits: write that list out here first, or attach "
        + "with --globals."
    case .notVerified:
      "The edited template would not have meant what it should, so this function was left alone; please report it."
    }
  }
}
