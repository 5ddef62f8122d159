extension CloudService {
  /// Every service whose calls are modelled.
  static let all: [CloudService] = stores + messages + compute + identity
}
