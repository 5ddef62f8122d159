import CEnforcerSystem

/// Collects the credentials in the environment, for events to leave them out.
///
/// - Parameter values: Room for ``realCredentialLimit``.
/// - Returns: How many there are.
@inline(never)
func realCredentials(into values: UnsafeMutablePointer<Text>) -> Int {
  guard let list = environment_variable_list()?.pointee else { return 0 }
  var count = 0
  var index = 0
  while let variable = list[index], count < realCredentialLimit {
    index &+= 1
    let text = Text(terminated: variable, limit: Redaction.searchedLimit)
    guard let end = text.index(of: UInt8(ascii: "=")), isCredential(text.prefix(end)) else { continue }
    values[count] = text.dropping(end &+ 1)
    count &+= 1
  }
  return count
}

let realCredentialLimit = 8
