extension Reason {
  /// The headline of a finding.
  var title: Text { text(0) }

  /// Ends the sentence that begins with what was blocked and a colon.
  var explanation: Text { text(1) }

  private func text(_ part: Int) -> Text {
    var rest = Text(Reason.texts)
    for _ in 0..<(Int(rawValue) &* 2 &+ part) { rest = rest.dropping((rest.index(of: 0) ?? 0) &+ 1) }
    return rest.prefix(rest.index(of: 0) ?? 0)
  }

  // One text instead of a table of pointers, which the dynamic linker would have to relocate in every process.
  // In the order of the cases: title, explanation.
  private static var texts: StaticString {
    """
    Unlisted executable\0it is not among the executables of this function\0\
    Changed executable\0its content is not what was deployed\0\
    Forbidden executable\0programs of this name are forbidden\0\
    Forbidden executable\0its content is that of a forbidden program\0\
    Execution from a writable directory\0it lies where the function can write\0\
    Script from a writable directory\0the script lies where the function can write\0\
    Library from a writable directory\0libraries are not loaded from there\0\
    Execution from memory\0it exists in memory only\0\
    Dynamic linker as a program\0it would start another program past the policy\0\
    Injected variable\0it makes programs load code\0\
    Set-user-ID executable\0it would run with the rights of another user\0\
    Child process\0this function starts no other programs\0\
    Unlisted host\0it is not among the hosts that this function contacts\0\
    Unlisted address\0it belongs to none of the hosts that this function contacts\0\
    Source code read\0it is the function's own code\0\
    Decoy file opened\0it is a decoy that nothing in this function needs\0\
    Decoy value used\0it is a decoy that only somebody who stole it would use\0\
    Write to a writable directory\0this function writes no such file\0\
    Unreadable executable\0it cannot be read and compared with the policy\0\
    Protection started\0This function is protected from now on\0\
    Policy not usable\0The policy of this function is not usable\0\
    Observed behaviour\0it was used, and the policy learns\0\
    Credentials for a child process\0it receives the function's real credentials\0\
    Memory of a process\0it holds the function's real credentials\0
    """
  }
}
