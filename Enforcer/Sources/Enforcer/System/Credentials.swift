/// Whether a variable holds what no child process needs: the keys of the function's role, or what the policy names.
@inline(never)
func isCredential(_ name: Text) -> Bool {
  let names = WordTable(
    """
    yAWS_ACCESS_KEY_ID yAWS_SECRET_ACCESS_KEY yAWS_SESSION_TOKEN yAWS_SECURITY_TOKEN \
    yAWS_CONTAINER_AUTHORIZATION_TOKEN
    """)
  if name.hasPrefix(Text("AWS_")), names.meaning(of: name) != 0 { return true }
  return State.policy.map { decoy(for: name, $0) != nil } ?? false
}

/// What children receive in a variable's place, with its name.
@inline(never)
func decoy(for name: Text, _ policy: Policy) -> Text? {
  let decoys = policy.section(.decoyVariables)
  for index in 0..<decoys.count {
    let place = decoys.place(of: index)
    guard Int(policy.number(place &+ 4, as: UInt32.self)) == name.count,
      policy.number(place &+ 8, as: UInt32.self) & DecoyVariable.replacesReal != 0
    else { continue }
    let decoy = decoys.string(index)
    if decoy.hasPrefix(name) { return decoy }
  }
  return nil
}

/// Flags of a decoy variable.
enum DecoyVariable {
  static let replacesReal: UInt32 = 1
  static let isPlanted: UInt32 = 2
}
