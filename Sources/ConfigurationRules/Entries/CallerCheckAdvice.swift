/// What to do about a way in that is open to everyone and whose handler checks its callers itself.
enum CallerCheckAdvice {
  static let text = """
    See that nothing is done before the check and nothing around it; then accept the finding with that reason, or \
    move the check into an authorizer.
    """
}
